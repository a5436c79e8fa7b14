using System.Text.Json.Nodes;
using ShapeGen.Cli;
using Testing;

namespace Cli.Tests;

/// <summary>dotnet shapegen check on a project outside this repository.</summary>
public sealed class CheckTests : IDisposable
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType></PropertyGroup>
          <ItemGroup><Reference Include="TorchSharp" HintPath="TORCHSHARP" /></ItemGroup>
        </Project>
        """;

    private const string Program = """
        using static TorchSharp.torch;
        var images = zeros(64, 1, 28, 28);
        var rows = images.flatten(1);
        var wrong = rows.matmul(zeros(1024, 10));
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("shapegen-cli").FullName;

    [Fact]
    public async Task It_says_what_is_wrong_and_how_much_is_known()
    {
        var (exitCode, output, sarif) = await Check(Program);
        Assert.Equal(ExitCodes.Wrong, exitCode);
        Assert.Contains("Program.cs(3,12): images.flatten(1) → (64, 784)", output, StringComparison.Ordinal);
        Assert.Contains("the program: 3 proved, 1 wrong, 0 left to run time", output, StringComparison.Ordinal);
        Assert.Contains(
            "Program.cs(4,13): error SHG1002: matmul of (64, 784) and (1024, 10): the last size of the first, 784, must be the last but one of the second, 1024",
            output,
            StringComparison.Ordinal
        );
        Assert.EndsWith("1 error." + Environment.NewLine, output, StringComparison.Ordinal);
        var result = Assert.Single(JsonNode.Parse(sarif)!["runs"]![0]!["results"]!.AsArray())!;
        var place = result["locations"]![0]!["physicalLocation"]!;
        Assert.Equal(
            ("SHG1002", "error", "Program.cs", 4),
            (
                (string)result["ruleId"]!,
                (string)result["level"]!,
                (string)place["artifactLocation"]!["uri"]!,
                (int)place["region"]!["startLine"]!
            )
        );
    }

    [Fact]
    public async Task Nothing_is_wrong()
    {
        var (exitCode, output, _) = await Check(Program.Replace("1024", "784", StringComparison.Ordinal));
        Assert.Equal(ExitCodes.Right, exitCode);
        Assert.Contains("Tensor operations: 4 proved, 0 left to run time", output, StringComparison.Ordinal);
        Assert.EndsWith("Nothing is wrong." + Environment.NewLine, output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<(int ExitCode, string Output, string Sarif)> Check(string program)
    {
        var torch = typeof(TorchSharp.torch).Assembly.Location;
        await Write("App.csproj", Project.Replace("TORCHSHARP", torch, StringComparison.Ordinal));
        await Write("Program.cs", program);
        var (restored, log) = await DotNet.Run(_folder, TestContext.Current.CancellationToken, "restore");
        Assert.True(restored == 0, log);
        var sarif = Path.Combine(_folder, "out.sarif");
        await using var output = new StringWriter();
        var options = Options.Read(["check", _folder, "--shapes", "--sarif", sarif])!;
        var exitCode = await CheckCommand.Run(options, output, TextWriter.Null, TestContext.Current.CancellationToken);
        return (exitCode, output.ToString(), await File.ReadAllTextAsync(sarif, TestContext.Current.CancellationToken));
    }

    private Task Write(string name, string text) =>
        File.WriteAllTextAsync(Path.Combine(_folder, name), text, TestContext.Current.CancellationToken);
}
