using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

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

    /// <summary>Whether the layer can also give the places of the maxima that it found.</summary>
    public bool GivesIndices { get; init; }

    /// <summary>What elements it takes.</summary>
    public Elements Elements { get; init; }

    /// <summary>What it takes the second of three dimensions for.</summary>
    public Layout Layout { get; init; }

    /// <summary>The size of the input that can be stated; who states it knows which dimension it is.</summary>
    protected virtual Parameter? StatedSize => null;

    public Parameter? Find(string name) => Parameters.FirstOrDefault(p => p.Name == name || p.Name + "s" == name);

    /// <summary>
    /// What the layer makes of its operands: what libtorch 2.10 through TorchSharp 0.107 does, errors included; and beyond that
    /// <see cref="Pad.Same"/>, and doubts about what runs and is not meant.
    /// </summary>
    public Outcome Infer(Arguments arguments, Operands operands)
    {
        foreach (var argument in arguments.Items)
        {
            if (Find(argument.Name) is { } parameter && parameter.Check(argument.Value) is { } problem)
            {
                return BadArgument(parameter, problem);
            }
        }

        var outcome = Apply(arguments, operands);
        outcome = outcome with
        {
            Error = outcome.Error ?? CheckElements(operands.Main.Type) ?? CheckOthers(arguments, operands),
            Doubt = outcome.Doubt ?? CheckLayout(arguments, operands.Input),
            Type = outcome.Type ?? TypeOfResult(operands),
        };
        return outcome.Arguments == default ? outcome with { Arguments = arguments } : outcome;
    }

    /// <summary>What the layer makes of a tensor of floating-point numbers.</summary>
    public Outcome Infer(Arguments arguments, Shape input) => Infer(arguments, new Operands(new Operand(input)));

    /// <summary>The layer as one would write it, with the values of constants: <c>Reshape(-1, 1024)</c>.</summary>
    public virtual string Describe(Arguments arguments) => Name;

    protected abstract Outcome Apply(Arguments arguments, Operands operands);

    protected Outcome BadArgument(Parameter parameter, string problem, Shape? output = null) =>
        Outcome.Fails(new(ProblemKind.BadArgument, new(parameter.Name), parameter.Name, Name, problem), output);

    protected Outcome WrongRank(string takes, Shape input) =>
        Outcome.Fails(new(ProblemKind.WrongRank, null, Name, takes, Mismatch.SourceOfShape, input.ToString()));

    /// <summary>The flowing tensor and a named one do not go together.</summary>
    protected Mismatch OperandsDiffer(
        OperandParameter parameter,
        Arguments arguments,
        string takes,
        Shape first,
        Shape second,
        int item = 0,
        string detail = ""
    ) =>
        new(
            ProblemKind.OperandsDiffer,
            new(parameter.Name, item),
            Name,
            takes,
            Mismatch.SourceOfShape,
            first.ToString(),
            $"'{parameter.Read(arguments)[item]}'",
            second.ToString(),
            detail
        );

    /// <summary>Steps that are taken for channels, and channels for steps.</summary>
    private Mismatch? CheckLayout(Arguments arguments, Shape input)
    {
        // Who states the size knows which dimension it is, unless it is that of the other one.
        var stated = StatedSize is { } parameter ? (arguments[parameter.Name] as ArgumentValue.Sizes)?.Items[0] : null;
        if (Layout == Layout.Any || input.Rank != 3 || (stated is not null && !IsOtherAxis(stated, input)))
        {
            return null;
        }

        var (second, third) = (input.Axes[1].Role, input.Axes[2].Role);
        return (Layout, second, third) switch
        {
            (Layout.ChannelsFirst, AxisRole.Steps, _) => Mistaken("the steps of a sequence for channels", "features"),
            (Layout.StepsFirst, AxisRole.Channels, AxisRole.Spatial) => Mistaken("channels for the steps of a sequence", "steps"),
            _ => null,
        };

        Mismatch Mistaken(string what, string meant) =>
            new(ProblemKind.AxisMistaken, null, Name, what, Mismatch.SourceOfShape, input.ToString(), meant);
    }

    private bool IsOtherAxis(Dim stated, Shape input)
    {
        var (own, other) = Layout == Layout.ChannelsFirst ? (input.Axes[1], input.Axes[2]) : (input.Axes[2], input.Axes[1]);
        return stated.Equals(other.Size) && !stated.Equals(own.Size);
    }

    private Mismatch? CheckElements(ElementType type) =>
        Elements == Elements.Integer && type.Kind() == ElementKind.Floating ? WrongType("integers", "floating-point numbers")
        : Elements == Elements.Floating && type.IsIntegral() ? WrongType("floating-point numbers", "integers")
        : null;

    /// <summary>Named operands of a layer that multiplies are numbers, too.</summary>
    private Mismatch? CheckOthers(Arguments arguments, Operands operands) =>
        Elements != Elements.Floating
            ? null
            : Parameters
                .OfType<OperandParameter>()
                .Where(p => !p.TakesIndices && operands.All(p).Any(o => o.Type.IsIntegral()))
                .Select(p => new Mismatch(
                    ProblemKind.WrongType,
                    new(p.Name),
                    Name,
                    "floating-point numbers",
                    $"'{p.Read(arguments)[0]}' has",
                    "integers",
                    ""
                ))
                .FirstOrDefault();

    private Mismatch WrongType(string takes, string actual) =>
        new(ProblemKind.WrongType, null, Name, takes, Mismatch.SourceOfType, actual, Mismatch.Cause);

    private ElementType TypeOfResult(Operands operands) =>
        Elements switch
        {
            // Of several, floating-point numbers win.
            Elements.Any => Parameters.OfType<OperandParameter>().SelectMany(operands.All).Any(o => o.Type.Kind() == ElementKind.Floating)
                ? ElementType.Floating
                : operands.Main.Type,
            Elements.Uncertain when operands.Main.Type.Kind() != ElementKind.Floating => ElementType.Unknown,
            _ => ElementType.Floating,
        };
}

/// <summary>A layer that takes one tensor.</summary>
internal abstract class UnaryLayer(string name, params Parameter[] parameters) : LayerDefinition(name, parameters)
{
    protected sealed override Outcome Apply(Arguments arguments, Operands operands) => Apply(arguments, operands.Input);

    protected abstract Outcome Apply(Arguments arguments, Shape input);
}
