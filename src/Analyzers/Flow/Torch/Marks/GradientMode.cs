using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ShapeGen.Analyzers.Flow.Interpretation;

namespace ShapeGen.Analyzers.Flow.Torch.Marks;

/// <summary>Whether autograd looks on where an operation runs, by what the project writes: it is on where a program begins.</summary>
internal static class GradientMode
{
    private static readonly HashSet<string> _modes = ["no_grad", "enable_grad", "inference_mode", "set_grad_enabled"];

    // A parameter that requires a gradient later, or none any more.
    private static readonly HashSet<string> _setting = ["requires_grad", "requires_grad_", "with_requires_grad"];

    /// <summary>Whether the project says of tensors that they require a gradient after they are made.</summary>
    public static readonly Func<Compilation, CancellationToken, bool> RequiresLater = (compilation, cancellation) =>
        Uses(compilation, _setting, cancellation).Any(Sets);

    private static readonly Func<Compilation, CancellationToken, bool> _freezes = (compilation, cancellation) =>
        Uses(compilation, _setting, cancellation).Any(n => Sets(n) && !SetsTrue(n));

    private static readonly Func<Compilation, CancellationToken, bool> _isChanged = (compilation, cancellation) =>
        Uses(compilation, _modes, cancellation).Any();

    // Not for a using, whose end is known.
    private static readonly Func<Compilation, CancellationToken, bool> _isChangedForGood = (compilation, cancellation) =>
        Uses(compilation, _modes, cancellation).Any(n => !IsOfUsing(n));

    /// <summary>Whether autograd is on for certain.</summary>
    public static bool IsOn(IOperation at, Interpreter interpreter) =>
        !interpreter.Holds(_freezes)
        && !interpreter.Holds(_isChangedForGood)
        && interpreter.RouteTo(at).All(s => UsingScope.Around(s.Syntax, _modes) is null)
        && (interpreter.Outermost is { Name: "Main" or "<Main>$", IsStatic: true } || !interpreter.Holds(_isChanged));

    private static IEnumerable<SimpleNameSyntax> Uses(Compilation compilation, HashSet<string> names, CancellationToken cancellation) =>
        compilation
            .SyntaxTrees.Where(t => Names.Of(t).Overlaps(names))
            .SelectMany(t => t.GetRoot(cancellation).DescendantNodes().OfType<SimpleNameSyntax>())
            .Where(n => names.Contains(n.Identifier.ValueText));

    private static SyntaxNode Whole(SimpleNameSyntax name) => name.Parent is MemberAccessExpressionSyntax access ? access : name;

    private static bool Sets(SimpleNameSyntax name) =>
        Whole(name).Parent is InvocationExpressionSyntax
        || (Whole(name).Parent is AssignmentExpressionSyntax assignment && assignment.Left == Whole(name));

    private static bool SetsTrue(SimpleNameSyntax name) =>
        Whole(name).Parent switch
        {
            AssignmentExpressionSyntax { Right: var value } => value.IsKind(SyntaxKind.TrueLiteralExpression),
            InvocationExpressionSyntax { ArgumentList.Arguments: var arguments } => arguments.All(a =>
                a.Expression.IsKind(SyntaxKind.TrueLiteralExpression)
            ),
            _ => false,
        };

    private static bool IsOfUsing(SimpleNameSyntax name) =>
        name.Ancestors().FirstOrDefault(n => n is StatementSyntax)
            is UsingStatementSyntax
                or LocalDeclarationStatementSyntax { UsingKeyword.Span.Length: > 0 };
}
