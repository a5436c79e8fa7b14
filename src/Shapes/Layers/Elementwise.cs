using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>A layer that leaves the shape as it is: an activation, a dropout.</summary>
internal sealed class Elementwise(string name, params Parameter[] parameters) : LayerDefinition(name, parameters)
{
    protected override Outcome Apply(Arguments arguments, Shape input) => new(input);
}

/// <summary>Softmax and LogSoftmax: the shape stays; the values along one dimension become a distribution.</summary>
internal sealed class Distribution(string name) : LayerDefinition(name, _dim)
{
    private static readonly DimParameter _dim = new("Dim");

    public override string Describe(Arguments arguments) => $"{Name}({arguments[_dim.Name]})";

    protected override Outcome Apply(Arguments arguments, Shape input)
    {
        if (input.Rank is not { } rank || !arguments.Has(_dim))
        {
            return new(input);
        }

        var (index, problem) = _dim.Read(arguments, rank);
        if (index is null)
        {
            return BadArgument(_dim, problem!, input);
        }

        var isBatch = rank > 0 && input.Axes[index.Value].Role == AxisRole.Batch;
        return new(input)
        {
            Doubt = isBatch
                ? new(ProblemKind.ActsOnBatch, new(_dim.Name), Describe(arguments), "makes the samples of a batch compete with each other")
                : null,
        };
    }
}
