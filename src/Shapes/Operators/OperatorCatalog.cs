using System;
using System.Collections.Generic;
using System.Linq;

namespace ShapeGen.Operators;

/// <summary>What an operator makes of its arguments.</summary>
internal delegate OperatorOutcome OperatorRule(OperatorCall call);

/// <summary>
/// The operators whose result is worked out, by the name of TorchSharp's method. A new one is a row in the table of its family; what has none
/// gives a tensor of which nothing is known.
/// </summary>
internal static class OperatorCatalog
{
    private static readonly Dictionary<string, OperatorRule> _rules = new[]
    {
        ValueByValue.Rules,
        Reductions.Rules,
        Views.Rules,
        Joins.Rules,
        Selections.Rules,
        Products.Rules,
        Factories.Rules,
        Functions.Rules,
        Images.Rules,
        Losses.Rules,
        Matrices.Rules,
        Decompositions.Rules,
        LinearSystems.Rules,
        Combinations.Rules,
        Spectra.Rules,
        Modules.Rules,
    }
        .SelectMany(r => r)
        .ToDictionary(r => r.Name, r => r.Rule, StringComparer.Ordinal);

    /// <summary>The names of all operators that have a rule.</summary>
    public static IEnumerable<string> Names => _rules.Keys;

    public static bool Has(string name) => _rules.ContainsKey(name);

    /// <summary>What the call gives.</summary>
    public static OperatorOutcome Apply(OperatorCall call) =>
        ElementCatalog.Complete(
            call,
            _rules.TryGetValue(call.Name, out var rule) ? Fitting(call, OpenRank.Apply(call, rule) ?? rule(call)) : OperatorOutcome.Unknown
        );

    private static OperatorOutcome Fitting(OperatorCall call, OperatorOutcome outcome) =>
        !outcome.Throws && OperandDemands.Problem(call) is { } problem ? OperatorOutcome.Fails(problem) : outcome;
}
