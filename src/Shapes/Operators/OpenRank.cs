using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Operators;

/// <summary>
/// What a rule makes of tensors of which only the last dimensions are known, or nothing: the rule is asked for each rank that they may have.
/// What it gives for all of them holds; what works for none of them is an error, whatever comes.
/// </summary>
internal static class OpenRank
{
    // A batch of batches of volumes has six; more dimensions than these make no rule say anything else.
    private const int MostDimensions = 7;

    // Of one tensor that is a layer's input; pairs are tried with each rank of both.
    private const int MostTogether = 5;
    private const int MostTensors = 2;

    // They take tensors of some ranks only, or say themselves what the last dimension becomes.
    private static readonly HashSet<string> _telling =
    [
        .. "linear mm bmm mv dot layer_norm one_hot embedding conv1d conv2d conv3d group_norm batch_norm".Split(' '),
    ];

    /// <param name="open">A shape of unknown rank.</param>
    /// <param name="rule">The rule, of shapes of known rank.</param>
    public static OperatorOutcome Apply(Shape open, Func<Shape, OperatorOutcome> rule) =>
        Join([.. Closed(open, MostDimensions).Select(rule)], open.Trailing.Count);

    /// <summary>The same of an operator; null where its rule is to see the tensors as they are.</summary>
    public static OperatorOutcome? Apply(OperatorCall call, OperatorRule rule)
    {
        var places = Enumerable.Range(0, call.Arguments.Count).Where(i => OpenOf(call.Arguments[i].Value).Any()).ToArray();
        var shapes = places.SelectMany(i => OpenOf(call.Arguments[i].Value)).ToArray();
        if (places.Length is 0 or > MostTensors || !(shapes.Any(s => s.Trailing.Count > 0) || _telling.Contains(call.Name)))
        {
            return null;
        }

        var calls = places.Aggregate(
            (IEnumerable<OperatorCall>)[call],
            (all, place) => all.SelectMany(c => Closed(c, place, places.Length))
        );
        return Join([.. calls.Select(c => rule(c))], shapes[0].Trailing.Count);
    }

    private static IEnumerable<Shape> OpenOf(OperatorArgument argument) =>
        argument switch
        {
            OperatorArgument.Tensor { Shape: { Rank: null } shape } => [shape],
            OperatorArgument.Tensors { Shapes: var shapes } => shapes.Where(s => s.Rank is null),
            _ => [],
        };

    private static IEnumerable<OperatorCall> Closed(OperatorCall call, int place, int tensors) =>
        Enumerable
            .Range(0, (tensors == 1 ? MostDimensions : MostTogether) + 1)
            .Select(rank => Closed(call.Arguments[place].Value, rank))
            .OfType<OperatorArgument>()
            .Select(argument => new OperatorCall(call.Name, [.. call.Arguments.Select((a, i) => i == place ? (a.Name, argument) : a)]));

    /// <summary>The tensors of an argument with so many dimensions; null where one has more.</summary>
    private static OperatorArgument? Closed(OperatorArgument argument, int rank) =>
        OpenOf(argument).Any(s => s.Trailing.Count > rank) ? null
        : argument is OperatorArgument.Tensors { Items: var items }
            ? new OperatorArgument.Tensors(
                items.Select(i => i.Shape.Rank is null ? i with { Shape = Closed(i.Shape, rank, rank).First() } : i).ToEquatableArray()
            )
        : new OperatorArgument.Tensor(Closed(((OperatorArgument.Tensor)argument).Shape, rank, rank).First());

    private static IEnumerable<Shape> Closed(Shape open, int most) => Closed(open, open.Trailing.Count, most);

    private static IEnumerable<Shape> Closed(Shape open, int least, int most) =>
        Enumerable
            .Range(least, most + 1 - least)
            .Select(rank => Shape.Of(Enumerable.Repeat(new Axis(null), rank - open.Trailing.Count).Concat(open.Trailing)));

    private static OperatorOutcome Join(OperatorOutcome[] outcomes, int known)
    {
        var working = outcomes.Where(o => !o.Throws).ToArray();
        return working.Length == 0 ? Telling(outcomes, known)
            : working.Any(o => o.Results.Count != working[0].Results.Count) ? OperatorOutcome.Unknown
            : OperatorOutcome.Of(
                Enumerable.Range(0, working[0].Results.Count).Select(i => working.Select(o => o.Results[i]).Aggregate(Shape.Join))
            );
    }

    /// <summary>Of the errors, the one that is not about the number of dimensions: with a batch before what is known.</summary>
    private static OperatorOutcome Telling(OperatorOutcome[] errors, int known) =>
        errors.Skip(1).Append(errors[0]).FirstOrDefault(e => !e.IsAboutRank) ?? errors[known < errors.Length ? known : 0];
}
