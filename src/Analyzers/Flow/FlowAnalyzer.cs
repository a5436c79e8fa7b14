using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ShapeGen.Analyzers.Flow.Engine;
using ShapeGen.Analyzers.Flow.Interpretation;
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
                var bodies = new Bodies(start.Compilation);
                var reported = new ConcurrentDictionary<Location, ISymbol>();
                start.RegisterOperationBlockAction(block => Analyze(block, symbols, bodies, reported));
            }
        });
    }

    private static void Analyze(
        OperationBlockAnalysisContext context,
        TorchSymbols symbols,
        Bodies bodies,
        ConcurrentDictionary<Location, ISymbol> reported
    )
    {
        foreach (var block in context.OperationBlocks.Where(b => b.Kind is OperationKind.Block or OperationKind.MethodBody))
        {
            // No tensor in sight, no work.
            if (block.Descendants().Any(o => symbols.IsTensor(o.Type)))
            {
                var analysis = new MethodAnalysis(new TorchSemantics(symbols), bodies, context.CancellationToken);
                // A program of statements has no declaration to look up; what has one may be called from elsewhere, too.
                var body =
                    (context.OwningSymbol is IMethodSymbol method ? bodies.Of(method, context.CancellationToken) : null)
                    ?? new Body(context.GetControlFlowGraph(block));
                foreach (var finding in analysis.Run(context.OwningSymbol as IMethodSymbol, body))
                {
                    // Of several methods that lead to a place, one reports it; an editor that asks again gets the same.
                    var first = reported.GetOrAdd(finding.At.Syntax.GetLocation(), context.OwningSymbol);
                    if (SymbolEqualityComparer.Default.Equals(first, context.OwningSymbol))
                    {
                        Report(context, finding);
                    }
                }
            }
        }
    }

    private static void Report(OperationBlockAnalysisContext context, Finding finding)
    {
        var descriptor = finding.Kind switch
        {
            FindingKind.Contract => Descriptors.ContractBroken,
            FindingKind.Samples => Descriptors.SamplesMixed,
            _ => Descriptors.OperationFails,
        };
        var (place, caller) = (finding.At.Syntax.GetLocation(), finding.Caller?.Syntax.GetLocation());

        // An editor that looks at one file shows only what stands in it: there the call is what is wrong.
        if (caller is not null && context.FilterTree is { } tree && tree != place.SourceTree)
        {
            (place, caller) = (caller, place);
        }

        context.ReportDiagnostic(Diagnostic.Create(descriptor, place, caller is null ? null : [caller], finding.Message));
    }
}
