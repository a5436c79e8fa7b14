using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;

namespace ShapeGen.Networks.Blocks;

/// <summary>A pipeline of layers as it was written, for whatever arguments and inputs it is used with. A network is one without arguments.</summary>
/// <param name="Id">Tells it from all others: the full name of its class.</param>
/// <param name="Name">The name of its class.</param>
/// <param name="Parameters">Its arguments, with their defaults, in the order in which a use gives them.</param>
/// <param name="Layers">The layers, in the order of the source text.</param>
internal sealed record BlockSpec(string Id, string Name, EquatableArray<BlockParameter> Parameters, EquatableArray<LayerTemplate> Layers)
{
    /// <summary>The arguments that are the channels of what flows in.</summary>
    public EquatableArray<string> Channels { get; init; }

    /// <summary>The names of what it takes; the first one flows.</summary>
    public EquatableArray<string> Inputs { get; init; } = EquatableArray.Of(Scope.InputName);

    /// <summary>False where its own declaration is wrong, so that nothing can be said about its uses.</summary>
    public bool IsSound { get; init; } = true;

    public BlockParameter? Find(string name) => Parameters.FirstOrDefault(p => p.Name == name);
}

/// <summary>The blocks of a network.</summary>
internal static class BlockTable
{
    public static BlockSpec? Find(this EquatableArray<BlockSpec> blocks, string id) => blocks.FirstOrDefault(b => b.Id == id);
}

/// <summary>An argument of a block.</summary>
internal sealed record BlockParameter(string Name, ArgumentValue Default)
{
    /// <summary>The argument that is 1 in all copies of a repeated block but the first.</summary>
    public const string Stride = "Stride";

    /// <summary>Its type, as messages call it.</summary>
    public string Type =>
        Default switch
        {
            ArgumentValue.Sizes => "an integer",
            ArgumentValue.Number => "a number",
            ArgumentValue.Flag => "true or false",
            ArgumentValue.Text => "a text",
            _ => "a member of the enumeration",
        };

    /// <summary>The value as one of its type, as C# would convert it; null where it would not.</summary>
    public ArgumentValue? Convert(ArgumentValue value) =>
        Default is ArgumentValue.Number
            ? value.AsNumber is { } number
                ? ArgumentValue.OfNumber(number)
                : null
            : value is ArgumentValue.Sizes { IsList: true } || value.GetType() != Default.GetType()
                ? null
                : value;
}

/// <summary>A layer as it was written in a block.</summary>
/// <param name="Kind">The name of its <see cref="LayerDefinition"/>, or a name that is none: the compiler reports that.</param>
/// <param name="Name">The name that was given to it.</param>
/// <param name="Arguments">The arguments that were written.</param>
/// <param name="IsComplete">False where the compiler reports an error in it, so that nothing can be said about its result.</param>
internal sealed record LayerTemplate(string Kind, string? Name, EquatableArray<FormulaArgument> Arguments, bool IsComplete = true)
{
    /// <summary>Whether the layer is there; null if always.</summary>
    public Formula? If { get; init; }

    /// <summary>What it uses, of a layer that is a block.</summary>
    public BlockUseTemplate? Use { get; init; }
}

/// <summary>A use of a block as it was written.</summary>
/// <param name="Block">The <see cref="BlockSpec.Id"/>.</param>
/// <param name="Given">The arguments that were given, by the names of the block's parameters; those by their place first.</param>
/// <param name="Positional">How many were given by their place.</param>
/// <param name="Repeat">How often it stands there; null if once.</param>
internal sealed record BlockUseTemplate(string Block, EquatableArray<FormulaArgument> Given, int Positional, Formula? Repeat)
{
    /// <summary>Where an argument was written.</summary>
    public ArgumentRef ArgumentAt(string name, int place) => BlockUse.ArgumentAt(name, place, Positional);
}

/// <summary>A use of a block.</summary>
/// <param name="Block">The <see cref="BlockSpec.Id"/>.</param>
/// <param name="Given">The arguments that were given, by the names of the block's parameters.</param>
/// <param name="Positional">How many were given by their place.</param>
internal sealed record BlockUse(string Block, Arguments Given, int Positional)
{
    /// <summary>The list of the arguments that are given by their place.</summary>
    public const string Arguments = "Arguments";

    public static ArgumentRef ArgumentAt(string name, int place, int positional) => place < positional ? new(Arguments, place) : new(name);
}
