using System;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Testing;

namespace ShapeGen.Bench.Compiler;

/// <summary>A project of 500 files, 100 of which have a network of eleven layers.</summary>
internal static class Workload
{
    public const int Networks = 100;
    private const int Others = 400;

    public static CSharpCompilation Create()
    {
        var networks = Enumerable
            .Range(0, Networks)
            .Select(i => Sources.ConvNet.Replace("ConvNet", $"ConvNet{i}", StringComparison.Ordinal));
        var others = Enumerable.Range(0, Others).Select(Other);
        return TestCompilation.Create([.. networks, .. others]);
    }

    /// <summary>The same with an edit in a file without networks.</summary>
    public static CSharpCompilation Edit(CSharpCompilation compilation, int edit) => Replace(compilation, Networks, Other(edit + Others));

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
