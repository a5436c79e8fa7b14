using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ShapeGen.Analyzers.Flow.Torch;

/// <summary>Statements that follow each other.</summary>
internal static class Statements
{
    /// <summary>Those of a block, a case of a switch, or a program without a method.</summary>
    public static IEnumerable<StatementSyntax> In(SyntaxNode? node) =>
        node switch
        {
            BlockSyntax { Statements: var statements } => statements,
            SwitchSectionSyntax { Statements: var statements } => statements,
            CompilationUnitSyntax { Members: var members } => members.OfType<GlobalStatementSyntax>().Select(g => g.Statement),
            GlobalStatementSyntax { Parent: var unit } => In(unit),
            _ => [],
        };
}
