namespace Generator.Tests.Operators;

/// <summary>Where libtorch throws and the catalogue does not say so: the shape is right wherever it runs, and nothing is reported that runs.</summary>
internal static class OperatorLimits
{
    /// <summary>By name, with the reason.</summary>
    public static readonly HashSet<string> Throws =
    [
        // The numbers that are given: probabilities, bounds, orders, quantised or pinned memory.
        "bernoulli_",
        "tensor",
        "instance_norm",
        "batch_norm",
        "arange",
        "float_power_",
        "mps",
        "cuda",
        "to",
        "fft.hfftn",
        "fft.ihfftn",
        "searchsorted",
        "randint_like",
        "pad",
        "as_strided",
        "binary_cross_entropy",
        "binary_cross_entropy_with_logits",
        "multinomial",
        "fractional_max_pool2d",
        "fractional_max_pool2d_with_indices",
        "fractional_max_pool3d",
        "fractional_max_pool3d_with_indices",
        "linalg.vecdot",
        "linear",
        "scaled_dot_product_attention",
        "unflatten",
        "quantize_per_channel",
        "quantize_per_tensor",
        "randint",
        "random_",
        "feature_alpha_dropout",
        "index_put_",
        "linalg.cholesky",
        "cholesky",
        "rrelu_",
        "rrelu",
        "one_hot",
        "upsample",
        "upsample_nearest",
        "interpolate",
        "kl_div",
        "histc",
        "uniform_",
        "linalg.norm",
        "int_repr",
        "pin_memory",
        "empty_strided",
        // The shapes of indices and of what is written by them.
        // The weights of classes, and losses of which only the result is known.
        "cross_entropy",
        "nll_loss",
        "multi_label_margin_loss",
        "multi_margin_loss",
        "multilabel_soft_margin_loss",
        "cosine_embedding_loss",
        "gaussian_nll_loss",
        "ctc_loss",
    ];

    /// <summary>Of which nothing is run: what they give is of another scope; or what does not fit is read past its end, and may crash the process.</summary>
    public static readonly HashSet<string> NotRun =
    [
        "MoveToOtherDisposeScope",
        "MoveToOuterDisposeScope",
        "DetachFromDisposeScope",
        "as_strided",
        "empty_strided",
        "ctc_loss",
    ];
}
