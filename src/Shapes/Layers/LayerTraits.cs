namespace ShapeGen.Layers;

/// <summary>What moves over an image.</summary>
internal enum WindowKind
{
    None,
    Convolution,
    Pooling,
}

/// <summary>What elements a layer computes with.</summary>
internal enum Elements
{
    /// <summary>Floating-point numbers only: libtorch throws for others.</summary>
    Floating,

    /// <summary>int32 and int64 only: libtorch throws for others.</summary>
    Integer,

    /// <summary>Any; the result has the same.</summary>
    Any,

    /// <summary>Any; the result is of a floating-point type where they are not.</summary>
    Promoted,

    /// <summary>Some integers and not others: nothing is reported, and the type of the result is not known.</summary>
    Uncertain,
}

/// <summary>What a layer takes the second of three dimensions for.</summary>
internal enum Layout
{
    /// <summary>For nothing in particular.</summary>
    Any,

    /// <summary>For channels: (N, C, L).</summary>
    ChannelsFirst,

    /// <summary>For the steps of a sequence: (N, T, E).</summary>
    StepsFirst,
}
