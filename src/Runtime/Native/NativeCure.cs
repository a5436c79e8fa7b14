using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ShapeGen.Native;

/// <summary>
/// TorchSharp 0.107's native library asks for GLIBCXX_3.4.32 on behalf of a symbol to which nothing in it refers, so it does not load
/// where libstdc++ is older: on Debian 12 and Ubuntu 22.04. The cure loads a copy whose need is marked weak. The symbol initialises
/// C++ streams; libtorch, which is loaded first, does that too.
/// </summary>
internal static class NativeCure
{
    private const string Library = "libLibTorchSharp.so";
    private const string UnusedNeed = "GLIBCXX_3.4.32";

    // What the library needs of libtorch, in the order in which they need each other.
    private static readonly string[] _before = ["libc10.so", "libtorch_cpu.so", "libtorch.so"];

    /// <summary>Loads the cured library; zero where it cannot, and then <paramref name="reason"/> says why.</summary>
    public static IntPtr TryLoad(out string? reason)
    {
        if (Find(Library, out reason) is not { } original)
        {
            return IntPtr.Zero;
        }

        foreach (var name in _before)
        {
            if (Find(name, out reason) is not { } path || !TryLoadFile(path, out _, out reason))
            {
                return IntPtr.Zero;
            }
        }

        var bytes = File.ReadAllBytes(original);
        var needs = ElfVersionNeeds.Read(bytes);
        if (needs.FirstOrDefault(n => n.Version == UnusedNeed && !n.IsWeak) is not { } need)
        {
            return TryLoadFile(original, out var plain, out reason) ? plain : IntPtr.Zero;
        }

        bytes[need.FlagsOffset] |= (byte)ElfVersionNeeds.Weak;
        return TryLoadFile(Cache(bytes), out var cured, out reason) ? cured : IntPtr.Zero;
    }

    private static bool TryLoadFile(string path, out IntPtr handle, out string? reason)
    {
        try
        {
            (handle, reason) = (NativeLibrary.Load(path), null);
            return true;
        }
        catch (DllNotFoundException failure)
        {
            (handle, reason) = (IntPtr.Zero, Explain(path, failure.Message));
            return false;
        }
    }

    /// <summary>The loader's own words, with what they mean where a system library is too old.</summary>
    private static string Explain(string path, string message)
    {
        var missing = message.Split('`', '\'').FirstOrDefault(w => w.StartsWith("GLIBC", StringComparison.Ordinal));
        return missing is null
            ? $"{Path.GetFileName(path)} does not load: {message.Trim()}"
            : $"{Path.GetFileName(path)} needs {missing}, which this system does not have. TorchSharp 0.107 needs glibc 2.34 and GLIBCXX_3.4.30: "
                + "Ubuntu 22.04, Debian 12 or later, or a newer libstdc++.";
    }

    /// <summary>
    /// Writes the copy once, beside nothing of the app's, under the hash of its contents. Where the folder for local data cannot be
    /// written, as in many containers, it goes to a new folder for temporary files that no other user can write to.
    /// </summary>
    private static string Cache(byte[] bytes)
    {
        var root = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        if (root.Length > 0)
        {
            try
            {
                return Write(Path.Combine(root, "ShapeGen", Convert.ToHexString(SHA256.HashData(bytes))), bytes);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // On to the next place.
            }
        }

        return Write(Directory.CreateTempSubdirectory("shapegen-").FullName, bytes);
    }

    private static string Write(string folder, byte[] bytes)
    {
        var path = Path.Combine(folder, Library);
        if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
        {
            // Written beside and moved, so that two processes that start at once never see half a file.
            Directory.CreateDirectory(folder);
            var draft = Path.Combine(folder, $"{Library}.{Environment.ProcessId}");
            File.WriteAllBytes(draft, bytes);
            File.Move(draft, path, overwrite: true);
        }

        return path;
    }

    private static string? Find(string name, out string? reason)
    {
        var path = NativeFolders.All.Select(f => Path.Combine(f, name)).FirstOrDefault(File.Exists);
        reason = path is not null
            ? null
            : $"{name} is in none of: {string.Join(", ", NativeFolders.All)}. Reference one of TorchSharp-cpu, TorchSharp-cuda-linux.";
        return path;
    }
}
