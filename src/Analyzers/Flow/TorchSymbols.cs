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

    /// <summary>Whether a method computes with tensors: of Tensor, torch, or torch.nn.functional.</summary>
    public bool IsOperation(IMethodSymbol method) =>
        IsTensor(method.ContainingType)
        || TypeReader.MetadataName(method.ContainingType) is "TorchSharp.torch" or "TorchSharp.torch+nn+functional";
}
