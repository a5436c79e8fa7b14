using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace ShapeGen.Analyzers.Flow.Reuse;

/// <summary>What code the analysis of a method has looked at, beside declarations: only a change there can change what it found.</summary>
internal sealed class Reads
{
    /// <summary>The files whose bodies it ran.</summary>
    public HashSet<SyntaxTree> Trees { get; } = [];

    /// <summary>Whether it asked what code assigns through other objects, anywhere.</summary>
    public bool Assignments { get; set; }

    /// <summary>Whether it asked for more of all code.</summary>
    public bool Everything { get; set; }

    public void Add(ISymbol declared)
    {
        foreach (var reference in declared.DeclaringSyntaxReferences)
        {
            Trees.Add(reference.SyntaxTree);
        }
    }
}
