using ShapeGen.Layers;
using static TorchSharp.torch;

namespace Shapes.Tests.Layers;

/// <summary>One layer against libtorch: random arguments and inputs, legal and illegal, and the same call in TorchSharp.</summary>
/// <param name="Layer">The kind of layer.</param>
/// <param name="Draw">Draws arguments and the shape of an input.</param>
/// <param name="Run">Runs them; what it throws is an error.</param>
internal sealed record ConformanceRow(string Layer, Func<Random, (Arguments Arguments, long[] Input)> Draw, Func<Read, Tensor, Tensor> Run);

/// <summary>Arguments as numbers, with the defaults of TorchSharp.</summary>
internal sealed class Read(Arguments arguments)
{
    public long Int(string name, long standard = 0) => arguments[name] is ArgumentValue.Sizes s ? (long)s.Items[0].Constant! : standard;

    public long[]? Ints(string name) => (arguments[name] as ArgumentValue.Sizes)?.Items.Select(d => (long)d.Constant!).ToArray();

    public bool Flag(string name, bool standard) => arguments[name] is ArgumentValue.Flag f ? f.Value : standard;

    public double Number(string name, double standard) => arguments[name] is ArgumentValue.Number n ? n.Value : standard;

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
}
