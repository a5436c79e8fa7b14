using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using ShapeGen.Analyzers.Flow.Engine;
using ShapeGen.Layers;
using ShapeGen.Roslyn;
using ShapeGen.Roslyn.Reading;

namespace ShapeGen.Analyzers.Flow.Torch;

/// <summary>The types of TorchSharp that the analysis knows.</summary>
internal sealed class TorchSymbols
{
    // What stands before the names of operators of a class.
    private static readonly Dictionary<string, string> _spaces = new()
    {
        ["TorchSharp.torch"] = "",
        ["TorchSharp.torch+nn+functional"] = "",
        ["TorchSharp.torch+linalg"] = "linalg.",
        ["TorchSharp.torch+fft"] = "fft.",
        ["TorchSharp.torch+special"] = "special.",
    };

    private readonly INamedTypeSymbol _tensor;

    private TorchSymbols(INamedTypeSymbol tensor) => _tensor = tensor;

    /// <summary>Null in a project without TorchSharp, which pays nothing.</summary>
    public static TorchSymbols? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName(WellKnownNames.Tensor) is { } tensor ? new(tensor) : null;

    /// <summary>A tensor, or what is one by inheritance: a parameter.</summary>
    public bool IsTensor(ITypeSymbol? type) =>
        SymbolEqualityComparer.Default.Equals(type, _tensor)
        || (type is { Name: "Parameter" } && SymbolEqualityComparer.Default.Equals(type.BaseType, _tensor));

    /// <summary>What is known of an operation by its type alone.</summary>
    public Value Unknown(IOperation at) => IsTensor(at.Type) ? TensorValue.OfAny : Value.Unknown;

    public bool IsTensorIndex(ITypeSymbol? type) => type is { Name: "TensorIndex" } && IsOfTorch(type);

    public bool IsScalar(ITypeSymbol? type) => type is { Name: "Scalar" } && IsOfTorch(type);

    /// <summary>Whether a type is TorchSharp's own.</summary>
    public bool IsOfTorch(ITypeSymbol type) => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _tensor.ContainingAssembly);

    /// <summary>Whether a method makes layers: one of torch.nn.</summary>
    public static bool IsFactory(IMethodSymbol method) => TypeReader.MetadataName(method.ContainingType) == "TorchSharp.torch+nn";

    /// <summary>Whether a method computes with tensors: of Tensor, torch, or a class within torch.</summary>
    public bool IsOperation(IMethodSymbol method) =>
        method.ContainingType is { } type
        && IsOfTorch(type)
        && (IsTensor(type) || _spaces.ContainsKey(TypeReader.MetadataName(type)) || type.Name == "TensorExtensionMethods");

    /// <summary>The name of an operator: those of linalg, fft and special have that before them.</summary>
    public static string NameOf(IMethodSymbol method) =>
        _spaces.TryGetValue(TypeReader.MetadataName(method.ContainingType), out var space) ? space + method.Name : method.Name;

    /// <summary>The type that torch has a name of its own for: float32, @double.</summary>
    public static ElementType? ElementTypeOf(string name) =>
        name switch
        {
            "bool" => ElementType.Bool,
            "uint8" => ElementType.Byte,
            "int8" => ElementType.Int8,
            "int16" or "short" => ElementType.Int16,
            "int32" or "int" => ElementType.Int32,
            "int64" or "long" => ElementType.Int64,
            "float16" or "half" => ElementType.Float16,
            "bfloat16" => ElementType.BFloat16,
            "float32" or "float" => ElementType.Float32,
            "float64" or "double" => ElementType.Float64,
            "complex64" or "cfloat" => ElementType.ComplexFloat32,
            "complex128" or "cdouble" => ElementType.ComplexFloat64,
            _ => null,
        };

    public static bool IsInteger(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;

    /// <summary>What an integer is called in sizes that any caller gives: Net.width of a constructor.</summary>
    public static string NameOf(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
            ? $"{constructor.ContainingType.Name}.{parameter.Name}"
            : parameter.Name;
}
