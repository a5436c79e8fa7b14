namespace Testing.Layers;

/// <summary>The layers that are compared with libtorch. A new layer is one row in one of the families.</summary>
internal static class LayerCases
{
    public static IReadOnlyList<LayerCase> All { get; } =
    [
        .. ConvolutionCases.All,
        .. PoolingCases.All,
        .. PaddingCases.All,
        .. NormalizationCases.All,
        .. DenseCases.All,
        .. RecurrentCases.All,
        .. AttentionCases.All,
        .. RearrangementCases.All,
        .. ActivationCases.All,
        .. CombiningCases.All,
    ];
}
