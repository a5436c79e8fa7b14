using System.Runtime.CompilerServices;

namespace Testing;

/// <summary>The files of this repository, for tests that compare them with what the code does.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public static string Read(params string[] parts) => File.ReadAllText(PathOf(parts));

    private static string FindRoot([CallerFilePath] string here = "")
    {
        for (var folder = Path.GetDirectoryName(here); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "ShapeGen.sln")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException("These tests must run where they were built: ShapeGen.sln is in no folder above them.");
    }
}
