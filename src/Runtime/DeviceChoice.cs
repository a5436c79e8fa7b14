using System;
using System.Globalization;
using System.IO;
using System.Linq;
using TorchSharp;

namespace ShapeGen;

/// <summary>Chooses where a network runs.</summary>
public static class DeviceChoice
{
    /// <summary>The environment variable that names the device where the program does not: <c>cpu</c>, <c>cuda</c>, <c>cuda:1</c>, <c>mps</c>.</summary>
    public const string Variable = "SHAPEGEN_DEVICE";

    private const string Option = "--device";

    /// <summary>The device that the command line names with <c>--device NAME</c> or <c>--device=NAME</c>; else as <see cref="Choose"/> without a name.</summary>
    /// <param name="arguments">The arguments of the program.</param>
    /// <exception cref="ArgumentException">The option has no value, or one that is not the name of a device.</exception>
    /// <exception cref="InvalidOperationException">The device is not there; the message says why.</exception>
    public static torch.Device FromArguments(string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (arguments.FirstOrDefault(a => a.StartsWith(Option + "=", StringComparison.Ordinal)) is { } joined)
        {
            return Choose(joined[(Option.Length + 1)..]);
        }

        var at = Array.IndexOf(arguments, Option);
        return at < 0 ? Choose()
            : at + 1 < arguments.Length ? Choose(arguments[at + 1])
            : throw new ArgumentException($"{Option} needs a device: cpu, cuda, cuda:1 or mps.");
    }

    /// <summary>The device of that name; without one, that of <c>SHAPEGEN_DEVICE</c>; without that, CUDA if there is, else MPS, else the CPU.</summary>
    /// <param name="name"><c>cpu</c>, <c>cuda</c>, <c>cuda:1</c> or <c>mps</c>; null to leave it open.</param>
    /// <exception cref="ArgumentException">That is not the name of a device.</exception>
    /// <exception cref="InvalidOperationException">The device is not there; the message says why.</exception>
    public static torch.Device Choose(string? name = null)
    {
        TorchBackend.Require();
        name ??= Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } variable ? variable : null;
        if (name is null)
        {
            return torch.cuda_is_available() ? torch.CUDA
                : torch.mps_is_available() ? torch.MPS
                : torch.CPU;
        }

        return name.Trim().ToLowerInvariant().Split(':') switch
        {
            ["cpu"] => torch.CPU,
            ["mps"] => torch.mps_is_available()
                ? torch.MPS
                : throw new InvalidOperationException("The device mps is not available: it needs a Mac with Apple silicon."),
            ["cuda"] => Cuda(0),
            ["cuda", var index] when int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => Cuda(number),
            _ => throw new ArgumentException($"'{name}' is not a device; expected cpu, cuda, cuda:1 or mps."),
        };
    }

    private static torch.Device Cuda(int index)
    {
        if (!torch.cuda_is_available())
        {
            throw new InvalidOperationException($"The device cuda was asked for, but {WhyNoCuda()}");
        }

        var count = torch.cuda.device_count();
        return index < count
            ? new torch.Device(DeviceType.CUDA, index)
            : throw new InvalidOperationException(
                $"The device cuda:{index} was asked for, but there are {count} CUDA devices, from cuda:0 on."
            );
    }

    private static string WhyNoCuda() =>
        Native.NativeFolders.All.Any(f =>
            File.Exists(Path.Combine(f, "libtorch_cuda.so")) || File.Exists(Path.Combine(f, "torch_cuda.dll"))
        )
            ? "the NVIDIA driver was not found, or it is too old for this libtorch."
            : "this app has the CPU backend of libtorch. Reference TorchSharp-cuda-linux or TorchSharp-cuda-windows instead of TorchSharp-cpu.";
}
