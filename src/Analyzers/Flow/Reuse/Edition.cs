using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ShapeGen.Analyzers.Flow.Interpretation;

namespace ShapeGen.Analyzers.Flow.Reuse;

/// <summary>
/// What a state of a project has in common with the ones before it, while somebody types: two states with the same object for something have
/// the same of it. An edit within a body leaves the declarations as they are, so that all code elsewhere still means what it did.
/// </summary>
internal sealed class Edition
{
    private static readonly ConcurrentDictionary<string, Edition> _latest = new(StringComparer.Ordinal);

    private readonly WeakReference<Compilation> _compilation;

    private Edition(Compilation compilation, object declarations, object assignments)
    {
        _compilation = new(compilation);
        (Declarations, Assignments) = (declarations, assignments);
    }

    /// <summary>All declarations, references and options.</summary>
    public object Declarations { get; }

    /// <summary>What code assigns through other objects.</summary>
    public object Assignments { get; }

    /// <summary>The state, compared with the last one that was seen of the project.</summary>
    public static Edition Of(Compilation compilation)
    {
        var name = compilation.AssemblyName ?? "";
        var edition =
            _latest.TryGetValue(name, out var last) && last._compilation.TryGetTarget(out var before)
                ? last.Next(before, compilation)
                : New(compilation);
        _latest[name] = edition;
        return edition;
    }

    /// <summary>Whether what was found in an earlier state holds in this one, for what it was found of.</summary>
    public bool Has(Edition earlier, Reads reads) =>
        ReferenceEquals(this, earlier)
        || (
            ReferenceEquals(Declarations, earlier.Declarations)
            && !reads.Everything
            && (!reads.Assignments || ReferenceEquals(Assignments, earlier.Assignments))
            && _compilation.TryGetTarget(out var compilation)
            && reads.Trees.All(compilation.ContainsSyntaxTree)
        );

    private Edition Next(Compilation before, Compilation compilation)
    {
        if (ReferenceEquals(before, compilation))
        {
            return this;
        }

        var (old, trees) = (before.SyntaxTrees.ToImmutableArray(), compilation.SyntaxTrees.ToImmutableArray());
        if (
            old.Length != trees.Length
            || !before.References.SequenceEqual(compilation.References)
            || !before.Options.Equals(compilation.Options)
        )
        {
            return New(compilation);
        }

        var changed = trees.Zip(old, (now, then) => (now, then)).Where(t => !ReferenceEquals(t.now, t.then)).ToArray();
        return changed.All(c => c.now.Options.Equals(c.then.Options) && c.now.IsEquivalentTo(c.then, topLevel: true))
            ? new(compilation, Declarations, changed.All(c => Changes.AreAlike(c.now, c.then)) ? Assignments : new object())
            : New(compilation);
    }

    private static Edition New(Compilation compilation) => new(compilation, new object(), new object());
}
