using Microsoft.CodeAnalysis;

namespace ShapeGen.Roslyn.Diagnostics;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor BlockContainsItself = new(
        DiagnosticIds.BlockContainsItself,
        "A block contains itself",
        "{0} contains {1}{2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The layers of a block are written out where it is used, so that one which contains itself would have no end.",
        helpLinkUri: HelpRoot + DiagnosticIds.BlockContainsItself + ".md"
    );

    public static readonly DiagnosticDescriptor NoBlock = new(
        DiagnosticIds.NoBlock,
        "What is used as a block is none",
        "{0} is no block: {1}{2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A block is a class with [Block] and layers. Its source must be in the project, since the arithmetic in its layers is read there.",
        helpLinkUri: HelpRoot + DiagnosticIds.NoBlock + ".md"
    );

    public static readonly DiagnosticDescriptor BadBlockArgument = new(
        DiagnosticIds.BadBlockArgument,
        "An argument of a block is not declared or read as one",
        "{0} of {1} {2}{3}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An argument of a block is a constant, and only the layers of the block see what a use gives it: anywhere else it has its default.",
        helpLinkUri: HelpRoot + DiagnosticIds.BadBlockArgument + ".md"
    );

    public static readonly DiagnosticDescriptor BadStage = new(
        DiagnosticIds.BadStage,
        "A stage must be a partial method of tensors",
        "{0} {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The layers on a method are its body, which is generated: it is partial, takes tensors, and gives one or a tuple of them.",
        helpLinkUri: HelpRoot + DiagnosticIds.BadStage + ".md"
    );
}
