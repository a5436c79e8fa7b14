using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace ShapeGen.Roslyn.Diagnostics;

internal static partial class Descriptors
{
    private const string FlowCategory = "ShapeGen.Flow";

    public static readonly DiagnosticDescriptor ContractBroken = new(
        DiagnosticIds.ContractBroken,
        "A tensor does not have the shape that a method takes",
        "{0}",
        FlowCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A stage or a network throws when it gets another shape than its contract says; a method with Shape attributes of your own takes what you wrote.",
        helpLinkUri: HelpRoot + DiagnosticIds.ContractBroken + ".md"
    );

    public static readonly DiagnosticDescriptor OperationFails = new(
        DiagnosticIds.OperationFails,
        "An operation on tensors cannot work",
        "{0}",
        FlowCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "TorchSharp would throw when the line runs, or, for products of matrices, end the process.",
        helpLinkUri: HelpRoot + DiagnosticIds.OperationFails + ".md"
    );

    public static readonly DiagnosticDescriptor SamplesMixed = new(
        DiagnosticIds.SamplesMixed,
        "The samples of a batch are mixed",
        "{0}",
        FlowCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "It runs, and what belongs to one sample comes together with what belongs to another, so that training learns something else.",
        helpLinkUri: HelpRoot + DiagnosticIds.SamplesMixed + ".md"
    );

    /// <summary>What is found in code that is written by hand.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Flow { get; } = [ContractBroken, OperationFails, SamplesMixed];
}
