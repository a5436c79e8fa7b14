using Microsoft.CodeAnalysis;
using ShapeGen.Roslyn;
using ShapeGen.Roslyn.Reading;

namespace ShapeGen.Analyzers.Flow;

/// <summary>The types of TorchSharp that the analysis knows.</summary>
internal sealed class TorchSymbols
{
    private readonly INamedTypeSymbol _tensor;

    private TorchSymbols(INamedTypeSymbol tensor) => _tensor = tensor;

    /// <summary>Null in a project without TorchSharp, which pays nothing.</summary>
    public static TorchSymbols? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName(WellKnownNames.Tensor) is { } tensor ? new(tensor) : null;

    public bool IsTensor(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type, _tensor);

    /// <summary>Whether a type is TorchSharp's module of so many inputs, which classes of the user's inherit from.</summary>
    public bool IsModule(INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _tensor.ContainingAssembly) && TypeReader.IsAnyModule(type);

    /// <summary>Whether a method makes layers: one of torch.nn.</summary>
    public static bool IsFactory(IMethodSymbol method) => TypeReader.MetadataName(method.ContainingType) == "TorchSharp.torch+nn";

    /// <summary>Whether a method computes with tensors: of Tensor, torch, or torch.nn.functional.</summary>
    public bool IsOperation(IMethodSymbol method) =>
        IsTensor(method.ContainingType)
        || TypeReader.MetadataName(method.ContainingType) is "TorchSharp.torch" or "TorchSharp.torch+nn+functional";
}
