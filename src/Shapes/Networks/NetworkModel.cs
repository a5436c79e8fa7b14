using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;

namespace ShapeGen.Networks;

/// <summary>A network with the shapes between its layers.</summary>
internal sealed record NetworkModel(string Name, EquatableArray<InputModel> Inputs, EquatableArray<LayerModel> Layers)
{
    /// <summary>The <see cref="Blocks.BlockSpec.Id"/>, of a block within a network.</summary>
    public string? Block { get; init; }

    /// <summary>The names of what comes out, in their order; none where it is what flows behind the last layer.</summary>
    public string[] OutputNames =>
        Layers.Count > 0 && Layers[Layers.Count - 1] is { Kind: LayerCatalog.Result } last
            ? [.. LayerCatalog.Find(last.Kind)!.Parameters.OfType<OperandParameter>().SelectMany(p => p.Read(last.Arguments))]
            : [];

    /// <summary>The shapes of what comes out.</summary>
    public Shape[] Outputs =>
        OutputNames is { Length: > 0 } names ? [.. names.Select(ShapeOf)]
        : Layers.Count > 0 ? [Layers[Layers.Count - 1].Output]
        : [.. Inputs.Take(1).Select(i => i.Operand.Shape)];

    private Shape ShapeOf(string name) =>
        Layers.FirstOrDefault(l => l.Name == name)?.Output ?? Inputs.FirstOrDefault(i => i.Name == name)?.Operand.Shape ?? Shape.Unknown;

    public Dim ParameterCount => Sum(l => l.Body?.ParameterCount ?? l.Outcome.ParameterCount);

    public Dim TrainableCount => Sum(l => l.Body?.TrainableCount ?? l.Outcome.TrainableCount);

    public Dim MultiplyAdds => Sum(l => l.Body?.MultiplyAdds ?? l.Outcome.MultiplyAdds);

    public static NetworkModel Of(NetworkSpec spec, IEnumerable<LayerModel> layers) =>
        new(
            spec.Name,
            spec.Inputs.Select(i => new InputModel(i.Name, i.Operand)).ToEquatableArray(),
            WithIndices(layers.Select(l => l with { IsInBlock = spec.Block is not null }).ToArray())
        )
        {
            Block = spec.Block,
        };

    private Dim Sum(Func<LayerModel, Dim> count) => Layers.Aggregate(Dim.Zero, (sum, l) => sum + count(l));

    /// <summary>The layers, those marked whose indices a later one takes.</summary>
    private static EquatableArray<LayerModel> WithIndices(LayerModel[] layers)
    {
        var wanted = layers
            .SelectMany(l => WholeNetwork.OperandsOf(l).Where(p => p.TakesIndices).SelectMany(p => p.Read(l.Arguments)))
            .ToArray();
        return layers.Select(l => wanted.Contains(l.Name) ? l with { AreIndicesWanted = true } : l).ToEquatableArray();
    }
}

/// <summary>An input of a network: its name, and what is known of the tensor.</summary>
internal sealed record InputModel(string Name, Operand Operand);

/// <summary>A layer of a network: its name, what goes in, and what its rule says about it.</summary>
/// <param name="Kind">The name of its <see cref="LayerDefinition"/>.</param>
/// <param name="Name">Its own name, by which other layers take its result.</param>
/// <param name="Source">The tensor that flows into it.</param>
/// <param name="Outcome">What its rule says.</param>
internal sealed record LayerModel(string Kind, string Name, Operand Source, Outcome Outcome)
{
    public Shape Input => Source.Shape;

    /// <summary>The place of what it was made of among the layers of the network or block that it stands in.</summary>
    public int Origin { get; init; }

    /// <summary>The layers in it, of a block.</summary>
    public NetworkModel? Body { get; init; }

    /// <summary>Whether it begins with a state that is given, and its last one is given back, of a recurrent layer.</summary>
    public bool KeepsState { get; init; }

    /// <summary>How messages call it: by its kind, and a block by its class.</summary>
    public string Title => Body?.Name ?? Kind;

    /// <summary>The class that is generated for it, of a block.</summary>
    public string? Class { get; init; }

    /// <summary>The name of its weights in the state_dict.</summary>
    public string Key
    {
        get => _key ?? Name;
        init => _key = value;
    }

    private readonly string? _key;

    /// <summary>Whether nobody wrote it: it brings the input of a Shortcut to its shape.</summary>
    public bool IsImplied { get; init; }

    /// <summary>Whether it stands in a block, which has no constants.</summary>
    public bool IsInBlock { get; init; }

    /// <summary>The field of the layer: its key as C# takes it, as in conv1, features._0.</summary>
    public string Field => string.Join(".", Key.Split('.').Select(LayerNames.FieldOf));

    /// <summary>The key in one word: features_0.</summary>
    public string Identifier => LayerNames.FieldOf(Key.Replace('.', '_'));

    /// <summary>Whether a later layer takes the places of the maxima that this one finds.</summary>
    public bool AreIndicesWanted { get; init; }

    public Shape Output => Outcome.Output;

    public Arguments Arguments => Outcome.Arguments;
}

/// <summary>The result of inference.</summary>
/// <param name="Model">The network, with shapes as far as they are known.</param>
/// <param name="IsSound">Whether every shape is known and every layer fits.</param>
/// <param name="Problems">What is wrong.</param>
internal sealed record NetworkInferenceResult(NetworkModel Model, bool IsSound, EquatableArray<Problem> Problems);
