namespace ShapeGen;

/// <summary>What stands in the padding of a convolution.</summary>
public enum PadMode
{
    /// <summary>Zeros.</summary>
    Zeros,

    /// <summary>The image mirrored at its border, without the border itself: each size of the padding is less than the image's.</summary>
    Reflect,

    /// <summary>The value at the border.</summary>
    Replicate,

    /// <summary>The image from its other side: each size of the padding is at most the image's.</summary>
    Circular,
}
