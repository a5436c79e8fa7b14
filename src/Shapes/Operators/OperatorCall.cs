using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;

namespace ShapeGen.Operators;

/// <summary>What is known of an argument of an operator.</summary>
internal abstract record OperatorArgument
{
    /// <summary>Nothing is known.</summary>
    public static readonly OperatorArgument Unknown = new Nothing();

    /// <summary>A null.</summary>
    public static readonly OperatorArgument Null = new NoValue();

    private sealed record Nothing : OperatorArgument;

    private sealed record NoValue : OperatorArgument;

    /// <summary>A tensor.</summary>
    internal sealed record Tensor(Shape Shape, ElementType Type = ElementType.Unknown) : OperatorArgument;

    /// <summary>Several tensors.</summary>
    internal sealed record Tensors(EquatableArray<Tensor> Items) : OperatorArgument
    {
        public EquatableArray<Shape> Shapes => Items.Select(i => i.Shape).ToEquatableArray();
    }

    /// <summary>An integer, or a list of them; a size may not be known.</summary>
    internal sealed record Sizes(EquatableArray<Axis> Items, bool IsList) : OperatorArgument;

    /// <summary>A number that is no integer, or a list of them.</summary>
    internal sealed record Numbers(EquatableArray<double> Items, bool IsList) : OperatorArgument;

    internal sealed record Flag(bool Value) : OperatorArgument;

    /// <summary>A string, or a member of an enumeration by its name.</summary>
    internal sealed record Word(string Value) : OperatorArgument;

    /// <summary>What stands between the brackets of an indexer.</summary>
    internal sealed record Indices(EquatableArray<TensorIndex> Items) : OperatorArgument;

    public static OperatorArgument Of(Dim? size) => new Sizes(EquatableArray.Of(new Axis(size)), IsList: false);

    public static OperatorArgument Of(IEnumerable<Dim?> sizes) =>
        new Sizes(sizes.Select(s => new Axis(s)).ToEquatableArray(), IsList: true);
}

/// <summary>A call of an operator: its name, and its arguments in order, a tensor before the dot first, as "this".</summary>
/// <param name="Name">TorchSharp's name; of torch.linalg, torch.fft and torch.special with that before it: <c>linalg.inv</c>.</param>
/// <param name="Arguments">By the names of TorchSharp's parameters; what was left out and has no default value of its own is not there.</param>
internal sealed record OperatorCall(string Name, IReadOnlyList<(string Name, OperatorArgument Value)> Arguments)
{
    /// <summary>The tensors, in order.</summary>
    public IReadOnlyList<OperatorArgument.Tensor> Operands { get; } = TensorsIn(Arguments);

    /// <summary>Their shapes.</summary>
    public IReadOnlyList<Shape> Tensors { get; } = [.. TensorsIn(Arguments).Select(t => t.Shape)];

    private static OperatorArgument.Tensor[] TensorsIn(IReadOnlyList<(string Name, OperatorArgument Value)> arguments) =>
        [.. arguments.Select(a => a.Value).OfType<OperatorArgument.Tensor>()];

    /// <summary>What C# has the numbers in that are given first.</summary>
    public ElementType Data { get; init; }

    /// <summary>The first tensor: what the operator works on. Unknown where there is none.</summary>
    public Shape Main => Tensors.Count > 0 ? Tensors[0] : Shape.Unknown;

    /// <summary>The same call of another first tensor, and of no others.</summary>
    public OperatorCall OfMainAlone(Shape shape)
    {
        var main = Arguments.First(a => a.Value is OperatorArgument.Tensor).Name;
        return new(
            Name,
            [
                (main, new OperatorArgument.Tensor(shape)),
                .. Arguments.Where(a => a.Value is not (OperatorArgument.Tensor or OperatorArgument.Tensors)),
            ]
        );
    }

    /// <summary>The argument of the first of these names that was given; null for none.</summary>
    public OperatorArgument? this[params string[] names] =>
        names
            .Select(n => Arguments.FirstOrDefault(a => a.Name == n).Value)
            .FirstOrDefault(v => v is not null && v != OperatorArgument.Null);

    public bool Has(params string[] names) => this[names] is not null;

    /// <summary>Whether a flag is set; null where that is not known.</summary>
    public bool? Flag(string name, bool otherwise = false) =>
        this[name] switch
        {
            null => otherwise,
            OperatorArgument.Flag flag => flag.Value,
            _ => null,
        };

    /// <summary>The sizes of an argument, one or several; null where it was not given. A size that is not known is null in its axis.</summary>
    public OperatorArgument.Sizes? Sizes(params string[] names) => this[names] as OperatorArgument.Sizes;

    /// <summary>One size; null where it was not given, or there are several.</summary>
    public Axis? Size(params string[] names) => this[names] is OperatorArgument.Sizes { Items: { Count: 1 } items } ? items[0] : null;

    /// <summary>One integer; null where it was not given or is not known.</summary>
    public int? Integer(params string[] names) => Size(names) is { } size ? Dimensions.Constant(size) : null;

    /// <summary>One integer, or what stands for it where it was not given; null where it is not known.</summary>
    public int? IntegerOr(int otherwise, params string[] names) => Has(names) ? Integer(names) : otherwise;

    /// <summary>Integers; null where they were not given or one is not known.</summary>
    public int[]? Integers(params string[] names) =>
        this[names] is OperatorArgument.Sizes { Items: var items } && items.All(i => Dimensions.Constant(i) is not null)
            ? [.. items.Select(i => Dimensions.Constant(i)!.Value)]
            : null;
}

/// <summary>What an operator gives: one shape, or several, or why it cannot work.</summary>
internal sealed record OperatorOutcome(EquatableArray<Shape> Results)
{
    public static readonly OperatorOutcome Unknown = new(default(EquatableArray<Shape>));

    /// <summary>The types of the elements of what it gives; empty where nothing is known of them.</summary>
    public IReadOnlyList<ElementType> Types { get; init; } = [];

    /// <summary>The type of the elements of what it gives at a place.</summary>
    public ElementType TypeAt(int place) => place < Types.Count ? Types[place] : ElementType.Unknown;

    /// <summary>Whether what is wrong is the type of the elements.</summary>
    public bool IsAboutElements { get; init; }

    /// <summary>Whether what is wrong is how wide two floating-point types are, which a program may have changed for all layers.</summary>
    public bool IsAboutWidth { get; init; }

    /// <summary>Why it throws; null if it does not.</summary>
    public string? Error { get; init; }

    /// <summary>The same, where a layer has the rule.</summary>
    public Mismatch? Mismatch { get; init; }

    /// <summary>Whether what is wrong is the number of dimensions.</summary>
    public bool IsAboutRank { get; init; }

    public bool Throws => Error is not null || Mismatch is not null;

    /// <summary>Why it runs and is certainly not meant.</summary>
    public string? Doubt { get; init; }

    public Shape Result => Results.Count > 0 ? Results[0] : Shape.Unknown;

    public static OperatorOutcome Of(Shape shape) => new(EquatableArray.Of(shape));

    public static OperatorOutcome Of(IEnumerable<Shape> shapes) => new(shapes.ToEquatableArray());

    public static OperatorOutcome Fails(string error) => Unknown with { Error = error };

    /// <summary>It fails for the number of dimensions.</summary>
    public static OperatorOutcome FailsForRank(string error) => Unknown with { Error = error, IsAboutRank = true };

    /// <summary>The same shape so many times: values and indices.</summary>
    public static OperatorOutcome Twice(Shape shape) => new(EquatableArray.Of(shape, shape));
}

/// <summary>An item between the brackets of an indexer.</summary>
internal abstract record TensorIndex
{
    /// <summary>It is not known what it is.</summary>
    public static readonly TensorIndex Unknown = new Nothing();

    /// <summary>…: as many whole dimensions as are missing.</summary>
    public static readonly TensorIndex Ellipsis = new Rest();

    /// <summary>None: a new dimension of size 1.</summary>
    public static readonly TensorIndex None = new Added();

    /// <summary>A whole dimension.</summary>
    public static readonly TensorIndex Colon = new Slice(null, null, null);

    private sealed record Nothing : TensorIndex;

    private sealed record Rest : TensorIndex;

    private sealed record Added : TensorIndex;

    /// <summary>One place: the dimension goes.</summary>
    internal sealed record Single(Dim? Place) : TensorIndex;

    /// <summary>From, up to, and by which step; null for what is left out.</summary>
    internal sealed record Slice(Axis? Start, Axis? Stop, Axis? Step) : TensorIndex;

    /// <summary>A tensor of indices.</summary>
    internal sealed record Tensor(Shape Shape) : TensorIndex;

    /// <summary>A tensor of truth values, one for each place of as many dimensions.</summary>
    internal sealed record Mask(Shape Shape) : TensorIndex;

    /// <summary>A tensor that is neither.</summary>
    internal sealed record Wrong(ElementType Type) : TensorIndex;
}
