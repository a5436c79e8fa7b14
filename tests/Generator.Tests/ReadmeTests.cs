using Testing;

namespace Generator.Tests;

/// <summary>What the README shows is what the build emits. SHAPEGEN_UPDATE_SNAPSHOTS=1 writes it there.</summary>
public sealed class ReadmeTests
{
    private const string Begin = "<!-- emitted: samples/Mnist/ConvNet.cs -->\n```csharp\n";
    private const string End = "```\n";

    [Fact]
    public void The_emitted_source_in_the_README_is_the_one_of_the_sample()
    {
        var emitted = GeneratorRun.Of(Repository.Read("samples", "Mnist", "ConvNet.cs")).Text;
        var path = Repository.PathOf("README.md");
        var readme = File.ReadAllText(path);
        var start = readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = readme.IndexOf(End, start, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("SHAPEGEN_UPDATE_SNAPSHOTS") == "1")
        {
            readme = readme[..start] + emitted + readme[end..];
            end = start + emitted.Length;
            File.WriteAllText(path, readme);
        }

        Assert.Equal(readme[start..end], emitted);
    }

    [Fact]
    public void The_network_in_the_README_is_the_one_of_the_sample()
    {
        var sample = Repository.Read("samples", "Mnist", "ConvNet.cs");
        var attributes = sample[sample.IndexOf("[Network", StringComparison.Ordinal)..];
        Assert.Contains(attributes, Repository.Read("README.md"), StringComparison.Ordinal);
    }
}
