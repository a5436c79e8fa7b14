using System;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;

namespace ShapeGen.Operators;

/// <summary>
/// What a rule makes of a tensor of which only the last dimensions are known, or nothing: the rule is asked for each rank that the tensor may
/// have. What it gives for all of them holds; what works for none of them is an error, whatever comes.
/// </summary>
internal static class OpenRank
{
    // A batch of batches of volumes has six; more dimensions than these make no rule say anything else.
    private const int MostDimensions = 7;

    /// <param name="open">A shape of unknown rank.</param>
    /// <param name="rule">The rule, of shapes of known rank.</param>
    public static OperatorOutcome Apply(Shape open, Func<Shape, OperatorOutcome> rule)
    {
        var known = open.Trailing.Count;
        var outcomes = Enumerable
            .Range(known, MostDimensions + 1 - known)
            .Select(rank => Shape.Of(Enumerable.Repeat(new Axis(null), rank - known).Concat(open.Trailing)))
            .Select(rule)
            .ToArray();
        var working = outcomes.Where(o => !o.Throws).ToArray();
        return working.Length == 0 ? Telling(outcomes, known)
            : working.Any(o => o.Results.Count != working[0].Results.Count) ? OperatorOutcome.Unknown
            : OperatorOutcome.Of(
                Enumerable.Range(0, working[0].Results.Count).Select(i => working.Select(o => o.Results[i]).Aggregate(Shape.Join))
            );
    }

    /// <summary>Of the errors, the one that is not about the number of dimensions: with a batch before what is known.</summary>
    private static OperatorOutcome Telling(OperatorOutcome[] errors, int known) =>
        errors.Skip(1).Append(errors[0]).FirstOrDefault(e => e.Mismatch is not { Kind: ProblemKind.WrongRank }) ?? errors[0];
}
