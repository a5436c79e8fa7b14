using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ShapeGen.Analyzers.Flow;

/// <summary>Where exceptions go.</summary>
internal static class FlowRegions
{
    /// <summary>Whether a catch is around it: who catches exceptions may mean them.</summary>
    public static bool IsCaught(ControlFlowRegion? region) =>
        region is not null && (region.Kind == ControlFlowRegionKind.TryAndCatch || IsCaught(region.EnclosingRegion));
}

/// <summary>Variables that are assigned where the analysis does not see it.</summary>
internal static class UnstableVariables
{
    /// <summary>Those that a lambda or a local function assigns, or that have another name by reference.</summary>
    public static HashSet<ISymbol> In(IOperation body)
    {
        var nested = body.Descendants()
            .Where(o => o is IAnonymousFunctionOperation or ILocalFunctionOperation)
            .SelectMany(f => f.Descendants());
        var targets = nested.Select(o =>
            o switch
            {
                IAssignmentOperation assignment => assignment.Target,
                IIncrementOrDecrementOperation step => step.Target,
                IArgumentOperation { Parameter.RefKind: not RefKind.None } argument => argument.Value,
                _ => null,
            }
        );
        var references = body.Descendants().OfType<ISimpleAssignmentOperation>().Where(a => a.IsRef).Select(a => a.Value);
        var declared = body.Descendants()
            .OfType<IVariableDeclaratorOperation>()
            .Where(d => d.Symbol.IsRef)
            .Select(d => d.Initializer?.Value);
        return new(
            targets.Concat(references).Concat(declared).SelectMany(t => t?.DescendantsAndSelf() ?? []).Select(VariableOf).OfType<ISymbol>(),
            SymbolEqualityComparer.Default
        );
    }

    private static ISymbol? VariableOf(IOperation operation) =>
        operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFieldReferenceOperation field => field.Field,
            _ => null,
        };
}
