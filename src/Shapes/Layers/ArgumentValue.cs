using System.Globalization;
using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>What was written for an argument of a layer.</summary>
internal abstract record ArgumentValue
{
    /// <summary>The value of one number, an integer or not; null for anything else.</summary>
    public double? AsNumber =>
        this switch
        {
            Number number => number.Value,
            Sizes { IsList: false } size when size.Items[0].Constant is { } constant => (double)constant,
            _ => null,
        };

    /// <summary>One integer or a list of them: sizes, channel counts, dimensions.</summary>
    internal sealed record Sizes(EquatableArray<Dim> Items, bool IsList) : ArgumentValue
    {
        public override string ToString() => IsList ? $"[{string.Join(", ", Items)}]" : Items[0].ToString();
    }

    internal sealed record Number(double Value) : ArgumentValue
    {
        public override string ToString() => Value.ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>Several real numbers.</summary>
    internal sealed record Numbers(EquatableArray<double> Items) : ArgumentValue
    {
        public override string ToString() => $"[{string.Join(", ", Items.Select(i => i.ToString("R", CultureInfo.InvariantCulture)))}]";
    }

    /// <summary>A member of an enumeration, by its name.</summary>
    internal sealed record Choice(string Value) : ArgumentValue
    {
        public override string ToString() => Value;
    }

    /// <summary>The name of another layer.</summary>
    internal sealed record Text(string Value) : ArgumentValue
    {
        public override string ToString() => $"\"{Value}\"";
    }

    /// <summary>The names of other layers.</summary>
    internal sealed record Texts(EquatableArray<string> Items) : ArgumentValue
    {
        public override string ToString() => string.Join(", ", Items.Select(i => $"\"{i}\""));
    }

    internal sealed record Flag(bool Value) : ArgumentValue
    {
        public override string ToString() => Value ? "true" : "false";
    }

    public static ArgumentValue Of(Dim size) => new Sizes(EquatableArray.Of(size), IsList: false);

    public static ArgumentValue Of(params Dim[] sizes) => new Sizes(sizes.ToEquatableArray(), IsList: true);

    public static ArgumentValue OfNumber(double value) => new Number(value);

    public static ArgumentValue OfNumbers(params double[] values) => new Numbers(values.ToEquatableArray());

    public static ArgumentValue OfChoice(string value) => new Choice(value);

    public static ArgumentValue OfLayer(string name) => new Text(name);

    public static ArgumentValue OfLayers(params string[] names) => new Texts(names.ToEquatableArray());

    public static ArgumentValue Of(bool value) => new Flag(value);
}

/// <summary>An argument as written: the parameter's name and the value.</summary>
internal sealed record Argument(string Name, ArgumentValue Value);

/// <summary>Points at an argument of a layer, or at one item of it where it is a list.</summary>
internal sealed record ArgumentRef(string Name, int? Item = null);

/// <summary>The arguments of a layer that were written or inferred; the others have their defaults.</summary>
internal readonly record struct Arguments(EquatableArray<Argument> Items)
{
    public static Arguments Of(params (string Name, ArgumentValue Value)[] items) =>
        new(items.Select(i => new Argument(i.Name, i.Value)).ToEquatableArray());

    public ArgumentValue? this[string name] => Items.FirstOrDefault(a => a.Name == name)?.Value;

    public bool Has(Parameter parameter) => this[parameter.Name] is not null;

    /// <summary>These arguments with one set, in its place if it is there already and at the end otherwise.</summary>
    public Arguments With(string name, ArgumentValue value) =>
        this[name] is not null
            ? new(Items.Select(a => a.Name == name ? a with { Value = value } : a).ToEquatableArray())
            : new(Items.Append(new(name, value)).ToEquatableArray());

    public Arguments With(Parameter parameter, ArgumentValue value) => With(parameter.Name, value);

    public override string ToString() => string.Join(", ", Items.Select(a => $"{a.Name} = {a.Value}"));
}
