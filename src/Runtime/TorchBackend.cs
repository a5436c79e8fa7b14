using System;
using System.IO;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using System.Text;
using System.Threading;
using ShapeGen.Native;
using TorchSharp;

namespace ShapeGen;

/// <summary>The native library of TorchSharp: makes it load where it would not, and says why where it cannot.</summary>
public static class TorchBackend
{
    /// <summary>The environment variable that turns the cure off when it is <c>1</c>.</summary>
    public const string OptOutVariable = "SHAPEGEN_NO_NATIVE_FIX";

    private static int _isRegistered;
    private static string? _failure;
    private static bool _isCured;

    /// <summary>
    /// Stands by for the case that TorchSharp's native library does not load. .NET asks only after its own attempts have failed, so
    /// where everything is well this has no effect. Generated code calls it when the app starts; calling it again does nothing.
    /// </summary>
    public static void Register()
    {
        if (
            !OperatingSystem.IsLinux()
            || Environment.GetEnvironmentVariable(OptOutVariable) == "1"
            || Interlocked.Exchange(ref _isRegistered, 1) == 1
        )
        {
            return;
        }

        var context = AssemblyLoadContext.GetLoadContext(typeof(torch).Assembly) ?? AssemblyLoadContext.Default;
        context.ResolvingUnmanagedDll += Resolve;
    }

    /// <summary>Makes sure that TorchSharp works.</summary>
    /// <exception cref="InvalidOperationException">It does not; the message says why, and what to do.</exception>
    public static void Require()
    {
        Register();
        try
        {
            torch.InitializeDeviceType(DeviceType.CPU);
        }
        catch (Exception failure) when (failure is TypeInitializationException or NotSupportedException or DllNotFoundException)
        {
            throw new InvalidOperationException(_failure ?? (failure.InnerException ?? failure).Message, failure);
        }
    }

    /// <summary>The backend in words: versions, devices, and whether the cure was needed. It does not throw.</summary>
    public static string Report()
    {
        var text = new StringBuilder();
        text.Append("TorchSharp ")
            .Append(typeof(torch).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]);
        text.Append(" on ")
            .Append(RuntimeInformation.OSDescription.Trim())
            .Append(' ')
            .Append(RuntimeInformation.ProcessArchitecture)
            .Append('\n');
        try
        {
            Require();
            text.Append("libtorch ").Append(torch.__version__).Append(", ").Append(torch.get_num_threads()).Append(" threads\n");
            text.Append("CUDA: ")
                .Append(torch.cuda_is_available() ? $"{torch.cuda.device_count()} device(s)" : "not available")
                .Append('\n');
            text.Append(_isCured ? "The native library was loaded from a copy that does not ask for GLIBCXX_3.4.32.\n" : "");
        }
        catch (InvalidOperationException failure)
        {
            text.Append("libtorch does not load: ").Append(failure.Message).Append('\n');
        }

        return text.ToString();
    }

    private static IntPtr Resolve(Assembly assembly, string name)
    {
        if (assembly != typeof(torch).Assembly || !name.Contains("LibTorchSharp", StringComparison.Ordinal))
        {
            return IntPtr.Zero;
        }

        try
        {
            var handle = NativeCure.TryLoad(out _failure);
            _isCured = handle != IntPtr.Zero;
            return handle;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            _failure = $"the cured copy of the native library cannot be written: {failure.Message}";
            return IntPtr.Zero;
        }
    }
}
