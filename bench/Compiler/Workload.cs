using System;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Testing;

namespace ShapeGen.Bench.Compiler;

/// <summary>A project with networks, and 400 files without.</summary>
internal static class Workload
{
    /// <summary>100 networks of eleven layers, each in a file of its own.</summary>
    public const string Small = "100 ConvNets";

    /// <summary>The networks of samples/Zoo, from LeNet-5 to DenseNet-121.</summary>
    public const string Zoo = "Zoo";

    private const int Networks = 100;
    private const int Others = 400;

    public static CSharpCompilation Create(string networks)
    {
        var files =
            networks == Zoo
                ? Directory
                    .GetFiles(Repository.PathOf("samples", "Zoo"), "*.cs")
                    .Where(f => !f.EndsWith("Program.cs"))
                    .Select(File.ReadAllText)
                : Enumerable.Range(0, Networks).Select(i => Sources.ConvNet.Replace("ConvNet", $"ConvNet{i}", StringComparison.Ordinal));
        return TestCompilation.Create([.. files, .. Enumerable.Range(0, Others).Select(Other)]);
    }

    /// <summary>The same with an edit in a file without networks.</summary>
    public static CSharpCompilation Edit(CSharpCompilation compilation, int edit) =>
        Replace(compilation, compilation.SyntaxTrees.Length - 1, Other(edit + Others));

    private static CSharpCompilation Replace(CSharpCompilation compilation, int file, string text)
    {
        var tree = compilation.SyntaxTrees[file];
        return compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, TestCompilation.ParseOptions, tree.FilePath));
    }

    private static string Other(int i) =>
        $$"""
            namespace Other;

            public sealed class Class{{i}}
            {
                private int _sum;

                public int Add(int value)
                {
                    for (var j = 0; j < value; j++)
                    {
                        _sum += j * {{i}};
                    }

                    return _sum;
                }
            }
            """;
}
