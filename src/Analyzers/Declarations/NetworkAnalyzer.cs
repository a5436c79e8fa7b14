using System.Collections.Generic;
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
                start.RegisterSymbolAction(symbol => AnalyzeMethod(symbol, marker), SymbolKind.Method);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol marker, bool hasTorchSharp)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var attributes = type.GetAttributes();
        if (IsMarked(type, marker))
        {
            AnalyzeNetwork(context, type, hasTorchSharp);
        }
        else if (BlockReader.IsBlock(type))
        {
            AnalyzeBlock(context, type);
        }
        else if (attributes.Any(LayerReader.IsLayerOfOurs))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.NoNetwork, type.Locations[0], type.Name));
        }
    }

    /// <summary>Layers on a method of a class that is no network. Only partial methods, which are few, are looked at.</summary>
    private static void AnalyzeMethod(SymbolAnalysisContext context, INamedTypeSymbol marker)
    {
        if (
            context.Symbol is IMethodSymbol { IsPartialDefinition: true } method
            && !IsMarked(method.ContainingType, marker)
            && method.GetAttributes().Any(LayerReader.IsLayerOfOurs)
        )
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.NoNetwork, method.Locations[0], method.ContainingType.Name));
        }
    }

    private static bool IsMarked(INamedTypeSymbol type, INamedTypeSymbol marker) =>
        type.GetAttributes().Any(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, marker));

    private static void AnalyzeNetwork(SymbolAnalysisContext context, INamedTypeSymbol type, bool hasTorchSharp)
    {
        var source = NetworkReader.Read(type, context.Compilation, context.CancellationToken);
        var locations = new ProblemLocations(type, source, context.CancellationToken);
        var problems = NetworkCheck.Of(source.Declaration).Problems.AsEnumerable();
        var reported = new HashSet<(string, Location)>();
        foreach (var problem in hasTorchSharp ? problems : problems.Append(new Problem(ProblemKind.NoTorchSharp, type.Name)))
        {
            // Two stages may use one block that is wrong.
            if (problem.Block is not null && !reported.Add((Descriptors.Of(problem.Kind).Id, locations.Of(problem))))
            {
                continue;
            }

            var part = problem.Stage is { } stage ? $"{type.Name}.{source.Stages[stage].Method.Name}" : type.Name;
            var where = problem.Trail.Count == 0 ? "" : $" (in {string.Join(" in ", problem.Trail)} of {part})";
            context.ReportDiagnostic(
                Diagnostic.Create(
                    Descriptors.Of(problem.Kind),
                    locations.Of(problem),
                    locations.Others(problem),
                    FixFacts.Of(problem),
                    [.. problem.Words, where]
                )
            );
        }
    }

    /// <summary>What is wrong with a block however it is used; the rest shows itself where it is used.</summary>
    private static void AnalyzeBlock(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        var block = BlockReader.Read(type, new(context.Compilation, context.CancellationToken), context.CancellationToken);
        var locations = new BlockLocations(type, block, context.CancellationToken);
        foreach (var problem in block.Problems.Concat(BlockReader.UnusedArguments(block.Spec)))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.Of(problem.Kind), locations.Of(problem), [], [.. problem.Words, ""]));
        }
    }
}
