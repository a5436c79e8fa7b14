using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace ShapeGen.Native;

/// <summary>The folders where native libraries of this app may be.</summary>
internal static class NativeFolders
{
    public static IReadOnlyList<string> All { get; } = Find();

    private static string[] Find()
    {
        // What the host found in the app's deps.json, then the two places where a build puts natives.
        var probed = (AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string ?? "").Split(
            Path.PathSeparator,
            StringSplitOptions.RemoveEmptyEntries
        );
        var portable = $"linux-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
        return probed
            .Append(AppContext.BaseDirectory)
            .Append(Path.Combine(AppContext.BaseDirectory, "runtimes", RuntimeInformation.RuntimeIdentifier, "native"))
            .Append(Path.Combine(AppContext.BaseDirectory, "runtimes", portable, "native"))
            .Select(Path.TrimEndingDirectorySeparator)
            .Distinct()
            .ToArray();
    }
}
