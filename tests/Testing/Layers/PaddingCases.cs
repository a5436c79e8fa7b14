using ShapeGen;
using ShapeGen.Layers;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Testing.Layers;

/// <summary>Padding layers.</summary>
internal static class PaddingCases
{
    public static IEnumerable<LayerCase> All =>
        [
            .. Each("ConstantPad", (axes, a, x) => F.pad(x, Sides(a, axes), PaddingModes.Constant, a.Number("Value", 0))),
            .. Each("ZeroPad", (axes, a, x) => F.pad(x, Sides(a, axes), PaddingModes.Constant, 0)),
            .. Each("ReflectionPad", (axes, a, x) => Reflection(axes, Sides(a, axes)).call(x)),
            .. Each("ReplicationPad", (axes, a, x) => Replication(axes, Sides(a, axes)).call(x)),
            .. Each("CircularPad", (axes, a, x) => Circular(x, Sides(a, axes))),
        ];

    private static IEnumerable<LayerCase> Each(string name, Func<int, Read, Tensor, Tensor> run) =>
        Enumerable.Range(1, 3).Select(axes => LayerCase.Of($"{name}{axes}d", r => Padding(r, name, axes), (a, x) => run(axes, a, x)));

    private static long[] Sides(Read arguments, int axes) => arguments.Spread("Padding", 2 * axes, 0);

    private static nn.Module<Tensor, Tensor> Reflection(int axes, long[] p) =>
        axes switch
        {
            1 => nn.ReflectionPad1d((p[0], p[1])),
            2 => nn.ReflectionPad2d((p[0], p[1], p[2], p[3])),
            _ => nn.ReflectionPad3d((p[0], p[1], p[2], p[3], p[4], p[5])),
        };

    private static nn.Module<Tensor, Tensor> Replication(int axes, long[] p) =>
        axes switch
        {
            1 => nn.ReplicationPad1d((p[0], p[1])),
            2 => nn.ReplicationPad2d((p[0], p[1], p[2], p[3])),
            _ => nn.ReplicationPad3d((p[0], p[1], p[2], p[3], p[4], p[5])),
        };

    /// <summary>Which TorchSharp has as a function only.</summary>
    private static Tensor Circular(Tensor x, long[] sides) =>
        sides.All(s => s >= 0) ? F.pad(x, sides, PaddingModes.Circular, 0) : throw new ArgumentException("our own layer does not crop");

    private static Drawn Padding(Random random, string name, int axes)
    {
        var value =
            random.Next(2) == 0
                ? Draw.Size(random.Next(-1, 4))
                : ArgumentValue.Of([.. Enumerable.Range(0, 2 * axes).Select(_ => (Dim)random.Next(-2, 5))]);
        var arguments = Arguments.Of(("Padding", value));
        return new(
            name == "ConstantPad" ? arguments.With(new NumberParameter("Value", 0), Draw.Number(random, 0, 1.5, -2)) : arguments,
            Draw.Image(random, axes, rankOff: true)
        );
    }
}
