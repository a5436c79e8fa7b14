using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ShapeGen.Analyzers.Flow.Interpretation;

namespace ShapeGen.Analyzers.Flow.Reuse;

/// <summary>
/// What was found in each body of code, for as long as its file lives, so that an edit makes only what depends on it be analysed again.
/// </summary>
internal static class FindingCache
{
    // A file that is edited is another tree, and takes what was found in the old one with it.
    private static readonly ConditionalWeakTable<SyntaxTree, ConcurrentDictionary<TextSpan, Entry>> _entries = new();

    /// <summary>What is wrong in a body, worked out now or before.</summary>
    public static IReadOnlyList<PlacedFinding> Get(SyntaxNode body, Edition edition, Func<Reads, IReadOnlyList<Finding>> analyze)
    {
        var ofTree = _entries.GetOrCreateValue(body.SyntaxTree);
        if (ofTree.TryGetValue(body.Span, out var known) && edition.Has(known.Edition, known.Reads))
        {
            return known.Findings;
        }

        var reads = new Reads();
        PlacedFinding[] findings = [.. analyze(reads).Select(PlacedFinding.Of)];
        ofTree[body.Span] = new(edition, reads, findings);
        return findings;
    }

    private sealed record Entry(Edition Edition, Reads Reads, IReadOnlyList<PlacedFinding> Findings);
}

/// <summary>A finding without the code that it was found in, which belongs to one state of the project.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Place">The code that is wrong.</param>
/// <param name="Caller">The call through which it came there; null where it stands in the method under analysis.</param>
/// <param name="Message">Why.</param>
internal sealed record PlacedFinding(FindingKind Kind, Location Place, Location? Caller, string Message)
{
    /// <summary>Whether it holds only if what comes is a batch.</summary>
    public bool IsForBatch { get; init; }

    public static PlacedFinding Of(Finding finding) =>
        new(finding.Kind, finding.At.Syntax.GetLocation(), finding.Caller?.Syntax.GetLocation(), finding.Message) { IsForBatch = finding.IsForBatch };
}
