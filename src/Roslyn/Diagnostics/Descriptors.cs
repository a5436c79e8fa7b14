using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ShapeGen.Layers;

namespace ShapeGen.Roslyn.Diagnostics;

/// <summary>
/// One descriptor for each kind of problem. Error: it would throw, abort or corrupt; warning: it runs and is certainly not meant.
/// The words of a message are those that <see cref="ProblemKind"/> lists.
/// </summary>
internal static class Descriptors
{
    private const string Category = "ShapeGen.Networks";
    private const string HelpRoot = "https://github.com/shapegen/ShapeGen/blob/main/docs/rules/";

    public static readonly DiagnosticDescriptor NotPartial = new(
        DiagnosticIds.NotPartial,
        "A network class must be partial",
        "{0} must be partial, so that the network can be generated into it",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "ShapeGen adds the layers and forward to the class that carries the attributes. Each class around it must be partial too.",
        helpLinkUri: HelpRoot + DiagnosticIds.NotPartial + ".md"
    );

    public static readonly DiagnosticDescriptor NoInput = new(
        DiagnosticIds.NoInput,
        "A network needs an input",
        "{0} has no Input; start with the shape of one sample, such as Input(1, 28, 28)",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "All sizes follow from the shape of one sample, without the batch.",
        helpLinkUri: HelpRoot + DiagnosticIds.NoInput + ".md"
    );

    public static readonly DiagnosticDescriptor LayersOnTwoDeclarations = new(
        DiagnosticIds.LayersOnTwoDeclarations,
        "Layers must stand on one declaration",
        "Layers of {0} are listed on two declarations, and C# gives them no order",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Layers take effect in the order of the source text, and two partial declarations have none between them.",
        helpLinkUri: HelpRoot + DiagnosticIds.LayersOnTwoDeclarations + ".md"
    );

    public static readonly DiagnosticDescriptor UnsupportedType = new(
        DiagnosticIds.UnsupportedType,
        "This type cannot be a network",
        "{0} is {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A network is a class that inherits from TorchSharp's Module, which records, structs and static classes cannot.",
        helpLinkUri: HelpRoot + DiagnosticIds.UnsupportedType + ".md"
    );

    public static readonly DiagnosticDescriptor WrongBase = new(
        DiagnosticIds.WrongBase,
        "A network inherits from Module<Tensor, Tensor>",
        "{0} inherits from {1}, and a network from Module<Tensor, Tensor>",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The generated part declares the base class Module<Tensor, Tensor>. Leave the base out, or write that one.",
        helpLinkUri: HelpRoot + DiagnosticIds.WrongBase + ".md"
    );

    public static readonly DiagnosticDescriptor MemberConflict = new(
        DiagnosticIds.MemberConflict,
        "A member has the name of a generated one",
        "{1} of {0} is generated; give the other one another name",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The generated part of a network has a field for each layer that has a state, forward, a constructor and constants.",
        helpLinkUri: HelpRoot + DiagnosticIds.MemberConflict + ".md"
    );

    public static readonly DiagnosticDescriptor BadInput = new(
        DiagnosticIds.BadInput,
        "An input must be one list of positive sizes",
        "{0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Input gives the sizes of one sample, channels first, without the batch.",
        helpLinkUri: HelpRoot + DiagnosticIds.BadInput + ".md"
    );

    public static readonly DiagnosticDescriptor BadName = new(
        DiagnosticIds.BadName,
        "A layer needs a name of its own",
        "'{0}' {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The name of a layer is the name of its field and the key of its weights, so it must be a C# identifier that no other layer has.",
        helpLinkUri: HelpRoot + DiagnosticIds.BadName + ".md"
    );

    public static readonly DiagnosticDescriptor NoLayers = new(
        DiagnosticIds.NoLayers,
        "A network needs layers",
        "{0} lists no layers",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Layers are attributes on the class, beside Network and Input.",
        helpLinkUri: HelpRoot + DiagnosticIds.NoLayers + ".md"
    );

    public static readonly DiagnosticDescriptor BadArgument = new(
        DiagnosticIds.BadArgument,
        "An argument of a layer is out of range",
        "{0} of {1} {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "TorchSharp would throw when the layer is constructed or called.",
        helpLinkUri: HelpRoot + DiagnosticIds.BadArgument + ".md"
    );

    public static readonly DiagnosticDescriptor WrongRank = new(
        DiagnosticIds.WrongRank,
        "A layer gets an input of the wrong rank",
        "{0} takes {1}, but {2} {3}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "TorchSharp would throw when the layer is called, or take the batch for channels.",
        helpLinkUri: HelpRoot + DiagnosticIds.WrongRank + ".md"
    );

    public static readonly DiagnosticDescriptor NothingLeft = new(
        DiagnosticIds.NothingLeft,
        "A window does not fit the image",
        "The {1} of {0} does not fit: {2} {3}{4}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The output would have no values; TorchSharp would throw when the layer is called.",
        helpLinkUri: HelpRoot + DiagnosticIds.NothingLeft + ".md"
    );

    public static readonly DiagnosticDescriptor FeaturesDiffer = new(
        DiagnosticIds.FeaturesDiffer,
        "The stated features differ from those that come",
        "{0} declares {1} input features, but {2} {3}{4}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "TorchSharp would throw when the layer is called: mat1 and mat2 shapes cannot be multiplied.",
        helpLinkUri: HelpRoot + DiagnosticIds.FeaturesDiffer + ".md"
    );

    public static readonly DiagnosticDescriptor ChannelsDiffer = new(
        DiagnosticIds.ChannelsDiffer,
        "The stated channels differ from those that come",
        "{0} declares {1} input channels, but {2} {3}{4}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "TorchSharp would throw when the layer is called.",
        helpLinkUri: HelpRoot + DiagnosticIds.ChannelsDiffer + ".md"
    );

    public static readonly DiagnosticDescriptor ElementCountDiffers = new(
        DiagnosticIds.ElementCountDiffers,
        "A reshape changes the number of values",
        "{0} asks for {1} values, but {2} {3}{4}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A reshape keeps all values; TorchSharp would throw when the layer is called.",
        helpLinkUri: HelpRoot + DiagnosticIds.ElementCountDiffers + ".md"
    );

    public static readonly DiagnosticDescriptor BatchNotKept = new(
        DiagnosticIds.BatchNotKept,
        "A reshape does not keep the batch",
        "{0} does not keep the batch: {1}{2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Where the numbers happen to divide, the reshape succeeds and mixes the values of several samples into one row; training goes on, and learns nothing.",
        helpLinkUri: HelpRoot + DiagnosticIds.BatchNotKept + ".md"
    );

    public static readonly DiagnosticDescriptor GroupsDoNotDivide = new(
        DiagnosticIds.GroupsDoNotDivide,
        "Groups do not divide the channels",
        "Groups = {0} of {1} does not divide the {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "TorchSharp's constructor truncates the weight, and the layer throws when it is called.",
        helpLinkUri: HelpRoot + DiagnosticIds.GroupsDoNotDivide + ".md"
    );

    public static readonly DiagnosticDescriptor MissingFlatten = new(
        DiagnosticIds.MissingFlatten,
        "A Linear takes an image row by row",
        "{0} takes the last dimension, {3}, of an image: {1} {2}; a Flatten is missing",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "It runs: each row of each channel is a sample of its own. That is hardly ever meant.",
        helpLinkUri: HelpRoot + DiagnosticIds.MissingFlatten + ".md"
    );

    public static readonly DiagnosticDescriptor TooLarge = new(
        DiagnosticIds.TooLarge,
        "A layer is too large",
        "{0} would need {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "TorchSharp counts values in 64 bits.",
        helpLinkUri: HelpRoot + DiagnosticIds.TooLarge + ".md"
    );

    public static readonly DiagnosticDescriptor ActsOnBatch = new(
        DiagnosticIds.ActsOnBatch,
        "A layer acts on the batch",
        "{0} {1}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "It runs, and the result of one sample depends on the others that happen to be in its batch.",
        helpLinkUri: HelpRoot + DiagnosticIds.ActsOnBatch + ".md"
    );

    public static readonly DiagnosticDescriptor NoTorchSharp = new(
        DiagnosticIds.NoTorchSharp,
        "TorchSharp is not referenced",
        "{0} needs TorchSharp; add the package TorchSharp-cpu, or one of TorchSharp-cuda-linux and TorchSharp-cuda-windows",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The generated part of a network is a module of TorchSharp.",
        helpLinkUri: HelpRoot + DiagnosticIds.NoTorchSharp + ".md"
    );

    public static readonly DiagnosticDescriptor GeneratedConstant = new(
        DiagnosticIds.GeneratedConstant,
        "An argument uses a constant that is generated",
        "{0} is generated, and the generator cannot read what it has not written yet; write the number, or a constant of your own",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Generators see the code that was written, not the code that they make of it.",
        helpLinkUri: HelpRoot + DiagnosticIds.GeneratedConstant + ".md"
    );

    public static readonly DiagnosticDescriptor ConstructorDoesNotChain = new(
        DiagnosticIds.ConstructorDoesNotChain,
        "A constructor must call the generated one",
        "A constructor of {0} does not make the layers; write : this() behind it",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The layers are made by the generated constructor, which takes a device and a data type and needs neither.",
        helpLinkUri: HelpRoot + DiagnosticIds.ConstructorDoesNotChain + ".md"
    );

    public static readonly DiagnosticDescriptor NoNetwork = new(
        DiagnosticIds.NoNetwork,
        "Layers need a network",
        "{0} has layers, but no [Network]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Only a class that is marked as a network is generated.",
        helpLinkUri: HelpRoot + DiagnosticIds.NoNetwork + ".md"
    );

    private static readonly Dictionary<ProblemKind, DiagnosticDescriptor> _byKind = new()
    {
        [ProblemKind.NotPartial] = NotPartial,
        [ProblemKind.NoInput] = NoInput,
        [ProblemKind.LayersOnTwoDeclarations] = LayersOnTwoDeclarations,
        [ProblemKind.UnsupportedType] = UnsupportedType,
        [ProblemKind.WrongBase] = WrongBase,
        [ProblemKind.MemberConflict] = MemberConflict,
        [ProblemKind.BadInput] = BadInput,
        [ProblemKind.BadName] = BadName,
        [ProblemKind.NoLayers] = NoLayers,
        [ProblemKind.BadArgument] = BadArgument,
        [ProblemKind.WrongRank] = WrongRank,
        [ProblemKind.NothingLeft] = NothingLeft,
        [ProblemKind.FeaturesDiffer] = FeaturesDiffer,
        [ProblemKind.ChannelsDiffer] = ChannelsDiffer,
        [ProblemKind.ElementCountDiffers] = ElementCountDiffers,
        [ProblemKind.BatchNotKept] = BatchNotKept,
        [ProblemKind.GroupsDoNotDivide] = GroupsDoNotDivide,
        [ProblemKind.MissingFlatten] = MissingFlatten,
        [ProblemKind.TooLarge] = TooLarge,
        [ProblemKind.ActsOnBatch] = ActsOnBatch,
        [ProblemKind.NoTorchSharp] = NoTorchSharp,
        [ProblemKind.GeneratedConstant] = GeneratedConstant,
        [ProblemKind.ConstructorDoesNotChain] = ConstructorDoesNotChain,
        [ProblemKind.NoNetwork] = NoNetwork,
    };

    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
        _byKind.Values.OrderBy(d => d.Id, System.StringComparer.Ordinal).ToArray();

    public static DiagnosticDescriptor Of(ProblemKind kind) => _byKind[kind];
}
