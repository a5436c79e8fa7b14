using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ShapeGen.Analyzers.Flow.Engine;
using ShapeGen.Analyzers.Flow.Interpretation;
using ShapeGen.Analyzers.Flow.Reuse;
using ShapeGen.Analyzers.Flow.Torch;
using ShapeGen.Roslyn.Diagnostics;

namespace ShapeGen.Analyzers.Flow;

/// <summary>
/// Follows shapes through code that is written by hand, and reports what is wrong on every way that leads there. What it cannot prove it
/// does not report.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FlowAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.Flow.ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (TorchSymbols.Of(start.Compilation) is { } symbols)
            {
                var project = new Project(symbols, new Bodies(start.Compilation), Edition.Of(start.Compilation));
                start.RegisterOperationBlockAction(block => Analyze(block, project));
            }
        });
    }

    /// <summary>Is told of each body that is worked out, for tests.</summary>
    internal Action<ISymbol>? Analyzing { get; set; }

    private void Analyze(OperationBlockAnalysisContext context, Project project)
    {
        foreach (var block in context.OperationBlocks.Where(b => b.Kind is OperationKind.Block or OperationKind.MethodBody))
        {
            foreach (var finding in FindingCache.Get(block.Syntax, project.Edition, reads => Findings(context, block, project, reads)))
            {
                // Of several methods that lead to a place, one reports it; an editor that asks again gets the same.
                var first = project.Reported.GetOrAdd(finding.Place, context.OwningSymbol);
                if (SymbolEqualityComparer.Default.Equals(first, context.OwningSymbol))
                {
                    Report(context, finding);
                }
            }
        }
    }

    private IReadOnlyList<Finding> Findings(OperationBlockAnalysisContext context, IOperation block, Project project, Reads reads)
    {
        // No tensor in sight, no work.
        if (!block.Descendants().Any(o => project.Symbols.IsTensor(o.Type)))
        {
            return [];
        }

        Analyzing?.Invoke(context.OwningSymbol);
        var (method, bodies) = (context.OwningSymbol as IMethodSymbol, project.Bodies.NotingIn(reads));

        // A program of statements has no declaration to look up; what has one may be called from elsewhere, too.
        var body =
            (method is null ? null : bodies.Of(method, context.CancellationToken)) ?? new Body(context.GetControlFlowGraph(block));
        return new MethodAnalysis(new TorchSemantics(project.Symbols), bodies, context.CancellationToken).Run(method, body);
    }

    private static void Report(OperationBlockAnalysisContext context, PlacedFinding finding)
    {
        var descriptor = finding.Kind switch
        {
            _ when finding.IsForBatch => Descriptors.FailsForBatch,
            FindingKind.Contract => Descriptors.ContractBroken,
            FindingKind.Samples => Descriptors.SamplesMixed,
            _ => Descriptors.OperationFails,
        };
        var (place, caller) = (finding.Place, finding.Caller);

        // An editor that looks at one file shows only what stands in it: there the call is what is wrong.
        if (caller is not null && context.FilterTree is { } tree && tree != place.SourceTree)
        {
            (place, caller) = (caller, place);
        }

        context.ReportDiagnostic(Diagnostic.Create(descriptor, place, caller is null ? null : [caller], finding.Message));
    }

    /// <summary>One state of a project.</summary>
    private sealed record Project(TorchSymbols Symbols, Bodies Bodies, Edition Edition)
    {
        public ConcurrentDictionary<Location, ISymbol> Reported { get; } = new();
    }
}
