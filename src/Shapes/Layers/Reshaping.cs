using System.Linq;
using System.Numerics;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>
/// Reshape: the same values in a new shape, batch included: (N, 3136) → <c>Reshape(-1, 64, 7, 7)</c> → (N, 64, 7, 7). One size may
/// be left to infer.
/// </summary>
internal sealed class Reshaping() : UnaryLayer("Reshape", _shape)
{
    private static readonly ShapeParameter _shape = new("Shape");

    // Batches that a message may take as an example, the usual ones first.
    private static readonly int[] _usualBatches = [128, 64, 100, 32];

    public override string Describe(Arguments arguments) => $"{Name}({arguments[_shape.Name]?.ToString().Trim('[', ']')})";

    protected override Outcome Apply(Arguments arguments, Shape input)
    {
        if (!arguments.Has(_shape))
        {
            return Outcome.Unknown;
        }

        var sizes = _shape.Read(arguments);
        if (input.ElementCount is not { } count)
        {
            return new(Shape.Of(sizes.Select(s => new Axis(s))));
        }

        var known = Dim.Product(sizes.OfType<Dim>());
        var isInferred = sizes.Any(s => s is null);
        var filled = isInferred ? sizes.Select(s => s ?? Dim.FloorDivide(count, known)).ToArray() : sizes;
        var fits = isInferred ? Dim.IsDivisible(count, known) : Dim.AreEqual(count, known);
        var output = Shape.Of(ReshapedAxes.Trace(input.Axes, filled));

        var hasBatch = input.Rank > 0 && input.Axes[0].Role == AxisRole.Batch;
        var keepsBatch = hasBatch && output.Axes[0].Role == AxisRole.Batch;
        if (fits == Truth.Refuted && !(hasBatch && !keepsBatch))
        {
            return Outcome.Fails(ElementCountDiffers(arguments, input, known, isInferred));
        }

        return !hasBatch || keepsBatch ? new(output) : DoesNotKeepBatch(arguments, input, sizes);
    }

    private Mismatch ElementCountDiffers(Arguments arguments, Shape input, Dim known, bool isInferred) =>
        new(
            ProblemKind.ElementCountDiffers,
            new(_shape.Name),
            Describe(arguments),
            isInferred ? $"a multiple of {known}" : known.ToString(),
            Mismatch.Source,
            $"{input.ElementCount} ({string.Join("×", input.Axes)})",
            Mismatch.Cause
        )
        {
            Declared = known,
            Expected = input.ElementCount,
        };

    /// <summary>What was probably meant is the batch as it is, and the other sizes as written.</summary>
    private Outcome DoesNotKeepBatch(Arguments arguments, Shape input, Dim?[] sizes)
    {
        var batch = input.Axes[0];
        var others = sizes.Skip(1).ToArray();
        var isBatchInferred = sizes[0] is null;
        var asked = Dim.Product(others.OfType<Dim>());
        var sample = input.SampleSize!;
        var factors = input.Rank == 2 ? input.Axes[1].Factors : input.DescribeSample();
        var values = $"{sample} values{(factors is null ? "" : $" ({factors})")}";

        string clause;
        if (isBatchInferred && sample.Constant is { } size && asked.Constant is { } width)
        {
            var (from, to) = ExampleOfRows(batch.Size!, size, width);
            clause = $"one sample has {values}, so a batch of {from} would become {to} rows";
        }
        else if (isBatchInferred)
        {
            clause = $"one sample has {values}, and as many rows as that makes would stand where the batch should stay";
        }
        else
        {
            clause =
                $"its first size is {sizes[0]?.ToString() ?? "inferred"} where the batch should stay; write -1 there, and behind it sizes whose product is {sample}";
        }

        var error = new Mismatch(
            ProblemKind.BatchNotKept,
            new(
                _shape.Name,
                isBatchInferred && others.Length == 1 ? 1
                    : isBatchInferred ? null
                    : 0
            ),
            Describe(arguments),
            clause,
            Mismatch.Cause
        )
        {
            Declared = asked,
        };

        // What one number can mend: the only size of a row, or the batch before sizes that are right.
        if (isBatchInferred && others.Length == 1)
        {
            var parts = input.Rank == 2 ? input.Axes[1].Leaves : input.Axes.Skip(1);
            error = error with { Expected = sample, Factors = parts.Select(a => a.Size!).ToEquatableArray() };
        }
        else if (!isBatchInferred && others.All(s => s is not null) && asked.Equals(sample))
        {
            error = error with { Expected = -1 };
        }

        return Outcome.Fails(error, Shape.Of(others.Select(s => new Axis(s)).Prepend(batch)));
    }

    /// <summary>A batch for which the reshape succeeds, and the rows that it gives: the known batch, a usual one, or the smallest.</summary>
    private static (BigInteger From, BigInteger To) ExampleOfRows(Dim batch, BigInteger sample, BigInteger width)
    {
        var smallest = width / BigInteger.GreatestCommonDivisor(sample, width);
        var from =
            batch.Constant ?? _usualBatches.Select(b => (BigInteger)b).Where(b => (b % smallest).IsZero).DefaultIfEmpty(smallest).First();
        return (from, from * sample / width);
    }
}
