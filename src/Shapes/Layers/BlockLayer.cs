namespace ShapeGen.Layers;

/// <summary>Block: a block as a layer. What it makes of its operands depends on the block, so the walk through the network works it out.</summary>
internal sealed class BlockLayer() : LayerDefinition(LayerCatalog.Block, With)
{
    /// <summary>What it takes beside the tensor that flows.</summary>
    public static readonly OperandParameter With = new("With") { IsList = true };

    protected override Outcome Apply(Arguments arguments, Operands operands) => Outcome.Unknown;
}
