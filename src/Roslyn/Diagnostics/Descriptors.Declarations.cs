using Microsoft.CodeAnalysis;

namespace ShapeGen.Roslyn.Diagnostics;

internal static partial class Descriptors
{
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
        "'{0}' {1}{2}",
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
}
