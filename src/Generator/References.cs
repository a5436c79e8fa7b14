using Microsoft.CodeAnalysis;
using ShapeGen.Roslyn;

namespace ShapeGen.Generator;

/// <summary>What the generated code may use.</summary>
/// <param name="TorchSharp">Whether TorchSharp is referenced: without it nothing can be generated.</param>
/// <param name="Runtime">Whether ShapeGen.Runtime is referenced, and module initializers exist.</param>
internal sealed record References(bool TorchSharp, bool Runtime)
{
    public static References Of(Compilation compilation) =>
        new(
            compilation.GetTypeByMetadataName(WellKnownNames.Module) is not null,
            compilation.GetTypeByMetadataName(WellKnownNames.TorchBackend) is not null
                && compilation.GetTypeByMetadataName("System.Runtime.CompilerServices.ModuleInitializerAttribute") is not null
        );
}
