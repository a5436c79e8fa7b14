using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace ShapeGen.Analyzers.Flow.Torch.Written;

/// <summary>A shape that stands in the text of a comment.</summary>
/// <param name="Pattern">The shape.</param>
/// <param name="Items">As it is written, item by item.</param>
/// <param name="Start">Where its brackets begin in the text.</param>
/// <param name="Length">How long it is, with its brackets.</param>
internal sealed record ShapeText(ShapePattern Pattern, IReadOnlyList<string> Items, int Start, int Length)
{
    /// <summary>What the text says that it is the shape of; null where it does not say.</summary>
    public string? Name { get; private init; }

    /// <summary>Whether an arrow leads to it.</summary>
    public bool IsResult { get; private init; }

    /// <summary>Whether it may be a list of values: <c>[2, 3]</c>.</summary>
    public bool MayBeValues { get; private init; }

    /// <summary>Whether it says that it is a shape, or of what.</summary>
    public bool IsExplicit { get; private init; }

    // What sizes are called, in part of the name.
    private static readonly string[] _words =
    [
        .. "batch seq time len dim channel head feature hidden embed vocab height width num size frame step token class".Split(' '),
    ];

    // (B, T) and shape: (B, T); an arrow leads to the result.
    private static readonly Regex _plain = new(
        @"^((output|out|result|now)\b)?\s*(shape)?\s*[:=]?$|(->|→)$|^torch\.Size\($",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    );

    // x: (B, T), x.shape = (B, T), x is (B, T)
    private static readonly Regex _named = new(
        @"^(?<name>[A-Za-z_]\w*)(\.shape|\.size\(\))?\s*(:|==?|\b(is|has|of)\b\s*(shape)?\s*[:=]?|(?<=\.shape)|(?<=\.size\(\)))$",
        RegexOptions.CultureInvariant
    );

    // The type of the elements may follow.
    private static readonly Regex _behind = new(
        @"^[)\s.;,]*(float|int|long|bool|u?int8|b?float16|(float|int)(16|32|64)|double)?[\s.;]*$",
        RegexOptions.CultureInvariant
    );

    // Without brackets: N x 64 x 56 x 56
    private static readonly Regex _bare = new(@"^\s*(?<shape>(N|B|n|b|batch|\w+ x \w+) x \w+( x \w+)*)\s*$", RegexOptions.CultureInvariant);

    // At the end of a sentence: a tensor of shape (B, T)
    private static readonly Regex _within = new(
        @"^(?<lead>[^()\[\]]*)\b[Ss]hape\s*(of|is|:|=)?\s*`*(?<shape>[(\[][^)\]\n]*[)\]])`*\.?[\s/]*$",
        RegexOptions.CultureInvariant
    );

    // With them it is the shape of something else, or one of several.
    private static readonly HashSet<string> _turning =
    [
        .. "each every per if not no for over example e.g. like same broadcast to than when otherwise or and its whose must".Split(' '),
    ];

    /// <summary>The shape that a comment is, and nothing else but what it is the shape of; null for another comment.</summary>
    /// <param name="text">What is said, without the signs of a comment.</param>
    public static ShapeText? Of(string text)
    {
        if (_bare.Match(text) is { Success: true, Groups: var groups } && groups["shape"] is var bare)
        {
            return Read(text, bare.Index, bare.Index + bare.Length, hasBrackets: false);
        }

        var start = text.LastIndexOfAny(['(', '[']);
        var end = start < 0 ? -1 : text.IndexOf(text[start] == '(' ? ')' : ']', start);
        if (end < 0 || !_behind.IsMatch(text.Substring(end + 1)))
        {
            return null;
        }

        var lead = text.Substring(0, start).Trim();
        var named = _named.Match(lead);
        var isPlain = _plain.IsMatch(lead);
        return (isPlain || named.Success) && Read(text, start, end + 1) is { } shape
            ? shape with
            {
                Name = isPlain ? null : named.Groups["name"].Value,
                IsExplicit =
                    named.Success
                    || lead.Contains('(')
                    || text[end - 1] == ','
                    || lead.IndexOf("shape", StringComparison.OrdinalIgnoreCase) >= 0,
                IsResult = lead.EndsWith(">", StringComparison.Ordinal) || lead.EndsWith("→", StringComparison.Ordinal),
            }
            : null;
    }

    /// <summary>The shape that documentation says of something: <c>Tensor of shape (B, T)</c>; null where it speaks of something else, too.</summary>
    /// <param name="text">What is said.</param>
    /// <param name="name">Of what.</param>
    public static ShapeText? Within(string text, string name)
    {
        if (Of(text) is { } whole && (whole.Name is null || whole.Name == name))
        {
            return whole.AtPlace();
        }

        var found = _within.Match(text);
        var words = found.Groups["lead"].Value.Split([' ', '\n', '\t', ',', '/'], StringSplitOptions.RemoveEmptyEntries);
        return found.Success && !words.Any(_turning.Contains) && found.Groups["shape"] is var at
            ? Read(text, at.Index, at.Index + at.Length) is { } shape
                ? shape with
                {
                    // Others than tensors have shapes.
                    IsExplicit = Contradictions.IsFirst(shape.Items[0]) || shape.Items.Any(i => char.IsDigit(i[0])),
                }
                : null
            : null;
    }

    /// <summary>The same where nothing else can be meant but a tensor that stands there: a list of numbers may be values of it.</summary>
    public ShapeText AtPlace() => this with { IsExplicit = IsExplicit || Contradictions.IsFirst(Items[0]) };

    private static ShapeText? Read(string text, int start, int end, bool hasBrackets = true)
    {
        var inner = hasBrackets ? text.Substring(start + 1, end - start - 2) : text.Substring(start, end - start);
        string[] items = [.. inner.Split(inner.Contains(',') ? [","] : [" x ", "×"], StringSplitOptions.None).Select(i => i.Trim())];
        if (items.Length < 2)
        {
            // (1) numbers something.
            return null;
        }

        if (items[items.Length - 1].Length == 0)
        {
            items = [.. items.Take(items.Length - 1)];
        }

        var values = items
            .Select(i =>
                int.TryParse(i, out var number) ? (object)number
                : i is "*" ? "..."
                // Half of an odd size is less, or more.
                : i.Contains('/') ? "_"
                : i
            )
            .ToArray();
        return items.All(i => i != "0" && IsSize(i)) && ShapePattern.Of(values) is { } pattern
            ? new(pattern, items, start, end - start) { MayBeValues = text[start] == '[' && values.All(v => v is int) }
            : null;
    }

    // A list of other names may be one of results.
    private static bool IsSize(string item) =>
        item is "..." or "…" or "_" or "?" or "*"
        || item.Split('*', '+', '-', '/', ' ', '(', ')')
            .Where(p => p.Length > 0)
            .All(p => char.IsDigit(p[0]) || p.Length <= 2 || IsName(p));

    private static bool IsName(string name) =>
        name.All(c => char.IsUpper(c) || char.IsDigit(c) || c == '_')
        || _words.Any(w => name.IndexOf(w, StringComparison.OrdinalIgnoreCase) >= 0);
}
