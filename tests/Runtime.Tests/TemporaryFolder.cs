namespace Runtime.Tests;

/// <summary>A folder that goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("shapegen").FullName;

    public string PathOf(string name) => Path.Combine(_path, name);

    public string Write(string name, byte[] contents)
    {
        File.WriteAllBytes(PathOf(name), contents);
        return PathOf(name);
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
