using Testing;

namespace Generator.Tests;

/// <summary>Compares a text with a file in Snapshots. SHAPEGEN_UPDATE_SNAPSHOTS=1 writes the files instead.</summary>
internal static class Snapshot
{
    public static void Verify(string actual, string name)
    {
        var path = Repository.PathOf("tests", "Generator.Tests", "Snapshots", name);
        if (Environment.GetEnvironmentVariable("SHAPEGEN_UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"There is no {path}; SHAPEGEN_UPDATE_SNAPSHOTS=1 makes it.");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
