using Microsoft.CodeAnalysis;

namespace ShapeGen.Roslyn.Diagnostics;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor BadArgument = new(
        DiagnosticIds.BadArgument,
        "An argument of a layer is out of range",
        "{0} of {1} {2}{3}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "TorchSharp would throw when the layer is constructed or called.",
        helpLinkUri: HelpRoot + DiagnosticIds.BadArgument + ".md"
    );

    public static readonly DiagnosticDescriptor WrongRank = new(
        DiagnosticIds.WrongRank,
        "A layer gets an input of the wrong rank",
        "{0} takes {1}, but {2} {3}{4}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "TorchSharp would throw when the layer is called, or take the batch for channels.",
        helpLinkUri: HelpRoot + DiagnosticIds.WrongRank + ".md"
    );

    public static readonly DiagnosticDescriptor NothingLeft = new(
        DiagnosticIds.NothingLeft,
        "A window does not fit the image",
        "The {1} of {0} does not fit: {2} {3}{4}{5}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The output would have no values; TorchSharp would throw when the layer is called.",
        helpLinkUri: HelpRoot + DiagnosticIds.NothingLeft + ".md"
    );

    public static readonly DiagnosticDescriptor FeaturesDiffer = new(
        DiagnosticIds.FeaturesDiffer,
        "The stated features differ from those that come",
        "{0} declares {1} input features, but {2} {3}{4}{5}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "TorchSharp would throw when the layer is called: mat1 and mat2 shapes cannot be multiplied.",
        helpLinkUri: HelpRoot + DiagnosticIds.FeaturesDiffer + ".md"
    );

    public static readonly DiagnosticDescriptor ChannelsDiffer = new(
        DiagnosticIds.ChannelsDiffer,
        "The stated channels differ from those that come",
        "{0} declares {1} input channels, but {2} {3}{4}{5}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "TorchSharp would throw when the layer is called.",
        helpLinkUri: HelpRoot + DiagnosticIds.ChannelsDiffer + ".md"
    );

    public static readonly DiagnosticDescriptor ElementCountDiffers = new(
        DiagnosticIds.ElementCountDiffers,
        "A reshape changes the number of values",
        "{0} asks for {1} values, but {2} {3}{4}{5}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A reshape keeps all values; TorchSharp would throw when the layer is called.",
        helpLinkUri: HelpRoot + DiagnosticIds.ElementCountDiffers + ".md"
    );

    public static readonly DiagnosticDescriptor BatchNotKept = new(
        DiagnosticIds.BatchNotKept,
        "A reshape does not keep the batch",
        "{0} does not keep the batch: {1}{2}{3}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Where the numbers happen to divide, the reshape succeeds and mixes the values of several samples into one row; training goes on, and learns nothing.",
        helpLinkUri: HelpRoot + DiagnosticIds.BatchNotKept + ".md"
    );

    public static readonly DiagnosticDescriptor DoesNotDivide = new(
        DiagnosticIds.DoesNotDivide,
        "A number does not divide what it splits",
        "{0} of {1} does not divide the {2}{3}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Groups, heads and factors split an axis into equal parts. TorchSharp throws, some layers only when they are called.",
        helpLinkUri: HelpRoot + DiagnosticIds.DoesNotDivide + ".md"
    );

    public static readonly DiagnosticDescriptor MissingFlatten = new(
        DiagnosticIds.MissingFlatten,
        "A Linear takes an image row by row",
        "{0} takes the last dimension, {3}, of an image: {1} {2}; a Flatten is missing{4}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "It runs: each row of each channel is a sample of its own. That is hardly ever meant.",
        helpLinkUri: HelpRoot + DiagnosticIds.MissingFlatten + ".md"
    );

    public static readonly DiagnosticDescriptor TooLarge = new(
        DiagnosticIds.TooLarge,
        "A layer is too large",
        "{0} would need {1}{2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "TorchSharp counts values in 64 bits.",
        helpLinkUri: HelpRoot + DiagnosticIds.TooLarge + ".md"
    );

    public static readonly DiagnosticDescriptor ActsOnBatch = new(
        DiagnosticIds.ActsOnBatch,
        "A layer acts on the batch",
        "{0} {1}{2}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "It runs, and the result of one sample depends on the others that happen to be in its batch.",
        helpLinkUri: HelpRoot + DiagnosticIds.ActsOnBatch + ".md"
    );

    public static readonly DiagnosticDescriptor WrongType = new(
        DiagnosticIds.WrongType,
        "A layer gets elements of the wrong type",
        "{0} takes {1}, but {2} {3}{4}{5}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "libtorch would throw when the layer is called: an embedding takes indices, and what multiplies weights takes floating-point numbers.",
        helpLinkUri: HelpRoot + DiagnosticIds.WrongType + ".md"
    );

    public static readonly DiagnosticDescriptor NoEffect = new(
        DiagnosticIds.NoEffect,
        "A layer has no effect",
        "{0} has no effect: {1}{2}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "It runs, and changes nothing. That is hardly meant.",
        helpLinkUri: HelpRoot + DiagnosticIds.NoEffect + ".md"
    );

    public static readonly DiagnosticDescriptor OperandsDiffer = new(
        DiagnosticIds.OperandsDiffer,
        "Two tensors of a layer do not go together",
        "{0} takes {1}, but {2} {3} and {4} is {5}{6}{7}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "TorchSharp would throw when the layer is called.",
        helpLinkUri: HelpRoot + DiagnosticIds.OperandsDiffer + ".md"
    );

    public static readonly DiagnosticDescriptor AxisMistaken = new(
        DiagnosticIds.AxisMistaken,
        "A layer takes one dimension for another",
        "{0} takes {1}: {2} {3}; Permute(0, 2, 1) puts the {4} first{5}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "It runs: a convolution over a sequence then moves along the features, and a recurrent layer over a signal along the channels. That is hardly ever meant.",
        helpLinkUri: HelpRoot + DiagnosticIds.AxisMistaken + ".md"
    );
}
