using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace ShapeGen.Analyzers.Flow.Engine;

/// <summary>What a block of code makes of what is known where it begins, and the value that it branches on.</summary>
internal interface IEvaluator
{
    /// <summary>Null if the block never comes to its end, since something in it always throws.</summary>
    (FlowState After, Value Branch)? Through(BasicBlock block, FlowState state);

    /// <summary>Whether every run that comes to its end comes to what is run now.</summary>
    bool IsOnEveryRun { get; set; }

    /// <summary>Whether what runs when a try is left may change what is known.</summary>
    bool MayChange(IOperation operation);
}

/// <summary>
/// Runs a body of code on what is known. As long as conditions are known it runs as the program would, loops included; where one is not, it
/// runs both ways and joins what they leave where they meet. A loop whose end is not known is run until nothing changes any more, and what
/// still changes by then is unknown. So each state that an operation sees holds for every run that comes there.
/// </summary>
internal sealed class Execution(Body body, IEvaluator evaluator, Budget budget)
{
    // Rounds of a loop after which what changes is unknown.
    private const int RoundsBeforeWidening = 2;

    // Rounds that a loop is run for itself however little it does.
    private const int RoundsBeforeCounting = 8;

    private readonly FlowState?[] _last = new FlowState?[body.Graph.Blocks.Length];
    private readonly int[] _rounds = new int[body.Graph.Blocks.Length];
    private readonly List<TextSpan> _conditional = [];
    private readonly HashSet<int> _openTries = [];
    private Value? _returned;

    /// <summary>Whether an operation runs in every run of the body that comes near it: it is not under a condition that is not known.</summary>
    public bool IsCertain(IOperation operation) => !_conditional.Any(c => c.Contains(operation.Syntax.Span));

    /// <summary>What is known when it returns, null if it never does; and what it gives.</summary>
    public (FlowState? Final, Value Returned) Run(FlowState entry)
    {
        var exit = new Stop(body.Exit, null);
        Walk(0, entry, exit);
        return (exit.Arrived, _returned ?? Value.Unknown);
    }

    private void Walk(int at, FlowState state, Stop stops)
    {
        while (true)
        {
            if (stops.Find(at) is { } stop)
            {
                stop.Arrive(state);
                return;
            }

            budget.Spend();
            if (body.TryAt(at) is { } region && _openTries.Add(at))
            {
                if (Try(at, region, state, stops) is not { } after)
                {
                    return;
                }

                (at, state) = after;
                continue;
            }

            var block = body.Graph.Blocks[at];
            if (block.ConditionalSuccessor is null)
            {
                if (
                    evaluator.Through(block, state) is not { } end
                    || Next(block.FallThroughSuccessor, end.After, end.Branch) is not { } next
                )
                {
                    return;
                }

                (at, state) = next;
                continue;
            }

            if (evaluator.Through(block, state) is not { } reached)
            {
                return;
            }

            var isDecided = reached.Branch is Value.Flag && budget.MayRepeat(_rounds[at]++) && !OnlyCounts(block, state);
            var onward = isDecided ? Next(Taken(block, reached.Branch), reached.After, Value.Unknown) : Fork(block, state, reached, stops);
            if (onward is null)
            {
                return;
            }

            (at, state) = onward.Value;
        }
    }

    /// <summary>Whether a loop has come to do the same again and again: nothing has changed since the last round but what its condition counts.</summary>
    private bool OnlyCounts(BasicBlock block, FlowState state)
    {
        var last = _last[block.Ordinal];
        _last[block.Ordinal] = state;
        if (last is null || _rounds[block.Ordinal] < RoundsBeforeCounting)
        {
            return false;
        }

        var counted = block.BranchValue!.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Select(l => (object)l.Local).ToArray();
        return state.IsSameBut(last, counted);
    }

    private static ControlFlowBranch? Taken(BasicBlock block, Value condition) =>
        condition is Value.Flag { IsTrue: var isTrue } && isTrue == (block.ConditionKind == ControlFlowConditionKind.WhenTrue)
            ? block.ConditionalSuccessor
            : block.FallThroughSuccessor;

    /// <summary>Both ways, and again if one of them comes back; what is known where they meet, where all runs come together again.</summary>
    private (int At, FlowState State)? Fork(BasicBlock block, FlowState state, (FlowState After, Value Branch) reached, Stop stops)
    {
        var isOnEveryRun = evaluator.IsOnEveryRun;
        evaluator.IsOnEveryRun = false;
        var next = BothWays(block, state, reached, stops);
        evaluator.IsOnEveryRun = isOnEveryRun;
        return next;
    }

    private (int At, FlowState State)? BothWays(BasicBlock block, FlowState state, (FlowState After, Value Branch) reached, Stop stops)
    {
        var meeting = body.Meeting(block.Ordinal);
        var conditional = ConditionalPart(block);
        for (var round = 1; ; round++)
        {
            var met = new Stop(meeting ?? -1, stops);
            var again = new Stop(block.Ordinal, met);
            _conditional.AddRange(conditional);
            foreach (var branch in WaysOn(block, reached.Branch))
            {
                if (Next(branch, reached.After, Value.Unknown) is { } way)
                {
                    Walk(way.At, way.State, again);
                }
            }

            _conditional.RemoveRange(_conditional.Count - conditional.Length, conditional.Length);
            var next = again.Arrived is null ? state : FlowState.Join(state, again.Arrived);
            if (next.IsSame(state))
            {
                return met.Arrived is null ? null : (meeting!.Value, met.Arrived);
            }

            state = round > RoundsBeforeWidening ? FlowState.Common(state, next) : next;
            if (evaluator.Through(block, state) is not { } renewed)
            {
                return null;
            }

            reached = renewed;
        }
    }

    // A loop that is not repeated any more may still know that it goes on, or that it ends.
    private static ControlFlowBranch?[] WaysOn(BasicBlock block, Value condition) =>
        condition is Value.Flag ? [Taken(block, condition)] : [block.ConditionalSuccessor, block.FallThroughSuccessor];

    /// <summary>The body of a try and its handlers, which may begin after any part of it has run.</summary>
    private (int, FlowState)? Try(int at, ControlFlowRegion region, FlowState state, Stop stops)
    {
        var meeting = body.Meeting(at);
        var met = new Stop(meeting ?? -1, stops);
        var isOnEveryRun = evaluator.IsOnEveryRun;
        evaluator.IsOnEveryRun = false;
        var syntax = body.OperationsOf(region)
            .Select(o => o.Syntax.FirstAncestorOrSelf<TryStatementSyntax>())
            .FirstOrDefault(s => s is not null);
        TextSpan[] conditional = syntax is null ? [] : [syntax.Span];
        _conditional.AddRange(conditional);
        Walk(at, state, met);
        foreach (var handler in Body.HandlersOf(region))
        {
            Walk(handler.FirstBlockOrdinal, Interrupted(state, region), met);
        }

        _conditional.RemoveRange(_conditional.Count - conditional.Length, conditional.Length);
        _openTries.Remove(at);
        evaluator.IsOnEveryRun = isOnEveryRun;
        return met.Arrived is null ? null : (meeting!.Value, met.Arrived);
    }

    /// <summary>What holds wherever in a region an exception comes from: variables that it does not assign. Objects may be any.</summary>
    private FlowState Interrupted(FlowState state, ControlFlowRegion region)
    {
        var assigned = UnstableVariables.VariablesOf(
            body.OperationsOf(region).SelectMany(o => o.DescendantsAndSelf()).Select(UnstableVariables.TargetOf)
        );
        return new(
            state.Variables.Where((v, value) => v is ISymbol symbol && !assigned.Contains(symbol) && value is not Value.IChangeable),
            FlowState.Empty.Heap
        );
    }

    private (int At, FlowState State)? Next(ControlFlowBranch? branch, FlowState state, Value value)
    {
        if (branch?.Destination is not { } next)
        {
            return null;
        }

        if (branch.Semantics == ControlFlowBranchSemantics.Return)
        {
            _returned = _returned is null ? value : Value.Join(_returned, value);
        }

        // A way that leaves a try runs its finally, which may assign; the graph has no edges through it.
        var assigned = branch.FinallyRegions.SelectMany(body.OperationsOf).SelectMany(o => o.DescendantsAndSelf());
        return (next.Ordinal, assigned.Any(evaluator.MayChange) ? FlowState.Empty : state);
    }

    /// <summary>The code that a condition guards. What a loop guards is not counted: it is written to run.</summary>
    private static TextSpan[] ConditionalPart(BasicBlock block)
    {
        var spans = new List<TextSpan>();
        for (var node = block.BranchValue?.Syntax; node is not null and not MemberDeclarationSyntax; node = node.Parent)
        {
            switch (node)
            {
                case IfStatementSyntax { Statement: var then, Else: var otherwise }:
                    spans.Add(then.Span);
                    spans.AddRange(otherwise is null ? [] : [otherwise.Span]);
                    return [.. spans];
                case ConditionalExpressionSyntax expression:
                    spans.AddRange([expression.WhenTrue.Span, expression.WhenFalse.Span]);
                    break;
                case BinaryExpressionSyntax { Right: var right } binary when IsShort(binary):
                    spans.Add(right.Span);
                    break;
                case ConditionalAccessExpressionSyntax access:
                    spans.Add(access.WhenNotNull.Span);
                    break;
                case SwitchStatementSyntax or SwitchExpressionSyntax:
                    spans.Add(node.Span);
                    break;
                case StatementSyntax:
                    return [.. spans];
            }
        }

        return [.. spans];
    }

    private static bool IsShort(BinaryExpressionSyntax binary) => binary.OperatorToken.ValueText is "&&" or "||" or "??";

    /// <summary>A block at which a walk ends, and what is known when it does.</summary>
    private sealed class Stop(int block, Stop? outer)
    {
        public FlowState? Arrived { get; private set; }

        public Stop? Find(int ordinal) => ordinal == block ? this : outer?.Find(ordinal);

        public void Arrive(FlowState state) => Arrived = Arrived is null ? state : FlowState.Join(Arrived, state);
    }
}
