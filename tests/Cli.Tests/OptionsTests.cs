using ShapeGen.Cli;

namespace Cli.Tests;

/// <summary>The command line: what it takes, and what it says of what it does not take.</summary>
public sealed class OptionsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("shapegen-options").FullName;

    [Theory]
    [InlineData("'frob' is not a command; there is one, check.", "frob")]
    [InlineData("'--all' is not an option; there are --shapes and --sarif FILE.", "check", "--all")]
    [InlineData("--sarif needs the name of a file.", "check", "--sarif")]
    [InlineData("One project at a time: 'a' or 'b'.", "check", "a", "b")]
    [InlineData("'nowhere.csproj' does not exist.", "check", "nowhere.csproj")]
    public void What_makes_no_sense_is_said(string message, params string[] args) =>
        Assert.Equal(message, Assert.Throws<OptionsException>(() => Options.Read(args)).Message);

    [Fact]
    public void A_folder_stands_for_its_only_project()
    {
        Assert.StartsWith("There is no project in", Message(), StringComparison.Ordinal);
        Write("One.csproj");
        Assert.Equal(
            new Options(Path.Combine(_folder, "One.csproj"), ShowShapes: true, "a.sarif"),
            Options.Read(["check", _folder, "--shapes", "--sarif", "a.sarif"])
        );
        Write("Two.sln");
        Assert.EndsWith(": One.csproj, Two.sln; name one.", Message(), StringComparison.Ordinal);
        Write("Text.txt");
        Assert.EndsWith("is no project: expected a .csproj, .sln or .slnx file.", Message("Text.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public void Help_is_asked_for() => Assert.All(new string[][] { [], ["--help"], ["check", "-h"] }, a => Assert.Null(Options.Read(a)));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string name) => File.WriteAllText(Path.Combine(_folder, name), "");

    private string Message(string name = "") =>
        Assert.Throws<OptionsException>(() => Options.Read(["check", Path.Combine(_folder, name)])).Message;
}
