using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ShapeGen;
using TorchSharp;

namespace Testing;

/// <summary>Compiles texts against .NET 8, TorchSharp and ShapeGen.</summary>
public static class TestCompilation
{
    public static readonly CSharpParseOptions ParseOptions = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp12);

    public static MetadataReference Shapes { get; } = MetadataReference.CreateFromFile(typeof(NetworkAttribute).Assembly.Location);

    public static MetadataReference TorchSharp { get; } = MetadataReference.CreateFromFile(typeof(torch).Assembly.Location);

    public static MetadataReference Runtime { get; } = MetadataReference.CreateFromFile(typeof(TorchBackend).Assembly.Location);

    /// <summary>What a project has that uses ShapeGen without its runtime.</summary>
    public static ImmutableArray<MetadataReference> References { get; } = [.. Net80.References.All, Shapes, TorchSharp];

    /// <summary>A compilation of texts, each in a file of its own: File0.cs, File1.cs, ….</summary>
    public static CSharpCompilation Create(params string[] sources) => Create(References, sources);

    public static CSharpCompilation Create(IEnumerable<MetadataReference> references, params string[] sources) =>
        CSharpCompilation.Create(
            "Test",
            sources.Select((s, i) => CSharpSyntaxTree.ParseText(s, ParseOptions, path: $"File{i}.cs")),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
        );
}
