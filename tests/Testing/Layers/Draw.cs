using ShapeGen;
using ShapeGen.Algebra;
using ShapeGen.Layers;

namespace Testing.Layers;

/// <summary>Random arguments and shapes: mostly legal, and now and then not.</summary>
internal static class Draw
{
    private const int LargestImage = 9;

    public static T OneOf<T>(Random random, params T[] values) => values[random.Next(values.Length)];

    /// <summary>The value nine times in ten, else another one between the bounds.</summary>
    public static long Mostly(Random random, long value, int low, int high) => random.Next(10) > 0 ? value : random.Next(low, high + 1);

    public static ArgumentValue Size(long value) => ArgumentValue.Of((Dim)value);

    /// <summary>One size for all axes or one for each; one time in forty a bad one, if there is one.</summary>
    public static ArgumentValue Sizes(Random random, int axes, int low, int high, int? bad = null)
    {
        Dim One() => bad is { } b && random.Next(40) == 0 ? b : random.Next(low, high + 1);
        return axes == 1 || random.Next(2) == 0
            ? ArgumentValue.Of(One())
            : ArgumentValue.Of([.. Enumerable.Range(0, axes).Select(_ => One())]);
    }

    /// <summary>The arguments with each of some others added half of the time.</summary>
    public static Arguments Some(Random random, Arguments arguments, params (string Name, ArgumentValue Value)[] optional) =>
        new(arguments.Items.Concat(optional.Where(_ => random.Next(2) == 0).Select(o => new Argument(o.Name, o.Value))).ToEquatableArray());

    /// <summary>A batch of images; one time in six a single one, and one time in ten something of another rank.</summary>
    public static long[] Image(Random random, int axes, bool rankOff = false)
    {
        var rank =
            rankOff && random.Next(10) == 0 ? random.Next(1, axes + 4)
            : random.Next(6) == 0 ? axes + 1
            : axes + 2;
        return [.. Enumerable.Range(0, rank).Select(i => (long)random.Next(1, i >= rank - axes ? LargestImage + 1 : 5))];
    }

    /// <summary>Sequences (N, T, E); one time in ten something of another rank.</summary>
    public static long[] Sequences(Random random, int widest = 6) =>
        random.Next(10) == 0 ? Any(random) : [random.Next(1, 4), random.Next(1, 6), random.Next(1, widest + 1)];

    public static ArgumentValue Flag(Random random) => ArgumentValue.Of(random.Next(2) == 0);

    public static ArgumentValue Number(Random random, params double[] values) => ArgumentValue.OfNumber(OneOf(random, values));

    public static ArgumentValue Choice<T>(Random random)
        where T : struct, Enum => ArgumentValue.OfChoice(OneOf(random, Enum.GetNames<T>()));

    /// <summary>The shape, or one time in ten another: with one size changed or one more dimension.</summary>
    public static long[] Nearly(Random random, long[] shape)
    {
        long[] other = [.. shape];
        if (random.Next(10) == 0 && other.Length > 0)
        {
            other[random.Next(other.Length)] = random.Next(1, 6);
        }

        return random.Next(20) == 0 ? [.. other, 2] : other;
    }

    /// <summary>A shape of up to four dimensions.</summary>
    public static long[] Any(Random random, int largest = 5) =>
        [.. Enumerable.Range(0, random.Next(0, 5)).Select(_ => (long)random.Next(1, largest + 1))];

    /// <summary>Sizes whose product is a number, or nearly; with one left to infer, two, or a negative one.</summary>
    public static ArgumentValue Factors(Random random, long product)
    {
        var sizes = new List<Dim>();
        var rest = product;
        while (sizes.Count < 4 && (sizes.Count == 0 || random.Next(3) > 0))
        {
            var divisor = OneOf(random, [.. Enumerable.Range(1, (int)Math.Min(rest, 64)).Where(d => rest % d == 0)]);
            sizes.Add(divisor);
            rest /= divisor;
        }

        sizes.Add(random.Next(8) == 0 ? random.Next(1, 9) : (Dim)rest);
        for (var i = 0; i < 2; i++)
        {
            if (random.Next(i == 0 ? 3 : 12) == 0)
            {
                sizes[random.Next(sizes.Count)] = random.Next(20) == 0 ? -2 : -1;
            }
        }

        return ArgumentValue.Of([.. sizes]);
    }
}
