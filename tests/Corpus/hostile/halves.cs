using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;
namespace HostTypes;

public static class ModuleToTensor
{
    public static void Run()
    {
        var x = randn(4, 3, dtype: float64);
        var net = Linear(3, 2);
        net.to(x.dtype);
        net.forward(x);
    }
}
public static class ExtensionDouble
{
    public static void Run()
    {
        var net = Sequential(Linear(3, 4), ReLU(), Linear(4, 1)).InDouble();
        net.forward(randn(2, 3, dtype: float64));
    }
}
public static class ExtensionDoubleExt
{
    public static T InDouble<T>(this T m) where T : nn.Module { m.to(ScalarType.Float64); return m; }
}
