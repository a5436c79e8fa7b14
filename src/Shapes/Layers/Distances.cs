using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>
/// CosineSimilarity and PairwiseDistance: of the vectors along one dimension of two tensors, which are broadcast to one shape; that
/// dimension goes, or stays with size 1.
/// </summary>
internal sealed class Distance : LayerDefinition
{
    private static readonly OperandParameter _x2 = new("X2");

    private readonly DimParameter? _dim;
    private readonly FlagParameter? _keepDim;

    private Distance(string name, DimParameter? dim, FlagParameter? keepDim, params Parameter[] own)
        : base(name, [_x2, .. own]) => (_dim, _keepDim) = (dim, keepDim);

    public static Distance Cosine()
    {
        var dim = new DimParameter("Dim", 1);
        return new("CosineSimilarity", dim, null, dim, new NumberParameter("Eps", 1e-8)) { Elements = Elements.Promoted };
    }

    public static Distance Pairwise()
    {
        var keepDim = new FlagParameter("KeepDim", false);
        return new("PairwiseDistance", null, keepDim, new NumberParameter("P", 2), new NumberParameter("Eps", 1e-6), keepDim)
        {
            Elements = Elements.Promoted,
        };
    }

    protected override Outcome Apply(Arguments arguments, Operands operands)
    {
        var (first, second) = (operands.Input, operands[_x2]?.Shape ?? Shape.Unknown);
        if (first.Rank is null || second.Rank is null)
        {
            return Outcome.Unknown;
        }

        if (Broadcasting.Of(first, second) is not { } common)
        {
            return Outcome.Fails(
                OperandsDiffer(_x2, arguments, "two tensors whose sizes are equal, or 1, from the last one on", first, second)
            );
        }

        // What is left of an image is none.
        common = Shape.Of(common.Axes.Select(a => a.Role == AxisRole.Batch ? a : new Axis(a.Size)));
        var rank = common.Axes.Count;
        var (index, problem) = (_dim ?? new DimParameter("", -1)).Read(arguments, rank);
        return index is not { } at ? BadArgument(_dim!, problem!)
            : rank == 0 ? new(common)
            : new(_keepDim?.Read(arguments) == true ? common.Replace(at, 1, new Axis(1)) : common.Replace(at, 1))
            {
                Doubt =
                    common.Axes[at].Role == AxisRole.Batch
                        ? new(ProblemKind.ActsOnBatch, _dim is null ? null : new(_dim.Name), Name, "compares along the batch")
                        : Broadcasting.BatchesApart(this, _x2, first, second),
            };
    }
}
