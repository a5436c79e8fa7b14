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
    private static readonly ConditionalWeakTable<SyntaxTree, ConcurrentDictionary<TextSpan, Slot>> _slots = new();

    /// <summary>What is wrong in a body, worked out now or before.</summary>
    public static IReadOnlyList<PlacedFinding> Get(SyntaxNode body, Edition edition, Func<Reads, IReadOnlyList<Finding>> analyze)
    {
        var slot = _slots.GetOrCreateValue(body.SyntaxTree).GetOrAdd(body.Span, _ => new Slot());
        lock (slot)
        {
            if (slot.Entry is not { } known || !edition.Has(known.Edition, known.Reads))
            {
                var reads = new Reads();
                known = new(edition, reads, [.. analyze(reads).Select(PlacedFinding.Of)]);
                slot.Entry = known;
            }

            return known.Findings;
        }
    }

    // Two threads that want the same wait for one.
    private sealed class Slot
    {
        public Entry? Entry { get; set; }
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
    public Certainty Certainty { get; init; }

    public WrongNumber? Number { get; init; }

    /// <summary>What may stand there instead; null where that is not known.</summary>
    public string? Replacement { get; init; }

    public static PlacedFinding Of(Finding finding) =>
        new(finding.Kind, finding.Text?.At ?? finding.At.Syntax.GetLocation(), finding.Caller?.Syntax.GetLocation(), finding.Message)
        {
            Certainty = finding.Certainty,
            Number = finding.Number,
            Replacement = finding.Text?.Replacement,
        };
}
