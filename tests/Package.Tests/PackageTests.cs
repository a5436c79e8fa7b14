using System.IO.Compression;
using Testing;

namespace Package.Tests;

/// <summary>The packages as a user gets them: their contents, and a project outside this repository that refers to them.</summary>
public sealed class PackageTests(PackageFeed feed) : IClassFixture<PackageFeed>
{
    private const string Network =
        "using ShapeGen;\n\n[Network, Input(1, 28, 28)]\n[Conv2d(8, 5), ReLU, MaxPool2d(2), Flatten, LINEAR]\npublic partial class Net;\n";

    [Fact]
    public void ShapeGen_has_the_attributes_and_the_analyzers_and_nothing_else()
    {
        Assert.Equal(
            [
                "README.md",
                "analyzers/dotnet/cs/ShapeGen.Analyzers.dll",
                "analyzers/dotnet/cs/ShapeGen.CodeFixes.dll",
                "analyzers/dotnet/cs/ShapeGen.Generator.dll",
                "analyzers/dotnet/cs/ShapeGen.Roslyn.dll",
                "analyzers/dotnet/cs/ShapeGen.Shapes.dll",
                "lib/netstandard2.0/ShapeGen.Shapes.dll",
                "lib/netstandard2.0/ShapeGen.Shapes.xml",
            ],
            feed.FilesOf("ShapeGen")
        );
        Assert.DoesNotContain("<dependency id", feed.SpecOf("ShapeGen"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_runtime_depends_on_TorchSharp_and_ShapeGen()
    {
        Assert.Equal(["README.md", "lib/net8.0/ShapeGen.Runtime.dll", "lib/net8.0/ShapeGen.Runtime.xml"], feed.FilesOf("ShapeGen.Runtime"));
        var spec = feed.SpecOf("ShapeGen.Runtime");
        Assert.Contains("<dependency id=\"TorchSharp\" version=\"0.107.0\"", spec, StringComparison.Ordinal);
        Assert.Contains($"<dependency id=\"ShapeGen\" version=\"{PackageFeed.Version}\"", spec, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_with_a_right_network_builds_without_warnings()
    {
        var (exitCode, output) = await Build("Linear(10)", "_ = (Net.Summary, Net.FlattenSize);\n");
        Assert.True(exitCode == 0, output);
        Assert.Contains("0 Warning(s)", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_with_a_wrong_network_does_not_build_and_says_why()
    {
        var (exitCode, output) = await Build("Linear(999, 10)", "_ = Net.Summary;\n");
        Assert.NotEqual(0, exitCode);
        Assert.Contains(
            "Net.cs(4,52): error SHG0013: Linear declares 999 input features, but Flatten gives it 1152 (8×12×12)",
            output,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("error CS", output, StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string Output)> Build(string linear, string program)
    {
        using var folder = new UserProject(feed);
        folder.Write("Net.cs", Network.Replace("LINEAR", linear, StringComparison.Ordinal));
        folder.Write("Program.cs", program);
        return await DotNet.Run(folder.Path, TestContext.Current.CancellationToken, "build");
    }
}

/// <summary>The packages, made once for all tests, under a version that no cache knows.</summary>
public sealed class PackageFeed : IAsyncLifetime
{
    public static string Version { get; } = $"0.1.0-test.{DateTime.UtcNow.Ticks}";

    public string Path { get; } = Directory.CreateTempSubdirectory("shapegen-feed").FullName;

    public async ValueTask InitializeAsync()
    {
        foreach (var project in new[] { "Package", "Runtime" })
        {
            var (exitCode, output) = await DotNet.Run(
                Repository.Root,
                TestContext.Current.CancellationToken,
                ["pack", Repository.PathOf("src", project), "-c", DotNet.Configuration, "--no-build", "-o", Path, $"-p:Version={Version}"]
            );
            Assert.True(exitCode == 0, output);
        }
    }

    public IEnumerable<string> FilesOf(string package)
    {
        using var archive = Open(package);
        return
        [
            .. archive
                .Entries.Select(e => e.FullName)
                .Where(n =>
                    !n.EndsWith(".nuspec", StringComparison.Ordinal)
                    && !n.StartsWith("_rels", StringComparison.Ordinal)
                    && !n.StartsWith("package/", StringComparison.Ordinal)
                    && !n.StartsWith('[')
                )
                .Order(StringComparer.Ordinal),
        ];
    }

    public string SpecOf(string package)
    {
        using var archive = Open(package);
        using var reader = new StreamReader(archive.GetEntry($"{package}.nuspec")!.Open());
        return reader.ReadToEnd();
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Path, recursive: true);
        return ValueTask.CompletedTask;
    }

    private ZipArchive Open(string package) => ZipFile.OpenRead(System.IO.Path.Combine(Path, $"{package}.{Version}.nupkg"));
}

/// <summary>A project outside this repository, whose settings do not reach it.</summary>
public sealed class UserProject : IDisposable
{
    public UserProject(PackageFeed feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        Write(
            "App.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <RestoreAdditionalProjectSources>{feed.Path}</RestoreAdditionalProjectSources>
                <!-- Which patch of a package of TorchSharp's is found is not ours. -->
                <NoWarn>NU1603;NU1608</NoWarn>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="ShapeGen" Version="{PackageFeed.Version}" />
                <PackageReference Include="ShapeGen.Runtime" Version="{PackageFeed.Version}" />
              </ItemGroup>
            </Project>
            """
        );
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("shapegen-app").FullName;

    public void Write(string name, string text) => File.WriteAllText(System.IO.Path.Combine(Path, name), text);

    public void Dispose()
    {
        Directory.Delete(Path, recursive: true);

        // What restore put into the cache of packages is of no use to anyone else.
        var cache =
            Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (var package in new[] { "shapegen", "shapegen.runtime" })
        {
            var folder = System.IO.Path.Combine(cache, package, PackageFeed.Version);
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }
}
