using ShapeGen;
using ShapeGen.Native;
using TorchSharp;

namespace Runtime.Tests;

/// <summary>The native library loads, and what cannot be had is named.</summary>
public sealed class BackendTests
{
    [Fact]
    public void The_report_names_versions_and_devices()
    {
        var report = TorchBackend.Report();
        Assert.Matches(@"TorchSharp 0\.107\.\d", report);
        Assert.Contains("libtorch 2.10", report, StringComparison.Ordinal);
        Assert.Contains("CUDA: ", report, StringComparison.Ordinal);
    }

    [Fact]
    public void The_need_that_keeps_it_from_loading_is_found()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "an ELF file");
        var needs = ElfVersionNeeds.Read(NativeLibraryBytes());
        Assert.Contains(needs, n => n is { Library: "libstdc++.so.6", Version: "GLIBCXX_3.4.32", IsWeak: false });
        Assert.Contains(needs, n => n is { Library: "libc.so.6", Version: "GLIBC_2.34" });
    }

    [Fact]
    public void Only_that_need_becomes_weak()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "an ELF file");
        var bytes = NativeLibraryBytes();
        var before = ElfVersionNeeds.Read(bytes);
        bytes[before.Single(n => n.Version == "GLIBCXX_3.4.32").FlagsOffset] |= (byte)ElfVersionNeeds.Weak;
        var after = ElfVersionNeeds.Read(bytes);
        Assert.Equal(before.Select(n => n with { IsWeak = n.Version == "GLIBCXX_3.4.32" }), after);
    }

    [Fact]
    public void A_file_that_is_no_library_has_no_needs()
    {
        Assert.Empty(ElfVersionNeeds.Read([]));
        Assert.Empty(ElfVersionNeeds.Read("MZ, a file for Windows, and long enough to have a header of its own, or so it would seem"u8));
        Assert.SkipUnless(OperatingSystem.IsLinux(), "an ELF file");
        var bytes = NativeLibraryBytes();
        for (var length = 0; length < bytes.Length; length += 65_537)
        {
            // The table of sections is at the end: without it nothing is found, and nothing is thrown.
            Assert.Empty(ElfVersionNeeds.Read(bytes.AsSpan(0, length)));
        }
    }

    [Theory]
    [InlineData("cpu")]
    [InlineData(" CPU ")]
    public void The_CPU_is_always_there(string name) => Assert.Equal(DeviceType.CPU, DeviceChoice.Choose(name).type);

    [Theory]
    [InlineData("gpu")]
    [InlineData("cuda:x")]
    [InlineData("cuda:1:2")]
    [InlineData("cuda:-1")]
    public void What_is_no_device_is_refused(string name) =>
        Assert.Equal(
            $"'{name}' is not a device; expected cpu, cuda, cuda:1 or mps.",
            Assert.Throws<ArgumentException>(() => DeviceChoice.Choose(name)).Message
        );

    [Fact]
    public void CUDA_on_the_CPU_backend_names_the_package()
    {
        Assert.SkipWhen(torch.cuda_is_available(), "CUDA is there");
        var message = Assert.Throws<InvalidOperationException>(() => DeviceChoice.Choose("cuda")).Message;
        Assert.StartsWith(
            "The device cuda was asked for, but this app has the CPU backend of libtorch. Reference TorchSharp-cuda-linux",
            message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_command_line_comes_before_the_environment()
    {
        Environment.SetEnvironmentVariable(DeviceChoice.Variable, "nonsense");
        try
        {
            Assert.Equal(DeviceType.CPU, DeviceChoice.FromArguments(["--epochs", "3", "--device", "cpu"]).type);
            Assert.Equal(DeviceType.CPU, DeviceChoice.FromArguments(["--device=cpu"]).type);
            Assert.Throws<ArgumentException>(() => DeviceChoice.FromArguments([]));
            Assert.Equal(
                "--device needs a device: cpu, cuda, cuda:1 or mps.",
                Assert.Throws<ArgumentException>(() => DeviceChoice.FromArguments(["--device"])).Message
            );
        }
        finally
        {
            Environment.SetEnvironmentVariable(DeviceChoice.Variable, null);
        }
    }

    private static byte[] NativeLibraryBytes() =>
        File.ReadAllBytes(NativeFolders.All.Select(f => Path.Combine(f, "libLibTorchSharp.so")).First(File.Exists));
}
