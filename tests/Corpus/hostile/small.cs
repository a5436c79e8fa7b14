using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;
namespace HostSmall;
public static class ClampMinInt { public static void Run() { double zero = 0; Console.WriteLine(arange(4).clamp_min(zero).dtype); Console.WriteLine(arange(4).fmod(2.0).dtype); } }
public static class PowScalarTensor { public static void Run() { var w = randn(4, dtype: float32); Console.WriteLine(torch.pow(2.0, arange(4)).dtype); torch.pow(2.0, arange(4)).to(float32).dot(w); } }
public static class DivRound { public static void Run() { Linear(4, 1).forward(arange(4).div(2.0, RoundingMode.floor)); } }
public static class FloorDivD { public static void Run() { double two = 2; var y = arange(4).floor_divide(two); Linear(4, 1).forward(y); } }
public static class FloorDivLit { public static void Run() { var y = arange(4).floor_divide(2.0); Linear(4, 1).forward(y); } }
public static class RemD { public static void Run() { Linear(4, 1).forward(arange(4).remainder(1.5)); } }
public static class LerpS { public static void Run() { var ema = zeros(3); ema = ema.lerp(ones(3), 0.01); ema = torch.lerp(ema, ones(3), 0.1); } }
public static class SumCast { public static void Run() { var x = randn(2, 3).sum((ScalarType)6); } }
public static class SumCastVar { public static void Run() { int code = 7; var x = randn(2, 3).sum((ScalarType)code); } }
