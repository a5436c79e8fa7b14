using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace ShapeGen.Roslyn.Diagnostics;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor ModulesNotRegistered = Usage(
        DiagnosticIds.ModulesNotRegistered,
        "Modules are not registered",
        DiagnosticSeverity.Warning,
        "RegisterComponents registers the fields that have a value when it is called, once. What is not registered is not trained, saved, or moved to a device."
    );

    public static readonly DiagnosticDescriptor ModulesInCollection = Usage(
        DiagnosticIds.ModulesInCollection,
        "Modules in a collection are not registered",
        DiagnosticSeverity.Warning,
        "RegisterComponents looks at fields of modules, not into lists, arrays and dictionaries. ModuleList and ModuleDict are modules themselves."
    );

    public static readonly DiagnosticDescriptor NeverInitialized = Usage(
        DiagnosticIds.NeverInitialized,
        "The weights of GroupNorm are not initialized",
        DiagnosticSeverity.Info,
        "TorchSharp 0.107 makes weight and bias of GroupNorm of memory as it is, so that the first forward gives anything up to NaN."
    );

    public static readonly DiagnosticDescriptor AlwaysFails = Usage(
        DiagnosticIds.AlwaysFails,
        "This call always fails in TorchSharp",
        DiagnosticSeverity.Error,
        "A defect of TorchSharp 0.107, whatever the tensors are."
    );

    public static readonly DiagnosticDescriptor WrongResult = Usage(
        DiagnosticIds.WrongResult,
        "This call gives another result than it says",
        DiagnosticSeverity.Warning,
        "A defect of TorchSharp 0.107: it runs, and computes something else."
    );

    public static readonly DiagnosticDescriptor UsedAfterDispose = Usage(
        DiagnosticIds.UsedAfterDispose,
        "A tensor is used after it is disposed",
        DiagnosticSeverity.Error,
        "TorchSharp throws: Tensor invalid -- empty handle."
    );

    public static readonly DiagnosticDescriptor GradientRefused = Usage(
        DiagnosticIds.GradientRefused,
        "Autograd refuses this operation",
        DiagnosticSeverity.Error,
        "libtorch throws: a parameter is changed in place while autograd looks on, or backward() finds nothing that requires a gradient."
    );

    /// <summary>Traps of TorchSharp that need no shapes.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Traps =>
        [ModulesNotRegistered, ModulesInCollection, NeverInitialized, AlwaysFails, WrongResult];

    private static DiagnosticDescriptor Usage(string id, string title, DiagnosticSeverity severity, string description) =>
        new(id, title, "{0}", "ShapeGen.Usage", severity, isEnabledByDefault: true, description, HelpRoot + id + ".md");
}
