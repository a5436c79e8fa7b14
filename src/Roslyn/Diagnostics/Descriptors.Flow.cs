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

    public static readonly DiagnosticDescriptor FailsForBatch = new(
        DiagnosticIds.FailsForBatch,
        "An operation cannot work on a batch",
        "{0}, if the network gets a batch",
        FlowCategory,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Nobody calls the network, and its code could mean one sample without a batch; for a batch, which is what networks get, it fails.",
        helpLinkUri: HelpRoot + DiagnosticIds.FailsForBatch + ".md"
    );

    public static readonly DiagnosticDescriptor FailsOnOnePath = new(
        DiagnosticIds.FailsOnOnePath,
        "An operation cannot work on one path",
        "{0}, whenever the program takes this path",
        FlowCategory,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "The code stands under a condition of which nothing is known: if it is ever reached, it throws.",
        helpLinkUri: HelpRoot + DiagnosticIds.FailsOnOnePath + ".md"
    );

    public static readonly DiagnosticDescriptor CommentContradicts = new(
        DiagnosticIds.CommentContradicts,
        "A comment says another shape than the code gives",
        "{0}",
        FlowCategory,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Comments are never trusted; either the comment is old or the code is not what was meant.",
        helpLinkUri: HelpRoot + DiagnosticIds.CommentContradicts + ".md"
    );

    public static readonly DiagnosticDescriptor UnreadableShape = new(
        DiagnosticIds.UnreadableShape,
        "A Shape attribute cannot be read",
        "{0} is no size: a shape takes integers from 0 on, names, arithmetic of both such as \"2*T\", \"_\" for any size, and \"...\" once for any number of dimensions",
        FlowCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The attribute has no effect.",
        helpLinkUri: HelpRoot + DiagnosticIds.UnreadableShape + ".md"
    );

    /// <summary>What is found in code that is written by hand.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Flow =>
        [
            ContractBroken,
            OperationFails,
            SamplesMixed,
            FailsForBatch,
            CommentContradicts,
            FailsOnOnePath,
            UsedAfterDispose,
            GradientRefused,
        ];
}
