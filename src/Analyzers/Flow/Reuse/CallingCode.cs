using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ShapeGen.Analyzers.Flow.Reuse;

/// <summary>
/// The bodies of a project that may call modules. What is wrong in a network with what another file gives it is to be seen where it stands,
/// too, when an editor looks at the file of the network alone.
/// </summary>
internal static class CallingCode
{
    // A project with more of them is looked at file by file.
    private const int MostBodies = 2_000;

    private static readonly ConditionalWeakTable<SyntaxTree, SyntaxNode[]> _ofTrees = new();

    /// <summary>The declarations of methods whose bodies name a call of a module; none where there are too many.</summary>
    public static IEnumerable<(SyntaxNode Declaration, SyntaxNode Body)> Of(Compilation compilation, CancellationToken cancellation)
    {
        var declarations = compilation.SyntaxTrees.SelectMany(t => _ofTrees.GetValue(t, tree => In(tree, cancellation))).ToArray();
        return declarations.Length > MostBodies ? [] : declarations.Select(d => (d, BodyOf(d)!));
    }

    private static SyntaxNode[] In(SyntaxTree tree, CancellationToken cancellation) =>
        [
            .. tree.GetRoot(cancellation)
                .DescendantNodes()
                .Where(n => n is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax)
                .Where(n => BodyOf(n)?.DescendantNodes().OfType<SimpleNameSyntax>().Any(Calls) == true),
        ];

    private static bool Calls(SimpleNameSyntax name) => name.Identifier.ValueText is "call" or "forward";

    private static SyntaxNode? BodyOf(SyntaxNode declaration) =>
        declaration switch
        {
            BaseMethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody,
            AccessorDeclarationSyntax accessor => (SyntaxNode?)accessor.Body ?? accessor.ExpressionBody,
            _ => null,
        };
}
