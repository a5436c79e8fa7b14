using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ShapeGen.Layers;
using ShapeGen.Networks;
using ShapeGen.Roslyn;
using ShapeGen.Roslyn.Diagnostics;
using ShapeGen.Roslyn.Reading;

namespace ShapeGen.Analyzers.Declarations;

/// <summary>Reports what does not fit in classes that are marked as networks, on the argument that is wrong.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NetworkAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        Descriptors.All.Where(d => d.Id != DiagnosticIds.GeneratedConstant).ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(WellKnownNames.NetworkAttribute) is { } marker)
            {
                var hasTorchSharp = start.Compilation.GetTypeByMetadataName(WellKnownNames.Module) is not null;
                start.RegisterSymbolAction(symbol => Analyze(symbol, marker, hasTorchSharp), SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol marker, bool hasTorchSharp)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var attributes = type.GetAttributes();
        if (!attributes.Any(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, marker)))
        {
            if (attributes.Any(NetworkReader.IsLayerOfOurs))
            {
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.NoNetwork, type.Locations[0], type.Name));
            }

            return;
        }

        var source = NetworkReader.Read(type, context.CancellationToken);
        var locations = new ProblemLocations(type, source, context.CancellationToken);
        var problems = NetworkCheck.Of(source.Declaration).Problems.AsEnumerable();
        foreach (var problem in hasTorchSharp ? problems : problems.Append(new Problem(ProblemKind.NoTorchSharp, type.Name)))
        {
            var producer = problem.Producer is { } p ? locations.OfProducer(p) : null;
            context.ReportDiagnostic(
                Diagnostic.Create(
                    Descriptors.Of(problem.Kind),
                    locations.Of(problem),
                    producer is null ? [] : [producer],
                    FixFacts.Of(problem),
                    [.. problem.Words]
                )
            );
        }
    }
}
