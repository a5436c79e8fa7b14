using ShapeGen.Layers;

namespace Testing.Layers;

/// <summary>Arguments as numbers, with the defaults of TorchSharp.</summary>
internal sealed class Read(Arguments arguments)
{
    public bool Has(string name) => arguments[name] is not null;

    public long Int(string name, long standard = 0) => arguments[name] is ArgumentValue.Sizes s ? (long)s.Items[0].Constant! : standard;

    public long? IntOrNull(string name) => Has(name) ? Int(name) : null;

    public long[]? Ints(string name) => (arguments[name] as ArgumentValue.Sizes)?.Items.Select(d => (long)d.Constant!).ToArray();

    public bool Flag(string name, bool standard) => arguments[name] is ArgumentValue.Flag f ? f.Value : standard;

    public double Number(string name, double standard) => arguments[name] is ArgumentValue.Number n ? n.Value : standard;

    public double? NumberOrNull(string name) => Has(name) ? Number(name, 0) : null;

    /// <summary>A member of TorchSharp's enumeration of that name.</summary>
    public T Choice<T>(string name, T standard)
        where T : struct, Enum => arguments[name] is ArgumentValue.Choice c ? Enum.Parse<T>(c.Value) : standard;

    public string? Choice(string name) => (arguments[name] as ArgumentValue.Choice)?.Value;

    public (long, long) Pair(string name, long standard) => Ints(name) is not { } s ? (standard, standard) : (s[0], s[^1]);

    public (long, long)? PairOrNull(string name) => Ints(name) is null ? null : Pair(name, 0);

    public (long, long, long) Triple(string name, long standard) =>
        Ints(name) is not { } s ? (standard, standard, standard)
        : s.Length == 1 ? (s[0], s[0], s[0])
        : (s[0], s[1], s[2]);

    public long[] Spread(string name, int count, long standard) =>
        Ints(name) is not { } s ? [.. Enumerable.Repeat(standard, count)]
        : s.Length == 1 ? [.. Enumerable.Repeat(s[0], count)]
        : s;

    public long[]? SpreadOrNull(string name, int count) => Ints(name) is null ? null : Spread(name, count, 0);

    /// <summary>One number for each of so many axes; null where none was written.</summary>
    public double[]? Numbers(string name, int count) =>
        arguments[name] switch
        {
            ArgumentValue.Number n => [.. Enumerable.Repeat(n.Value, count)],
            ArgumentValue.Numbers { Items: [var single] } => [.. Enumerable.Repeat(single, count)],
            ArgumentValue.Numbers { Items: var items } => [.. items],
            _ => null,
        };
}
