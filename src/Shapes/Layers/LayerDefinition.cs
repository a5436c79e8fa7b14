using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>What moves over an image.</summary>
internal enum WindowKind
{
    None,
    Convolution,
    Pooling,
}

/// <summary>A kind of layer: its name, which is TorchSharp's, its parameters, and its shape rule.</summary>
internal abstract class LayerDefinition(string name, params Parameter[] parameters)
{
    public string Name { get; } = name;

    /// <summary>The parameters in the order in which a message shows them.</summary>
    public IReadOnlyList<Parameter> Parameters { get; } = parameters;

    /// <summary>The start of the names of such layers: <c>conv</c> of Conv2d, so that they are conv1, conv2, ….</summary>
    public string Stem { get; } = WithoutRank(name).ToLowerInvariant();

    /// <summary>The name without its rank: <c>MaxPool</c> of MaxPool2d.</summary>
    public static string WithoutRank(string name) =>
        name.Length > 2 && name.EndsWith("d") && char.IsDigit(name[name.Length - 2]) ? name.Substring(0, name.Length - 2) : name;

    /// <summary>What moves over the image, of a layer that has a window with a padding.</summary>
    public virtual WindowKind Window => WindowKind.None;

    /// <summary>Whether the layer has weights, buffers or a training mode, and so is a module of its own in the network.</summary>
    public bool IsModule { get; init; }

    public Parameter? Find(string name) => Parameters.FirstOrDefault(p => p.Name == name || p.Name + "s" == name);

    /// <summary>
    /// What the layer makes of an input: what libtorch 2.10 through TorchSharp 0.107 does, errors included; and beyond that
    /// <see cref="Pad.Same"/>, and doubts about what runs and is not meant.
    /// </summary>
    public Outcome Infer(Arguments arguments, Shape input)
    {
        foreach (var argument in arguments.Items)
        {
            if (Find(argument.Name) is { } parameter && parameter.Check(argument.Value) is { } problem)
            {
                return BadArgument(parameter, problem);
            }
        }

        var outcome = Apply(arguments, input);
        return outcome.Arguments == default ? outcome with { Arguments = arguments } : outcome;
    }

    /// <summary>The layer as one would write it, with the values of constants: <c>Reshape(-1, 1024)</c>.</summary>
    public virtual string Describe(Arguments arguments) => Name;

    protected abstract Outcome Apply(Arguments arguments, Shape input);

    protected Outcome BadArgument(Parameter parameter, string problem, Shape? output = null) =>
        Outcome.Fails(new(ProblemKind.BadArgument, new(parameter.Name), parameter.Name, Name, problem), output);

    protected Outcome WrongRank(string takes, Shape input) =>
        Outcome.Fails(new(ProblemKind.WrongRank, null, Name, takes, Mismatch.SourceOfShape, input.ToString()));
}
