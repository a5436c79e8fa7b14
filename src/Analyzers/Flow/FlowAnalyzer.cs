using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ShapeGen.Analyzers.Flow.Engine;
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
                start.RegisterOperationBlockAction(block => Analyze(block, symbols));
            }
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, TorchSymbols symbols)
    {
        foreach (var body in context.OperationBlocks.Where(b => b.Kind == OperationKind.Block))
        {
            // No tensor in sight, no work.
            if (body.Descendants().Any(o => symbols.IsTensor(o.Type)))
            {
                Analyze(context, body, symbols);
            }
        }
    }

    private static void Analyze(OperationBlockAnalysisContext context, IOperation body, TorchSymbols symbols)
    {
        var graph = context.GetControlFlowGraph(body);
        var interpreter = new FlowInterpreter(symbols, Unstable(body));
        var before = ForwardAnalysis.Run(graph, Entry(context.OwningSymbol), interpreter, context.CancellationToken);

        interpreter.Report = finding => Report(context, finding);
        foreach (var block in graph.Blocks)
        {
            // Who catches exceptions may mean them.
            if (before[block.Ordinal] is { } state && !IsCaught(block.EnclosingRegion))
            {
                interpreter.Through(block, state);
            }
        }
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

    /// <summary>Variables that a lambda or a local function assigns, or that have another name by reference.</summary>
    private static HashSet<ISymbol> Unstable(IOperation body)
    {
        var nested = body.Descendants()
            .Where(o => o is IAnonymousFunctionOperation or ILocalFunctionOperation)
            .SelectMany(f => f.Descendants());
        var targets = nested.Select(o =>
            o switch
            {
                IAssignmentOperation assignment => assignment.Target,
                IIncrementOrDecrementOperation step => step.Target,
                IArgumentOperation { Parameter.RefKind: not RefKind.None } argument => argument.Value,
                _ => null,
            }
        );
        var references = body.Descendants().OfType<ISimpleAssignmentOperation>().Where(a => a.IsRef).Select(a => a.Value);
        var declared = body.Descendants()
            .OfType<IVariableDeclaratorOperation>()
            .Where(d => d.Symbol.IsRef)
            .Select(d => d.Initializer?.Value);
        return new(
            targets.Concat(references).Concat(declared).SelectMany(t => t?.DescendantsAndSelf() ?? []).Select(VariableOf).OfType<ISymbol>(),
            SymbolEqualityComparer.Default
        );
    }

    private static ISymbol? VariableOf(IOperation operation) =>
        operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };

    private static bool IsCaught(ControlFlowRegion? region) =>
        region is not null && (region.Kind == ControlFlowRegionKind.TryAndCatch || IsCaught(region.EnclosingRegion));
}
