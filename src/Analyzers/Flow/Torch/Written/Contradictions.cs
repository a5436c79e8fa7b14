using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ShapeGen.Algebra;

namespace ShapeGen.Analyzers.Flow.Torch.Written;

/// <summary>
/// Whether what a comment says of a tensor cannot be true. In brackets people write other things too, and letters as they like: a comment
/// counts where it says that it is a shape, or where some of it is true of the tensor.
/// </summary>
internal static class Contradictions
{
    // What people call the first dimension: the samples, the steps, the channels.
    private static readonly HashSet<string> _first = [.. "N B T S L C n b bs batch batch_size seq seq_len".Split(' ')];

    private static readonly Regex _name = new(@"[A-Za-z_]\w*", RegexOptions.CultureInvariant);

    /// <summary>Whether a name is one that people give a first dimension.</summary>
    public static bool IsFirst(string name) => _first.Contains(name);

    /// <summary>What differs, such as "dimension 1 is 400 and 20"; null if it may be true.</summary>
    /// <param name="text">What is said.</param>
    /// <param name="given">The shape of the tensor, of known rank.</param>
    /// <param name="variables">The sizes that variables have there.</param>
    /// <param name="isFirstFree">Whether the first dimension may be another one for other callers.</param>
    public static string? Of(ShapeText text, Shape given, Func<string, Dim?> variables, bool isFirstFree)
    {
        var sizes = SizesIn(text, variables);
        if (text.Pattern.Shape.Rank is not null && !NamesIn(text).All(sizes.ContainsKey) && !IsOneTrue(text, given, sizes))
        {
            sizes = [];
        }

        var pattern = isFirstFree && text.Pattern.Shape.Rank == given.Rank ? text.Pattern.WithAnyFirst() : text.Pattern;
        return
            (text.MayBeValues && given.Rank == 1)
            || IsOfOneSample(text, given, sizes)
            || pattern.Difference(given, new(sizes)) is not { } difference
            || !(text.IsExplicit || SpeaksOf(text, given, sizes))
            ? null
            : difference;
    }

    /// <summary>The sizes of the names, if all are variables; a letter of another comment is another one.</summary>
    public static Dictionary<string, Dim> SizesIn(ShapeText text, Func<string, Dim?> variables)
    {
        var names = NamesIn(text).ToArray();
        var sizes = names.Select(n => (Name: n, Size: variables(n))).Where(s => s.Size is not null).ToArray();
        // A letter may well be another h than the variable.
        var known = sizes.Length < names.Length ? sizes.Where(s => s.Name.Length > 1 || char.IsUpper(s.Name[0])) : sizes;
        return known.ToDictionary(s => s.Name, s => s.Size!);
    }

    private static IEnumerable<string> NamesIn(ShapeText text) =>
        text.Items.SelectMany(i => _name.Matches(i).Cast<Match>()).Select(m => m.Value).Distinct();

    /// <summary>Whether one of the variables has the size of its dimension.</summary>
    private static bool IsOneTrue(ShapeText text, Shape given, Dictionary<string, Dim> sizes) =>
        text
            .Pattern.Shape.Axes.Zip(given.Axes, (said, axis) => (said.Size?.SymbolName, axis))
            .Any(p => p.SymbolName is { } name && sizes.TryGetValue(name, out var size) && AreOneSize(new Axis(size), p.axis));

    // People leave out the batch.
    private static bool IsOfOneSample(ShapeText text, Shape given, Dictionary<string, Dim> sizes) =>
        text.Pattern.Shape.Rank is { } rank
        && rank == given.Rank - 1
        && text.Pattern.Difference(Shape.Of(given.Axes.Skip(1)), new(sizes)) is null;

    private static bool SpeaksOf(ShapeText text, Shape given, Dictionary<string, Dim> sizes)
    {
        if (text.Pattern.Shape.Rank is not { } rank)
        {
            return true;
        }

        var said = text.Pattern.With(sizes).Axes;
        var isNamedFirst = IsFirst(text.Items[0]);
        return given.Axes.Count == rank
            ? isNamedFirst || sizes.Count > 0 || said.Zip(given.Axes, AreOneSize).Any(e => e)
            : said.Zip(given.Axes, AreOneSize).Concat(said.Reverse().Zip(given.Axes.Reverse(), AreOneSize)).Any(e => e)
                || (isNamedFirst && given.Rank > 1 && said.All(a => a.Size is null));
    }

    private static bool AreOneSize(Axis said, Axis given) =>
        said.Size is { } size
        && given.Size is { } other
        && size.Constant is not { IsOne: true }
        && Dim.AreEqual(size, other) == Truth.Proved;
}
