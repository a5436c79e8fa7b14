namespace Generator.Tests.Operators;

/// <summary>Why an operator has no shape rule.</summary>
internal static class OperatorReasons
{
    private static readonly Dictionary<string, string> _reasons = new (string Why, string Names)[]
    {
        (
            "The number of results depends on the values.",
            """
            bincount histogram nonzero_as_list unique unique_consecutive
            """
        ),
        (
            "It gives the tensor, and all views of it, another shape in place: all shapes are forgotten there.",
            """
            squeeze_ transpose_ unsqueeze_
            """
        ),
        (
            "It always fails in TorchSharp 0.107 (SHG2004), or gives nothing.",
            """
            adaptive_max_pool3d adaptive_max_pool3d_with_indices cross nanmean upsample_nearest1d_backward
            upsample_nearest2d_backward upsample_nearest3d_backward
            """
        ),
        (
            "It takes its tensors in another order than it says (SHG2005).",
            """
            baddbmm
            """
        ),
        (
            "Several matrices, which depend on options; rarely used in networks.",
            """
            linalg.householder_product linalg.ldl_solve linalg.lstsq linalg.lu_solve linalg.vander lstsq lu lu_unpack
            orgqr ormqr
            """
        ),
        (
            "A gradient, which only libtorch itself calls.",
            """
            adaptive_avg_pool3d_backward avg_pool2d_backward avg_pool3d_backward
            """
        ),
        (
            "Names of dimensions are not followed.",
            """
            align_as align_to
            """
        ),
        (
            "It comes from a file, from memory, or is handed over as it is.",
            """
            Load UnsafeCreateTensor WrappedTensorDisposeScope from_file frombuffer load print
            """
        ),
        (
            "Writes into a tensor that is given.",
            """
            arange_out rand_out randint_out randn_out
            """
        ),
        (
            "Quantised and sparse tensors are not followed.",
            """
            q_per_channel_scales q_per_channel_zero_points sparse_coo_tensor to_sparse
            """
        ),
        (
            "It asks about the numbers, not the shape.",
            """
            is_neg
            """
        ),
        (
            "Its size is given in several ways that are not followed yet.",
            """
            istft stft max_unpool1d max_unpool2d max_unpool3d take_along_dim triplet_margin_with_distance_loss
            upsample_bilinear
            """
        ),
    }
        .SelectMany(g =>
            g.Names.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(n => (Name: n, g.Why))
        )
        .ToDictionary(r => r.Name, r => r.Why, StringComparer.Ordinal);

    public static IEnumerable<string> Names => _reasons.Keys;

    public static string? Of(string name) => _reasons.GetValueOrDefault(name);
}
