using System.Linq;
using System.Numerics;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>A parameter of a layer: its name in PascalCase, what it takes, and how it is read.</summary>
internal abstract record Parameter(string Name)
{
    /// <summary>What is wrong with a value, as in "must be at least 1, but is 0"; null if nothing is.</summary>
    public abstract string? Check(ArgumentValue value);

    /// <summary>What values it takes, for the page of layers; null if all of its type.</summary>
    public virtual string? Constraint => null;

    protected static string Expected(string what, object actual) => $"must be {what}, but is {actual}";
}

/// <summary>One integer. Without a default it is either required or inferred: the rule knows which.</summary>
internal sealed record SizeParameter(string Name, long Minimum = 1, long? Default = null, long? Maximum = null) : Parameter(Name)
{
    public override string? Constraint => Maximum is null ? $"≥ {Minimum}" : $"{Minimum} to {Maximum}";

    public override string? Check(ArgumentValue value) =>
        value is not ArgumentValue.Sizes { IsList: false } size ? Expected("one integer", value)
        : size.Items[0].IsAtLeast(Minimum) == Truth.Refuted ? Expected($"at least {Minimum}", value)
        : Maximum is { } most && size.Items[0].IsAtLeast(most + 1) == Truth.Proved ? Expected($"at most {Maximum}", value)
        : null;

    public Dim? Read(Arguments arguments) =>
        arguments[Name] is ArgumentValue.Sizes s ? s.Items[0]
        : Default is { } d ? d
        : null;
}

/// <summary>One integer for each spatial axis, or one for all.</summary>
internal sealed record SizesParameter(string Name, int Axes, long Minimum = 1, long? Default = null) : Parameter(Name)
{
    public override string? Constraint => Minimum == long.MinValue ? null : $"≥ {Minimum}";

    public override string? Check(ArgumentValue value) =>
        value is not ArgumentValue.Sizes sizes ? Expected("an integer or a list of them", value)
        : sizes.Items.Count != 1 && sizes.Items.Count != Axes
            ? $"takes {(Axes == 1 ? "1 size" : $"1 or {Axes} sizes")}, but has {sizes.Items.Count}"
        : sizes.Items.FirstOrDefault(s => s.IsAtLeast(Minimum) == Truth.Refuted) is { } bad ? Expected($"at least {Minimum}", bad)
        : null;

    public Dim[]? Read(Arguments arguments) =>
        arguments[Name] is ArgumentValue.Sizes s ? Spread(s.Items)
        : Default is { } d ? Spread(EquatableArray.Of<Dim>(d))
        : null;

    private Dim[] Spread(EquatableArray<Dim> items) => Enumerable.Range(0, Axes).Select(i => items[items.Count == 1 ? 0 : i]).ToArray();
}

/// <summary>The padding of a window on both sides of each spatial axis: sizes, or <see cref="Pad.Same"/> for all axes.</summary>
internal sealed record PaddingParameter(int Axes) : Parameter(ParameterName)
{
    public const string ParameterName = "Padding";

    public override string? Constraint => "≥ 0, or Same";

    private readonly SizesParameter _sizes = new(ParameterName, Axes, 0, Pad.Valid);

    public override string? Check(ArgumentValue value) =>
        value is ArgumentValue.Sizes { IsList: false } size && size.Items[0].IsAtLeast(0) == Truth.Refuted
            ? size.Items[0].Constant == Pad.Same
                ? null
                : Expected("Same, Valid or at least 0", value)
            : _sizes.Check(value);

    /// <summary>The padding of each axis; null for an axis that is padded <see cref="Pad.Same"/>.</summary>
    public Dim?[] Read(Arguments arguments) => _sizes.Read(arguments)!.Select(p => p.Constant == Pad.Same ? null : p).ToArray();
}

/// <summary>A real number within bounds.</summary>
internal sealed record NumberParameter(
    string Name,
    double Default,
    double Minimum = double.NegativeInfinity,
    double Maximum = double.PositiveInfinity,
    double? Except = null
) : Parameter(Name)
{
    public override string? Constraint =>
        Except is { } not ? $"≠ {not}"
        : !double.IsInfinity(Maximum) ? $"{Minimum} to {Maximum}"
        : !double.IsInfinity(Minimum) ? $"≥ {Minimum}"
        : null;

    public override string? Check(ArgumentValue value) =>
        value.AsNumber is not { } number ? Expected("a number", value)
        : number == Except ? Expected($"a number but {Except}", value)
        : double.IsInfinity(Minimum) && double.IsInfinity(Maximum) ? null
        : number >= Minimum && number <= Maximum ? null
        : Expected(double.IsInfinity(Maximum) ? $"at least {Minimum}" : $"between {Minimum} and {Maximum}", value);

    public double Read(Arguments arguments) => arguments[Name]?.AsNumber ?? Default;
}

internal sealed record FlagParameter(string Name, bool Default) : Parameter(Name)
{
    public override string? Check(ArgumentValue value) => value is ArgumentValue.Flag ? null : Expected("true or false", value);

    public bool Read(Arguments arguments) => arguments[Name] is ArgumentValue.Flag flag ? flag.Value : Default;
}

/// <summary>A dimension of the input, counted from the end where it is negative.</summary>
internal sealed record DimParameter(string Name, long? Default = null) : Parameter(Name)
{
    public override string? Constraint => "a dimension of the input";

    public override string? Check(ArgumentValue value) =>
        value is ArgumentValue.Sizes { IsList: false } ? null : Expected("one integer", value);

    /// <summary>The dimension counted from the front, or what is wrong with it. libtorch takes a scalar as a tensor of one dimension.</summary>
    public (int? Index, string? Problem) Read(Arguments arguments, int rank)
    {
        rank = rank == 0 ? 1 : rank;
        var written = (arguments[Name] as ArgumentValue.Sizes)?.Items[0].Constant ?? Default ?? BigInteger.MinusOne;
        var index = written < 0 ? written + rank : written;
        return index >= 0 && index < rank
            ? ((int)index, null)
            : (null, Expected($"between {-rank} and {rank - 1} for {rank} dimensions", written));
    }
}

/// <summary>A list of integers of any length.</summary>
internal sealed record ShapeParameter(string Name) : Parameter(Name)
{
    /// <summary>Whether one of the sizes may be -1, which leaves it to infer.</summary>
    public bool CanInfer { get; init; } = true;

    public override string? Constraint => CanInfer ? "≥ 1, one may be -1" : "≥ 1";

    public override string? Check(ArgumentValue value)
    {
        if (value is not ArgumentValue.Sizes { Items: { Count: > 0 } items })
        {
            return "must name at least one size";
        }

        var inferred = items.Count(s => s.Constant == -1);
        var bad = items.FirstOrDefault(s => !(CanInfer && s.Constant == -1) && s.IsAtLeast(1) == Truth.Refuted);
        if (bad is not null && !CanInfer)
        {
            return Expected("sizes of at least 1", bad);
        }

        return bad is not null ? $"takes sizes of at least 1, and -1 for one to infer, but has {bad}"
            : inferred > 1 ? $"can leave one size to infer, but has -1 {inferred} times"
            : null;
    }

    /// <summary>The sizes; null for the one that is left to infer.</summary>
    public Dim?[] Read(Arguments arguments) =>
        ((ArgumentValue.Sizes)arguments[Name]!).Items.Select(s => s.Constant == -1 ? null : s).ToArray();
}
