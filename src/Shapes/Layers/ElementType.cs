namespace ShapeGen.Layers;

/// <summary>What is known about the type of a tensor's elements, by the names of TorchSharp's ScalarType.</summary>
internal enum ElementType
{
    /// <summary>Nothing is known. It never causes a report.</summary>
    Unknown,

    /// <summary>A floating-point type, of any width.</summary>
    Floating,

    Bool,
    Byte,
    Int8,
    Int16,
    Int32,
    Int64,
    Float16,
    BFloat16,
    Float32,
    Float64,
    ComplexFloat32,
    ComplexFloat64,
}

/// <summary>Kinds of types, in the order in which the later one wins where two meet.</summary>
internal enum ElementKind
{
    Boolean,
    Integer,
    Floating,
    Complex,
}

/// <summary>Types of elements, as libtorch has them.</summary>
internal static class ElementTypes
{
    /// <summary>Null where nothing is known.</summary>
    public static ElementKind? Kind(this ElementType type) =>
        type switch
        {
            ElementType.Unknown => null,
            ElementType.Bool => ElementKind.Boolean,
            ElementType.Byte or ElementType.Int8 or ElementType.Int16 or ElementType.Int32 or ElementType.Int64 => ElementKind.Integer,
            ElementType.ComplexFloat32 or ElementType.ComplexFloat64 => ElementKind.Complex,
            _ => ElementKind.Floating,
        };

    /// <summary>Whether it is known to be an integer type or that of truth values.</summary>
    public static bool IsIntegral(this ElementType type) => type.Kind() is ElementKind.Integer or ElementKind.Boolean;

    /// <summary>
    /// The type that values of two types are brought to: that of the later kind; of one kind the wider one.
    /// See pytorch.org/docs/stable/tensor_attributes.html#type-promotion-doc.
    /// </summary>
    public static ElementType Promote(ElementType left, ElementType right)
    {
        if (left == right || left == ElementType.Unknown || right == ElementType.Unknown)
        {
            return left == right ? left : ElementType.Unknown;
        }

        var (first, second) = left < right ? (left, right) : (right, left);
        return first == ElementType.Floating
            ? (second.Kind() < ElementKind.Floating ? ElementType.Floating : ElementType.Unknown)
            : (first, second) switch
            {
                (ElementType.Byte, ElementType.Int8) => ElementType.Int16,
                (ElementType.Float16, ElementType.BFloat16) => ElementType.Float32,
                (ElementType.Float64, ElementType.ComplexFloat32) => ElementType.ComplexFloat64,
                // Complex numbers of that width have no name here.
                (ElementType.Float16 or ElementType.BFloat16, ElementType.ComplexFloat32) => ElementType.Unknown,
                _ => second,
            };
    }
}
