using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;

namespace ShapeGen.Operators;

/// <summary>einsum("bij,bjk->bik", …): each letter is a size; what the result does not name is summed over.</summary>
internal static class Einsum
{
    public static OperatorOutcome Apply(OperatorCall call)
    {
        if (
            call["equation"] is not OperatorArgument.Word { Value: var equation }
            || call["tensors"] is not OperatorArgument.Tensors { Shapes: var shapes }
            || shapes.Any(s => s.Rank is null)
        )
        {
            return OperatorOutcome.Unknown;
        }

        var sides = equation.Replace(" ", "").Split(["->"], System.StringSplitOptions.None);
        var terms = sides[0].Split(',');
        if (sides.Length > 2 || equation.Contains("...") || terms.Concat(sides.Skip(1)).Any(t => !t.All(IsLetter)))
        {
            return OperatorOutcome.Unknown;
        }

        if (terms.Length != shapes.Count)
        {
            return OperatorOutcome.Fails($"einsum \"{equation}\" names {terms.Length} tensors, but gets {shapes.Count}");
        }

        var sizes = new Dictionary<char, Axis>();
        for (var i = 0; i < terms.Length; i++)
        {
            if (terms[i].Length != shapes[i].Rank)
            {
                return OperatorOutcome.Fails(
                    $"einsum \"{equation}\" names {terms[i].Length} dimensions as {terms[i]}, but the tensor is {shapes[i]}"
                );
            }

            foreach (var (letter, axis) in terms[i].Zip(shapes[i].Axes, (l, a) => (l, a)))
            {
                var known = sizes.TryGetValue(letter, out var other) ? other : new Axis(1);
                var isTwice = terms[i].Count(l => l == letter) > 1;
                if (isTwice && terms[i].Zip(shapes[i].Axes, (l, a) => (l, a)).Any(o => o.l == letter && Samples.AreDifferent(o.a, axis)))
                {
                    return OperatorOutcome.Fails(
                        $"einsum \"{equation}\": {letter} is twice in {terms[i]}, with different sizes of {shapes[i]}"
                    );
                }

                if (Broadcasting.Of(Shape.Of(known), Shape.Of(axis)) is not { } common)
                {
                    return OperatorOutcome.Fails($"einsum \"{equation}\": {letter} is {known} and {axis}");
                }

                sizes[letter] = common.Axes[0];
            }
        }

        // Without an arrow: what is named once, in the order of the alphabet.
        var result =
            sides.Length == 2
                ? sides[1]
                : string.Concat(sides[0].Where(IsLetter).GroupBy(l => l).Where(g => g.Count() == 1).Select(g => g.Key).OrderBy(l => l));
        var unknown = result.Where(l => !sizes.ContainsKey(l)).ToArray();
        return unknown.Length > 0 ? OperatorOutcome.Fails($"einsum \"{equation}\" gives {unknown[0]}, which no tensor has")
            : result.Distinct().Count() < result.Length ? OperatorOutcome.Fails($"einsum \"{equation}\" gives a dimension twice")
            : OperatorOutcome.Of(Shape.Of(result.Select(l => sizes[l])));
    }

    private static bool IsLetter(char letter) => letter is >= 'a' and <= 'z' or >= 'A' and <= 'Z';
}
