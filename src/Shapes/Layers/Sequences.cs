using System.Collections.Generic;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>What attention and transformers ask of sequences (N, T, E), and the weights that they have.</summary>
internal static class Sequences
{
    private const string Shape = "sequences, (N, T, features)";

    /// <summary>The rank, the width against the declared one, and the heads against the width.</summary>
    public static Mismatch? Check(
        LayerDefinition layer,
        Parameter parameter,
        Dim? declared,
        Parameter headParameter,
        Dim heads,
        Shape input
    )
    {
        if (input.Rank != 3)
        {
            return new(ProblemKind.WrongRank, null, layer.Name, Shape, Mismatch.SourceOfShape, input.ToString());
        }

        var width = declared ?? input.Axes[2].Size;
        return Samples.CheckFeatures(layer, parameter, declared, input.Axes[2])
            ?? (
                width is not null && Dim.IsDivisible(width, heads) == Truth.Refuted
                    ? new(
                        ProblemKind.DoesNotDivide,
                        new(headParameter.Name),
                        $"{headParameter.Name} = {heads}",
                        layer.Name,
                        $"{width} features"
                    )
                    : null
            );
    }

    /// <summary>The shape as that of sequences: dimension 1 are the steps.</summary>
    public static Shape Of(Shape shape) =>
        shape.Rank == 3 && shape.Axes[1].Role != AxisRole.Batch ? shape.Replace(1, 1, shape.Axes[1] with { Role = AxisRole.Steps }) : shape;

    /// <summary>The batch comes first; a doubt where it is another dimension.</summary>
    public static Mismatch? BatchElsewhere(LayerDefinition layer, Shape input)
    {
        var at = input.BatchAxis;
        return at > 0
            ? new(
                ProblemKind.ActsOnBatch,
                null,
                layer.Name,
                $"takes dimension {at} of {input}, the batch, for {(at == 1 ? "steps" : "features")}"
            )
            : null;
    }

    public static IEnumerable<Weight> AttentionWeights(Dim width, bool bias)
    {
        yield return new("in_proj_weight", EquatableArray.Of(3 * width, width));
        if (bias)
        {
            yield return new("in_proj_bias", EquatableArray.Of(3 * width));
        }

        yield return new("out_proj.weight", EquatableArray.Of(width, width));
        if (bias)
        {
            yield return new("out_proj.bias", EquatableArray.Of(width));
        }
    }

    /// <summary>
    /// The projections of queries and of the result for each of T places, those of keys and values for each of S, and queries times
    /// keys and weights times values for each pair.
    /// </summary>
    public static Dim AttentionMultiplyAdds(Dim width, Dim? queries, Dim? keys)
    {
        var (t, s) = (queries ?? Dim.One, keys ?? queries ?? Dim.One);
        return 2 * width * (width + 1) * (t + s) + 2 * width * t * s;
    }
}
