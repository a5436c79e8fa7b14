using System.Linq;
using System.Threading;
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
            .SyntaxProvider.ForAttributeWithMetadataName(WellKnownNames.NetworkAttribute, (node, _) => node is TypeDeclarationSyntax, Read)
            .Where(declaration => declaration is not null)
            .WithTrackingName(TrackingNames.Read)
            .Select((declaration, _) => NetworkCheck.Of(declaration!))
            .WithTrackingName(TrackingNames.Check);

        var ambiguous = networks
            .Select((network, _) => network.Type.MetadataName)
            .Collect()
            .Select((names, _) => HintNames.Ambiguous(names));
        var outputs = networks
            .Combine(references)
            .Combine(ambiguous)
            .Where(o => o.Left.Left.Type.CanBeGenerated && o.Left.Right.TorchSharp)
            .WithTrackingName(TrackingNames.Output);
        context.RegisterSourceOutput(
            outputs,
            (output, o) => output.AddSource(HintNames.Of(o.Left.Left.Type.MetadataName, o.Right), NetworkEmitter.Emit(o.Left.Left))
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

    /// <summary>The declaration, at the first of its parts that has the attribute: a second one is the compiler's to report.</summary>
    private static NetworkDeclaration? Read(GeneratorAttributeSyntaxContext match, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)match.TargetSymbol;
        var first = type.GetAttributes()
            .FirstOrDefault(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, match.Attributes[0].AttributeClass));
        var part = first?.ApplicationSyntaxReference?.GetSyntax(cancellation).FirstAncestorOrSelf<TypeDeclarationSyntax>();
        return part == match.TargetNode ? NetworkReader.Read(type, match.SemanticModel.Compilation, cancellation).Declaration : null;
    }
}
