namespace ShapeGen;

/// <summary>Pads with a number: (N, C, L), each of L in + before + behind; negative numbers crop.</summary>
public sealed class ConstantPad1dAttribute : LayerAttribute
{
    /// <summary>Pads all sides alike.</summary>
    /// <param name="padding">How many values to pad.</param>
    /// <param name="value">The number.</param>
    public ConstantPad1dAttribute(int padding, double value) { }

    /// <summary>Pads each side by a number of its own.</summary>
    /// <param name="padding">How many values to pad, from the last axis on: left, right.</param>
    /// <param name="value">The number.</param>
    public ConstantPad1dAttribute(int[] padding, double value) { }
}

/// <summary>Pads with a number: (N, C, H, W), each of H and W in + before + behind; negative numbers crop.</summary>
public sealed class ConstantPad2dAttribute : LayerAttribute
{
    /// <summary>Pads all sides alike.</summary>
    /// <param name="padding">How many values to pad.</param>
    /// <param name="value">The number.</param>
    public ConstantPad2dAttribute(int padding, double value) { }

    /// <summary>Pads each side by a number of its own.</summary>
    /// <param name="padding">How many values to pad, from the last axis on: left, right, top, bottom.</param>
    /// <param name="value">The number.</param>
    public ConstantPad2dAttribute(int[] padding, double value) { }
}

/// <summary>Pads with a number: (N, C, D, H, W), each of D, H and W in + before + behind; negative numbers crop.</summary>
public sealed class ConstantPad3dAttribute : LayerAttribute
{
    /// <summary>Pads all sides alike.</summary>
    /// <param name="padding">How many values to pad.</param>
    /// <param name="value">The number.</param>
    public ConstantPad3dAttribute(int padding, double value) { }

    /// <summary>Pads each side by a number of its own.</summary>
    /// <param name="padding">How many values to pad, from the last axis on: left, right, top, bottom, front, back.</param>
    /// <param name="value">The number.</param>
    public ConstantPad3dAttribute(int[] padding, double value) { }
}

/// <summary>Pads with zeros: (N, C, L), each of L in + before + behind; negative numbers crop.</summary>
public sealed class ZeroPad1dAttribute : LayerAttribute
{
    /// <summary>Pads all sides alike.</summary>
    /// <param name="padding">How many values to pad.</param>
    public ZeroPad1dAttribute(int padding) { }

    /// <summary>Pads each side by a number of its own.</summary>
    /// <param name="padding">How many values to pad, from the last axis on: left, right.</param>
    public ZeroPad1dAttribute(int[] padding) { }
}

/// <summary>Pads with zeros: (N, C, H, W), each of H and W in + before + behind; negative numbers crop.</summary>
public sealed class ZeroPad2dAttribute : LayerAttribute
{
    /// <summary>Pads all sides alike.</summary>
    /// <param name="padding">How many values to pad.</param>
    public ZeroPad2dAttribute(int padding) { }

    /// <summary>Pads each side by a number of its own.</summary>
    /// <param name="padding">How many values to pad, from the last axis on: left, right, top, bottom.</param>
    public ZeroPad2dAttribute(int[] padding) { }
}

/// <summary>Pads with zeros: (N, C, D, H, W), each of D, H and W in + before + behind; negative numbers crop.</summary>
public sealed class ZeroPad3dAttribute : LayerAttribute
{
    /// <summary>Pads all sides alike.</summary>
    /// <param name="padding">How many values to pad.</param>
    public ZeroPad3dAttribute(int padding) { }

    /// <summary>Pads each side by a number of its own.</summary>
    /// <param name="padding">How many values to pad, from the last axis on: left, right, top, bottom, front, back.</param>
    public ZeroPad3dAttribute(int[] padding) { }
}

/// <summary>Pads with the mirrored input, by less than its size: (N, C, L), each of L in + before + behind; negative numbers crop.</summary>
public sealed class ReflectionPad1dAttribute : LayerAttribute
{
    /// <summary>Pads all sides alike.</summary>
    /// <param name="padding">How many values to pad.</param>
    public ReflectionPad1dAttribute(int padding) { }

    /// <summary>Pads each side by a number of its own.</summary>
    /// <param name="padding">How many values to pad, from the last axis on: left, right.</param>
    public ReflectionPad1dAttribute(int[] padding) { }
}

/// <summary>Pads with the mirrored input, by less than its size: (N, C, H, W), each of H and W in + before + behind; negative numbers crop.</summary>
public sealed class ReflectionPad2dAttribute : LayerAttribute
{
    /// <summary>Pads all sides alike.</summary>
    /// <param name="padding">How many values to pad.</param>
    public ReflectionPad2dAttribute(int padding) { }

    /// <summary>Pads each side by a number of its own.</summary>
    /// <param name="padding">How many values to pad, from the last axis on: left, right, top, bottom.</param>
    public ReflectionPad2dAttribute(int[] padding) { }
}

/// <summary>Pads with the mirrored input, by less than its size: (N, C, D, H, W), each of D, H and W in + before + behind; negative numbers crop.</summary>
public sealed class ReflectionPad3dAttribute : LayerAttribute
{
    /// <summary>Pads all sides alike.</summary>
    /// <param name="padding">How many values to pad.</param>
    public ReflectionPad3dAttribute(int padding) { }

    /// <summary>Pads each side by a number of its own.</summary>
    /// <param name="padding">How many values to pad, from the last axis on: left, right, top, bottom, front, back.</param>
    public ReflectionPad3dAttribute(int[] padding) { }
}

/// <summary>Pads with the values at the border: (N, C, L), each of L in + before + behind; negative numbers crop.</summary>
public sealed class ReplicationPad1dAttribute : LayerAttribute
{
    /// <summary>Pads all sides alike.</summary>
    /// <param name="padding">How many values to pad.</param>
    public ReplicationPad1dAttribute(int padding) { }

    /// <summary>Pads each side by a number of its own.</summary>
    /// <param name="padding">How many values to pad, from the last axis on: left, right.</param>
    public ReplicationPad1dAttribute(int[] padding) { }
}

/// <summary>Pads with the values at the border: (N, C, H, W), each of H and W in + before + behind; negative numbers crop.</summary>
public sealed class ReplicationPad2dAttribute : LayerAttribute
{
    /// <summary>Pads all sides alike.</summary>
    /// <param name="padding">How many values to pad.</param>
    public ReplicationPad2dAttribute(int padding) { }

    /// <summary>Pads each side by a number of its own.</summary>
    /// <param name="padding">How many values to pad, from the last axis on: left, right, top, bottom.</param>
    public ReplicationPad2dAttribute(int[] padding) { }
}

/// <summary>Pads with the values at the border: (N, C, D, H, W), each of D, H and W in + before + behind; negative numbers crop.</summary>
public sealed class ReplicationPad3dAttribute : LayerAttribute
{
    /// <summary>Pads all sides alike.</summary>
    /// <param name="padding">How many values to pad.</param>
    public ReplicationPad3dAttribute(int padding) { }

    /// <summary>Pads each side by a number of its own.</summary>
    /// <param name="padding">How many values to pad, from the last axis on: left, right, top, bottom, front, back.</param>
    public ReplicationPad3dAttribute(int[] padding) { }
}

/// <summary>Pads with the input from its other side, by its size at most: (N, C, L), each of L in + before + behind.</summary>
public sealed class CircularPad1dAttribute : LayerAttribute
{
    /// <summary>Pads all sides alike.</summary>
    /// <param name="padding">How many values to pad.</param>
    public CircularPad1dAttribute(int padding) { }

    /// <summary>Pads each side by a number of its own.</summary>
    /// <param name="padding">How many values to pad, from the last axis on: left, right.</param>
    public CircularPad1dAttribute(int[] padding) { }
}

/// <summary>Pads with the input from its other side, by its size at most: (N, C, H, W), each of H and W in + before + behind.</summary>
public sealed class CircularPad2dAttribute : LayerAttribute
{
    /// <summary>Pads all sides alike.</summary>
    /// <param name="padding">How many values to pad.</param>
    public CircularPad2dAttribute(int padding) { }

    /// <summary>Pads each side by a number of its own.</summary>
    /// <param name="padding">How many values to pad, from the last axis on: left, right, top, bottom.</param>
    public CircularPad2dAttribute(int[] padding) { }
}

/// <summary>Pads with the input from its other side, by its size at most: (N, C, D, H, W), each of D, H and W in + before + behind.</summary>
public sealed class CircularPad3dAttribute : LayerAttribute
{
    /// <summary>Pads all sides alike.</summary>
    /// <param name="padding">How many values to pad.</param>
    public CircularPad3dAttribute(int padding) { }

    /// <summary>Pads each side by a number of its own.</summary>
    /// <param name="padding">How many values to pad, from the last axis on: left, right, top, bottom, front, back.</param>
    public CircularPad3dAttribute(int[] padding) { }
}
