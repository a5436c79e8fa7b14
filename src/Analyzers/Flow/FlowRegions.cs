using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ShapeGen.Analyzers.Flow;

/// <summary>Which blocks run for certain, and where exceptions go.</summary>
internal static class FlowRegions
{
    /// <summary>
    /// The blocks in which something may be reported: those that every run passes that ends without an exception, and around which there is
    /// no catch. What stands under a condition may never run for the shapes of a call: that is for what conditions are.
    /// </summary>
    public static HashSet<int> Certain(ControlFlowGraph graph)
    {
        var exit = graph.Blocks.Length - 1;
        return Reaches(graph, exit, without: -1)
            ? new(graph.Blocks.Where(b => !IsCaught(b.EnclosingRegion) && !Reaches(graph, exit, b.Ordinal)).Select(b => b.Ordinal))
            : [];
    }

    private static bool Reaches(ControlFlowGraph graph, int exit, int without)
    {
        var seen = new HashSet<int> { without };
        var waiting = new Stack<int>([0]);
        while (waiting.Count > 0)
        {
            var ordinal = waiting.Pop();
            if (!seen.Add(ordinal))
            {
                continue;
            }

            if (ordinal == exit)
            {
                return true;
            }

            foreach (var branch in new[] { graph.Blocks[ordinal].ConditionalSuccessor, graph.Blocks[ordinal].FallThroughSuccessor })
            {
                if (branch?.Destination is { } next)
                {
                    waiting.Push(next.Ordinal);
                }
            }
        }

        return false;
    }

    /// <summary>Whether a catch is around it: who catches exceptions may mean them.</summary>
    private static bool IsCaught(ControlFlowRegion? region) =>
        region is not null && (region.Kind == ControlFlowRegionKind.TryAndCatch || IsCaught(region.EnclosingRegion));
}

/// <summary>Variables that are assigned where the analysis does not see it.</summary>
internal static class UnstableVariables
{
    /// <summary>Those that a lambda or a local function assigns, or that have another name by reference.</summary>
    public static HashSet<ISymbol> In(IOperation body)
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
            IFieldReferenceOperation field => field.Field,
            _ => null,
        };
}
