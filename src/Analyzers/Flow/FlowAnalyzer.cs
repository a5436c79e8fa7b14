using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ShapeGen.Analyzers.Flow.Engine;
using ShapeGen.Analyzers.Flow.Modules;
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
                var bodies = new MethodBodies(start.Compilation);
                var reported = new ConcurrentDictionary<Location, byte>();
                start.RegisterOperationBlockAction(block => Analyze(block, symbols, bodies, reported));
            }
        });
    }

    private static void Analyze(
        OperationBlockAnalysisContext context,
        TorchSymbols symbols,
        MethodBodies bodies,
        ConcurrentDictionary<Location, byte> reported
    )
    {
        foreach (var body in context.OperationBlocks.Where(b => b.Kind == OperationKind.Block))
        {
            // No tensor in sight, no work.
            if (body.Descendants().Any(o => symbols.IsTensor(o.Type)))
            {
                var findings = Findings(context, body, symbols, bodies);
                foreach (var finding in findings.Where(f => reported.TryAdd(f.At.Syntax.GetLocation(), 0)))
                {
                    Report(context, finding);
                }
            }
        }
    }

    private static List<FlowFinding> Findings(
        OperationBlockAnalysisContext context,
        IOperation body,
        TorchSymbols symbols,
        MethodBodies bodies
    )
    {
        var findings = new List<FlowFinding>();
        var runner = new ModuleRunner(symbols, bodies, context.CancellationToken);
        runner.Run(context.GetControlFlowGraph(body), Entry(context.OwningSymbol), findings.Add);
        return findings;
    }

    private static void Report(OperationBlockAnalysisContext context, FlowFinding finding)
    {
        var descriptor = finding.Kind == FlowFindingKind.Contract ? Descriptors.ContractBroken : Descriptors.OperationFails;
        context.ReportDiagnostic(Diagnostic.Create(descriptor, finding.At.Syntax.GetLocation(), finding.Message));
    }

    /// <summary>What the contract of a method says of its parameters.</summary>
    private static FlowState Entry(ISymbol owner)
    {
        var state = FlowState.Empty;
        foreach (var parameter in owner is IMethodSymbol method ? method.Parameters : ImmutableArray<IParameterSymbol>.Empty)
        {
            if (ShapeContract.Read(parameter.GetAttributes()) is { } shape)
            {
                state = state.With(parameter, new Value.Tensor(shape));
            }
        }

        return state;
    }
}
