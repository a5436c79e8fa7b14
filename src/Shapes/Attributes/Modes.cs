namespace ShapeGen;

/// <summary>What an <see cref="EmbeddingBagAttribute"/> makes of the vectors of a row.</summary>
public enum BagMode
{
    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>The largest of each of their numbers.</summary>
    Max,
}

/// <summary>The activation between the two dense layers of a transformer.</summary>
public enum TransformerActivation
{
    /// <summary>max(0, x).</summary>
    ReLU,

    /// <summary>x·Φ(x).</summary>
    GELU,
}

/// <summary>The activation of an <see cref="RNNAttribute"/>.</summary>
public enum RecurrentActivation
{
    /// <summary>tanh(x).</summary>
    Tanh,

    /// <summary>max(0, x).</summary>
    ReLU,
}

/// <summary>How GELU's Φ, the Gaussian distribution, is computed.</summary>
public enum GeluApproximation
{
    /// <summary>Exactly.</summary>
    None,

    /// <summary>As ½·(1 + tanh(√(2/π)·(x + 0.044715·x³))).</summary>
    Tanh,
}

/// <summary>How values between those of an image are made.</summary>
public enum Interpolation
{
    /// <summary>The nearest value, of the place rounded down: 1 to 3 spatial axes.</summary>
    Nearest,

    /// <summary>A line between two values: 1 spatial axis.</summary>
    Linear,

    /// <summary>Lines along both axes: 2 spatial axes.</summary>
    Bilinear,

    /// <summary>Cubic curves along both axes: 2 spatial axes.</summary>
    Bicubic,

    /// <summary>Lines along all three axes: 3 spatial axes.</summary>
    Trilinear,

    /// <summary>The mean of the area that a place stands for: 1 to 3 spatial axes.</summary>
    Area,
}
