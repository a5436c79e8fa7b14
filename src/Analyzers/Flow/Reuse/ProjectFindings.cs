using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ShapeGen.Analyzers.Flow.Reuse;

/// <summary>
/// Which body of code reports what. A mistake is reported once, by the body in which it stands, whichever method led there; and hinted at by
/// the call in another file that leads there, which an editor may look at alone.
/// </summary>
/// <param name="compilation">The project.</param>
/// <param name="find">What is found in a method, by its declaration and its body.</param>
internal sealed class ProjectFindings(
    Compilation compilation,
    Func<SyntaxNode, SyntaxNode, CancellationToken, IReadOnlyList<PlacedFinding>> find
)
{
    private readonly ConcurrentDictionary<Location, TextSpan> _reported = new();
    private readonly object _gate = new();
    private Callers? _callers;

    /// <summary>What a body reports.</summary>
    /// <param name="body">The body.</param>
    /// <param name="own">What was found on the ways that begin in it.</param>
    /// <param name="cancellation">Stops it.</param>
    public IEnumerable<Shown> For(SyntaxNode body, IReadOnlyList<PlacedFinding> own, CancellationToken cancellation)
    {
        var callers = CallersOf(cancellation);
        var here = own.Concat(callers.Findings).Where(f => Contains(body, f.Place)).GroupBy(f => f.Place).Select(Best).ToArray();
        foreach (var finding in here)
        {
            yield return new(finding, finding.Place, IsHint: false);
        }

        foreach (var finding in own.Where(f => !Contains(body, f.Place)).GroupBy(f => f.Place).Select(Best))
        {
            var isSaidThere = callers.Bodies.Contains((body.SyntaxTree, body.Span)) && IsInBody(finding.Place, cancellation);
            if (finding.Place.SourceTree != body.SyntaxTree)
            {
                yield return new(finding, finding.Caller ?? finding.Place, IsHint: isSaidThere);
            }
            else if (
                !isSaidThere
                && Best(callers.Findings.Where(f => f.Place == finding.Place).Append(finding)) == finding
                && _reported.GetOrAdd(finding.Place, body.Span) == body.Span
            )
            {
                yield return new(finding, finding.Place, IsHint: false);
            }
        }
    }

    // The comments of a method are its own, too.
    private static bool Contains(SyntaxNode body, Location place) =>
        place.SourceTree == body.SyntaxTree
        && (body.Parent is BaseMethodDeclarationSyntax method ? method.FullSpan : body.Span).Contains(place.SourceSpan);

    /// <summary>Of several ways to a place, one that begins with a call says most; the first one, so that it is always the same.</summary>
    private static PlacedFinding Best(IEnumerable<PlacedFinding> findings) =>
        findings
            .OrderBy(f => f.Certainty)
            .ThenBy(f => f.Caller is null)
            .ThenBy(f => f.Caller?.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(f => f.Caller?.SourceSpan.Start)
            .ThenBy(f => f.Message, StringComparer.Ordinal)
            .First();

    /// <summary>Whether a place stands in a body that reports it; an initialiser is none.</summary>
    private static bool IsInBody(Location place, CancellationToken cancellation) =>
        place
            .SourceTree!.GetRoot(cancellation)
            .FindNode(place.SourceSpan)
            .AncestorsAndSelf()
            .Any(n =>
                n is GlobalStatementSyntax
                || (n is BaseMethodDeclarationSyntax method && (method.Body is not null || method.ExpressionBody is not null))
                || (
                    n is BlockSyntax or ArrowExpressionClauseSyntax
                    && n.Parent is AccessorDeclarationSyntax or BasePropertyDeclarationSyntax
                )
            );

    private Callers CallersOf(CancellationToken cancellation)
    {
        lock (_gate)
        {
            return _callers ??= Make();
        }

        Callers Make()
        {
            var code = CallingCode.Of(compilation, cancellation).ToArray();
            return new(
                [.. code.SelectMany(c => find(c.Declaration, c.Body, cancellation))],
                [.. code.Select(c => (c.Body.SyntaxTree, c.Body.Span))]
            );
        }
    }

    private sealed record Callers(PlacedFinding[] Findings, HashSet<(SyntaxTree Tree, TextSpan Span)> Bodies);
}

/// <summary>What a body reports, and where.</summary>
/// <param name="Finding">What was found.</param>
/// <param name="At">Where it is shown.</param>
/// <param name="IsHint">Whether it is reported elsewhere, where it stands.</param>
internal sealed record Shown(PlacedFinding Finding, Location At, bool IsHint);
