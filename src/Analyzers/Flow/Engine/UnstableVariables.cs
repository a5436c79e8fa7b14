using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ShapeGen.Analyzers.Flow.Engine;

/// <summary>Variables of which the analysis does not see all changes.</summary>
internal static class UnstableVariables
{
    /// <summary>Those that a lambda or a local function assigns, or that have another name by reference.</summary>
    public static HashSet<ISymbol> In(IOperation body)
    {
        var nested = body.Descendants()
            .Where(o => o is IAnonymousFunctionOperation or ILocalFunctionOperation)
            .SelectMany(f => f.Descendants());
        var references = body.Descendants().OfType<ISimpleAssignmentOperation>().Where(a => a.IsRef).Select(a => a.Value);
        var declared = body.Descendants()
            .OfType<IVariableDeclaratorOperation>()
            .Where(d => d.Symbol.IsRef)
            .Select(d => d.Initializer?.Value);
        var addressed = body.Descendants().OfType<IAddressOfOperation>().Select(a => a.Reference);
        return VariablesOf(nested.Select(TargetOf).Concat(references).Concat(declared).Concat(addressed));
    }

    /// <summary>Those that are assigned after they are declared: locals in a second place, parameters in any.</summary>
    public static HashSet<ISymbol> AssignedTwice(IOperation body)
    {
        // var (a, b) = … and out var c are where they are declared.
        var declared = new HashSet<IOperation>(
            body.DescendantsAndSelf().OfType<IDeclarationExpressionOperation>().SelectMany(d => d.DescendantsAndSelf())
        );
        return SymbolsOf(PartsOf(body.DescendantsAndSelf().Select(TargetOf)).Where(o => !declared.Contains(o)));
    }

    /// <summary>What an operation assigns to; null for one that does not.</summary>
    public static IOperation? TargetOf(IOperation operation) =>
        operation switch
        {
            IAssignmentOperation assignment => assignment.Target,
            IIncrementOrDecrementOperation step => step.Target,
            IArgumentOperation { Parameter.RefKind: not (RefKind.None or RefKind.In) } argument => argument.Value,
            _ => null,
        };

    public static HashSet<ISymbol> VariablesOf(IEnumerable<IOperation?> operations) => SymbolsOf(PartsOf(operations));

    private static IEnumerable<IOperation> PartsOf(IEnumerable<IOperation?> operations) =>
        operations.SelectMany(o => o?.DescendantsAndSelf() ?? []);

    private static HashSet<ISymbol> SymbolsOf(IEnumerable<IOperation> operations) =>
        new(operations.Select(VariableOf).OfType<ISymbol>(), SymbolEqualityComparer.Default);

    private static ISymbol? VariableOf(IOperation operation) =>
        operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFieldReferenceOperation field => field.Field,
            _ => null,
        };
}
