using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ShapeGen.Generator.Emit;
using ShapeGen.Roslyn;
using ShapeGen.Roslyn.Reading;

namespace ShapeGen.Generator;

/// <summary>
/// Generates the module of each class that is marked as a network. It reports nothing: the analyzer does, from the same reading, at
/// true locations.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var references = context
            .CompilationProvider.Select((compilation, _) => References.Of(compilation))
            .WithTrackingName(TrackingNames.References);

        var networks = context
            .SyntaxProvider.ForAttributeWithMetadataName(
                WellKnownNames.NetworkAttribute,
                (node, _) => node is TypeDeclarationSyntax,
                (match, cancellation) => NetworkReader.Read((INamedTypeSymbol)match.TargetSymbol, cancellation).Declaration
            )
            .WithTrackingName(TrackingNames.Read)
            .Select((declaration, _) => NetworkCheck.Of(declaration))
            .WithTrackingName(TrackingNames.Check);

        var outputs = networks
            .Combine(references)
            .Where(o => o.Left.Type.CanBeGenerated && o.Right.TorchSharp)
            .WithTrackingName(TrackingNames.Output);
        context.RegisterSourceOutput(
            outputs,
            (output, o) => output.AddSource($"{o.Left.Type.MetadataName}.g.cs", NetworkEmitter.Emit(o.Left))
        );

        context.RegisterSourceOutput(
            references,
            (output, r) =>
            {
                if (r.Runtime)
                {
                    output.AddSource("ShapeGen.TorchBackend.g.cs", InitializerEmitter.Emit());
                }
            }
        );
    }
}
