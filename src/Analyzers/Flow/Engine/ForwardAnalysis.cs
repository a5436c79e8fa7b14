using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ShapeGen.Analyzers.Flow.Engine;

/// <summary>What a block makes of what is known where it begins.</summary>
internal interface ITransfer
{
    FlowState Through(BasicBlock block, FlowState state);
}

/// <summary>
/// Works out what is known at the beginning of each block of a method: the simplest fixpoint there is, written to be obviously right.
/// </summary>
internal static class ForwardAnalysis
{
    // A block that is visited oftener is taken as one of which nothing is known; values come to rest far earlier.
    private const int MostVisits = 32;

    /// <summary>By the ordinal of the block; null for one that is not reached.</summary>
    public static FlowState?[] Run(ControlFlowGraph graph, FlowState entry, ITransfer transfer, CancellationToken cancellation)
    {
        var before = new FlowState?[graph.Blocks.Length];
        var visits = new int[graph.Blocks.Length];
        var waiting = new SortedSet<int> { 0 };
        before[0] = entry;

        // Roslyn's graph has no edges to handlers: an exception may come from anywhere in the try, so that nothing is known there.
        foreach (var handler in HandlersOf(graph.Root))
        {
            before[handler.FirstBlockOrdinal] = FlowState.Empty;
            waiting.Add(handler.FirstBlockOrdinal);
        }

        while (waiting.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var block = graph.Blocks[waiting.Min];
            waiting.Remove(block.Ordinal);
            var after = ++visits[block.Ordinal] > MostVisits ? FlowState.Empty : transfer.Through(block, before[block.Ordinal]!);
            foreach (var branch in new[] { block.ConditionalSuccessor, block.FallThroughSuccessor })
            {
                if (branch?.Destination is not { } next)
                {
                    continue;
                }

                var arriving = Leaving(graph, branch, after);
                var joined = before[next.Ordinal] is { } known ? FlowState.Join(known, arriving) : arriving;
                if (before[next.Ordinal] is not { } old || !old.IsSame(joined))
                {
                    before[next.Ordinal] = joined;
                    waiting.Add(next.Ordinal);
                }
            }
        }

        return before;
    }

    /// <summary>A way that leaves a try runs its finally, which may assign; Roslyn's graph has no edges through it.</summary>
    private static FlowState Leaving(ControlFlowGraph graph, ControlFlowBranch branch, FlowState state) =>
        branch.FinallyRegions.Any(region =>
            Enumerable
                .Range(region.FirstBlockOrdinal, region.LastBlockOrdinal - region.FirstBlockOrdinal + 1)
                .SelectMany(ordinal => graph.Blocks[ordinal].Operations)
                .Any(o => o.DescendantsAndSelf().Any(IsAssignment))
        )
            ? FlowState.Empty
            : state;

    private static bool IsAssignment(IOperation operation) =>
        operation is IAssignmentOperation or IIncrementOrDecrementOperation or IArgumentOperation { Parameter.RefKind: not RefKind.None };

    private static IEnumerable<ControlFlowRegion> HandlersOf(ControlFlowRegion region) =>
        (IsHandler(region) ? new[] { region } : []).Concat(region.NestedRegions.SelectMany(HandlersOf));

    private static bool IsHandler(ControlFlowRegion region) =>
        region.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.Filter or ControlFlowRegionKind.Finally;
}
