namespace ShapeGen.Generator;

/// <summary>The names of the pipeline's steps, for tests that ask why a step ran.</summary>
internal static class TrackingNames
{
    /// <summary>Attributes to a declaration.</summary>
    public const string Read = nameof(Read);

    /// <summary>A declaration to a network with shapes.</summary>
    public const string Check = nameof(Check);

    /// <summary>What the compilation refers to.</summary>
    public const string References = nameof(References);

    /// <summary>What the sources are written from.</summary>
    public const string Output = nameof(Output);
}
