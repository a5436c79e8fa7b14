namespace ShapeGen;

/// <summary>Paddings by name, for <c>Padding = Same</c> after <c>using static ShapeGen.Pad;</c>.</summary>
public static class Pad
{
    /// <summary>
    /// TensorFlow's SAME: as much padding as makes out = ceil(in / stride), for every kernel, stride and dilation. Where the padding
    /// is odd, the larger half is behind.
    /// </summary>
    public const int Same = -1;

    /// <summary>No padding: out = ceil((in − kernel + 1) / stride).</summary>
    public const int Valid = 0;
}
