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
    private static readonly HashSet<string> _setting =
    [
        .. "requires_grad requires_grad_ with_requires_grad detach_ Parameter Embedding_from_pretrained EmbeddingBag_from_pretrained".Split(
            ' '
        ),
    ];

    /// <summary>Whether the project says of tensors that they require a gradient after they are made.</summary>
    public static readonly Func<Compilation, CancellationToken, bool> RequiresLater = (compilation, cancellation) =>
        Uses(compilation, _setting, cancellation).Any(Sets);

    /// <summary>Whether the project says of parameters that they require no gradient.</summary>
    public static readonly Func<Compilation, CancellationToken, bool> Freezes = (compilation, cancellation) =>
        Uses(compilation, _setting, cancellation).Any(n => Sets(n) && !SetsTrue(n));

    private static readonly HashSet<string> _off = ["no_grad", "inference_mode"];

    private static readonly Func<Compilation, CancellationToken, bool> _isLibrary = (compilation, _) =>
        compilation.Options.OutputKind is OutputKind.DynamicallyLinkedLibrary or OutputKind.NetModule;

    private static readonly Func<Compilation, CancellationToken, bool> _isChanged = (compilation, cancellation) =>
        Uses(compilation, _modes, cancellation).Any();

    // Not for a using, whose end is known.
    private static readonly Func<Compilation, CancellationToken, bool> _isChangedForGood = (compilation, cancellation) =>
        Uses(compilation, _modes, cancellation).Any(n => !IsOfUsing(n));

    /// <summary>Whether autograd is on for certain.</summary>
    public static bool IsOn(IOperation at, Interpreter interpreter) =>
        !interpreter.Holds(Freezes)
        && !interpreter.Holds(_isChangedForGood)
        && interpreter.RouteTo(at).All(s => UsingScope.Around(s.At.Syntax, _modes) is null && !IsOfLambda(s.At))
        && interpreter.Outermost is { } method
        && (Bodies.IsEntry(method) || (!IsSeenOutside(method, interpreter) && !interpreter.Holds(_isChanged)));

    /// <summary>Whether autograd is off for certain: what is computed then requires no gradient.</summary>
    public static bool IsOff(IOperation at, Interpreter interpreter)
    {
        foreach (var (step, _) in interpreter.RouteTo(at))
        {
            if (UsingScope.Around(step.Syntax, _modes) is { } scope)
            {
                return scope.IsOf(_off);
            }

            if (IsOfLambda(step))
            {
                return false;
            }
        }

        return false;
    }

    // It may run later, where another mode is on.
    private static bool IsOfLambda(IOperation at) => UsingScope.FunctionOf(at.Syntax) is AnonymousFunctionExpressionSyntax;

    // Of a library, other projects may call it, and turn autograd off before.
    private static bool IsSeenOutside(IMethodSymbol method, Interpreter interpreter)
    {
        if (!interpreter.Holds(_isLibrary))
        {
            return false;
        }

        for (ISymbol? symbol = method; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal)
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<SimpleNameSyntax> Uses(Compilation compilation, HashSet<string> names, CancellationToken cancellation) =>
        compilation
            .SyntaxTrees.Where(t => Names.Of(t).Overlaps(names))
            .SelectMany(t => t.GetRoot(cancellation).DescendantNodes().OfType<SimpleNameSyntax>())
            .Where(n => names.Contains(n.Identifier.ValueText));

    private static SyntaxNode Whole(SimpleNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax or MemberBindingExpressionSyntax or QualifiedNameSyntax ? name.Parent : name;

    // A parameter that requires a gradient as soon as it is made is none that is set later.
    private static bool Sets(SimpleNameSyntax name) =>
        name.Identifier.ValueText switch
        {
            "requires_grad" => Whole(name).Parent is AssignmentExpressionSyntax assignment && assignment.Left == Whole(name),
            "Parameter" => ArgumentsOf(name) is { Count: > 1 },
            _ => true,
        };

    private static bool SetsTrue(SimpleNameSyntax name) =>
        Whole(name).Parent switch
        {
            AssignmentExpressionSyntax { Right: var value } => value.IsKind(SyntaxKind.TrueLiteralExpression),
            _ when name.Identifier.ValueText == "detach_" => false,
            _ => ArgumentsOf(name) is { } arguments
                && arguments
                    .Skip(name.Identifier.ValueText == "Parameter" ? 1 : 0)
                    .All(a => a.Expression.IsKind(SyntaxKind.TrueLiteralExpression)),
        };

    private static SeparatedSyntaxList<ArgumentSyntax>? ArgumentsOf(SimpleNameSyntax name) =>
        Whole(name).Parent switch
        {
            InvocationExpressionSyntax { ArgumentList.Arguments: var arguments } => arguments,
            ObjectCreationExpressionSyntax { ArgumentList.Arguments: var arguments } => arguments,
            _ => null,
        };

    private static bool IsOfUsing(SimpleNameSyntax name) =>
        name.Ancestors().FirstOrDefault(n => n is StatementSyntax)
            is UsingStatementSyntax
                or LocalDeclarationStatementSyntax { UsingKeyword.Span.Length: > 0 };
}
