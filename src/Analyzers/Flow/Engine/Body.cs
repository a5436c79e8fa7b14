using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace ShapeGen.Analyzers.Flow.Engine;

/// <summary>A body of code as a graph, with what is worked out of it once: where ways meet again, and which variables change unseen.</summary>
internal sealed class Body
{
    private readonly Lazy<int?[]> _meetings;

    public Body(ControlFlowGraph graph)
    {
        Graph = graph;
        Unstable = UnstableVariables.In(graph.OriginalOperation);
        Changing = UnstableVariables.AssignedTwice(graph.OriginalOperation);
        _meetings = new(() => PostDominators.Of(this));
    }

    public ControlFlowGraph Graph { get; }

    /// <summary>Variables that are assigned where the analysis does not see it.</summary>
    public ISet<ISymbol> Unstable { get; }

    /// <summary>Variables that have more than one value in their life, so that a lambda may see another one than there was when it was made.</summary>
    public ISet<ISymbol> Changing { get; }

    public int Exit => Graph.Blocks.Length - 1;

    /// <summary>The block in which all ways from this one that come to an end meet again; null if it is the end of none.</summary>
    public int? Meeting(int ordinal) => _meetings.Value[ordinal];

    /// <summary>Where it goes on from a block: by its branches, and into the handlers where a try begins.</summary>
    public IEnumerable<int> Successors(int ordinal) =>
        new[] { Graph.Blocks[ordinal].ConditionalSuccessor, Graph.Blocks[ordinal].FallThroughSuccessor }
            .Select(b => b?.Destination?.Ordinal)
            .OfType<int>()
            .Concat(TryAt(ordinal) is { } region ? HandlersOf(region).Select(h => h.FirstBlockOrdinal) : []);

    /// <summary>The try with a catch that begins with a block.</summary>
    public ControlFlowRegion? TryAt(int ordinal)
    {
        for (var region = Graph.Blocks[ordinal].EnclosingRegion; region is not null; region = region.EnclosingRegion)
        {
            if (region.Kind == ControlFlowRegionKind.TryAndCatch && region.FirstBlockOrdinal == ordinal)
            {
                return region;
            }
        }

        return null;
    }

    /// <summary>The handlers of a try.</summary>
    public static IEnumerable<ControlFlowRegion> HandlersOf(ControlFlowRegion region) =>
        region.NestedRegions.Where(r =>
            r.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.Filter or ControlFlowRegionKind.FilterAndHandler
        );

    /// <summary>What the blocks of a region do.</summary>
    public IEnumerable<IOperation> OperationsOf(ControlFlowRegion region) =>
        Enumerable
            .Range(region.FirstBlockOrdinal, region.LastBlockOrdinal - region.FirstBlockOrdinal + 1)
            .SelectMany(i => Graph.Blocks[i].Operations.Concat(new[] { Graph.Blocks[i].BranchValue }.OfType<IOperation>()));
}

/// <summary>For each block, the first one that every way to the end passes after it.</summary>
internal static class PostDominators
{
    /// <summary>The simple algorithm of Cooper, Harvey and Kennedy, on the graph backwards; ways that end in an exception do not count.</summary>
    public static int?[] Of(Body body)
    {
        var count = body.Graph.Blocks.Length;
        var successors = Enumerable.Range(0, count).Select(i => body.Successors(i).ToArray()).ToArray();
        var predecessors = Enumerable.Range(0, count).Select(_ => new List<int>()).ToArray();
        for (var i = 0; i < count; i++)
        {
            foreach (var next in successors[i])
            {
                predecessors[next].Add(i);
            }
        }

        var order = PostOrder(body.Exit, predecessors);
        var rank = new int[count];
        for (var i = 0; i < order.Count; i++)
        {
            rank[order[i]] = i;
        }

        var meeting = new int?[count];
        meeting[body.Exit] = body.Exit;
        for (var changed = true; changed; )
        {
            changed = false;
            foreach (var block in Enumerable.Reverse(order).Skip(1))
            {
                int? common = null;
                foreach (var next in successors[block].Where(n => meeting[n] is not null))
                {
                    common = common is { } other ? Intersect(next, other) : next;
                }

                changed |= meeting[block] != common;
                meeting[block] = common;
            }
        }

        meeting[body.Exit] = null;
        return meeting;

        int Intersect(int left, int right)
        {
            while (left != right)
            {
                (left, right) = rank[left] < rank[right] ? (meeting[left]!.Value, right) : (left, meeting[right]!.Value);
            }

            return left;
        }
    }

    private static List<int> PostOrder(int start, List<int>[] next)
    {
        var order = new List<int>();
        var seen = new HashSet<int> { start };
        var waiting = new Stack<(int Block, int At)>([(start, 0)]);
        while (waiting.Count > 0)
        {
            var (block, at) = waiting.Pop();
            if (at == next[block].Count)
            {
                order.Add(block);
                continue;
            }

            waiting.Push((block, at + 1));
            if (seen.Add(next[block][at]))
            {
                waiting.Push((next[block][at], 0));
            }
        }

        return order;
    }
}
