using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using ShapeGen.Layers;
using ShapeGen.Networks;

namespace ShapeGen.Roslyn.Reading;

/// <summary>The members that a network class gets. What the user writes must not have their names.</summary>
internal static class GeneratedMembers
{
    public const string Forward = "forward";
    public const string Summary = "Summary";
    public const string ParameterCount = "ParameterCount";
    public const string MultiplyAdds = "MultiplyAdds";
    public const string InputShape = "InputShape";
    public const string OutputShape = "OutputShape";
    public const string Sizes = "Sizes";

    /// <summary>The class with the states of the recurrent layers.</summary>
    public const string State = "State";

    /// <summary>The parameter with them.</summary>
    public const string StateVariable = "state";

    /// <summary>The constructor with a device and a data type, as <see cref="TypeFacts.MemberNames"/> has it.</summary>
    public const string Constructor = ".ctor(TorchSharp.torch.Device, TorchSharp.torch.ScalarType)";

    private static readonly string[] _always =
    [
        Forward,
        Summary,
        ParameterCount,
        MultiplyAdds,
        InputShape,
        OutputShape,
        Sizes,
        Constructor,
    ];

    /// <summary>The public and protected members of TorchSharp's Module, which a field of the same name would hide.</summary>
    private static readonly HashSet<string> _ofModule = new(StringComparer.Ordinal)
    {
        "ClearModules",
        "ConditionallyRegisterBuffer",
        "ConditionallyRegisterParameter",
        "Create",
        "Dispose",
        "Equals",
        "Finalize",
        "GetDefaultDeviceAndType",
        "GetHashCode",
        "GetName",
        "GetType",
        "MemberwiseClone",
        "ReferenceEquals",
        "RegisterComponents",
        "ReplaceBuffer",
        "ReplaceParameter",
        "ToString",
        "_deviceIndex",
        "_deviceType",
        "_internal_buffers",
        "_internal_params",
        "_internal_submodules",
        "_named_buffers",
        "_named_parameters",
        "_parameters",
        "_to",
        "_toEpilog",
        "add_module",
        "apply",
        "buffers",
        "call",
        "children",
        "eval",
        "forward",
        "get_buffer",
        "get_parameter",
        "has_buffer",
        "has_parameter",
        "load",
        "load_state_dict",
        "module_post_hooks",
        "module_pre_hooks",
        "modules",
        "name",
        "named_buffers",
        "named_children",
        "named_modules",
        "named_parameters",
        "parameters",
        "post_hooks",
        "pre_hooks",
        "register_buffer",
        "register_forward_hook",
        "register_forward_pre_hook",
        "register_module",
        "register_parameter",
        "save",
        "save_state_dict",
        "state_dict",
        "train",
        "training",
        "zero_grad",
    };

    // Parameters of the generated constructor.
    private static readonly HashSet<string> _ofMethods = new(StringComparer.Ordinal) { "device", "dtype" };

    /// <summary>The names of the members that a network has whatever its layers are called.</summary>
    public static IEnumerable<string> Always(NetworkModel? forward) =>
        forward is null ? _always.Where(m => m is not (Forward or InputShape or OutputShape))
        : HasState(forward) ? _always.Append(State)
        : _always;

    /// <summary>Whether the network can go on where a call ended: it has recurrent layers, all its own and in one direction.</summary>
    public static bool HasState(NetworkModel forward) =>
        forward.Layers.Any(IsRecurrent)
        && forward.Layers.All(l => l.Body is null || !IsAnyRecurrent(l.Body))
        && forward.Layers.Where(IsRecurrent).All(l => l.Arguments["Bidirectional"] is not ArgumentValue.Flag { Value: true });

    public static bool IsRecurrent(LayerModel layer) => LayerCatalog.Find(layer.Kind) is Recurrent;

    private static bool IsAnyRecurrent(NetworkModel body) =>
        body.Layers.Any(l => IsRecurrent(l) || (l.Body is { } inner && IsAnyRecurrent(inner)));

    /// <summary>The names of the members that come with a layer: its field, or what holds it, and the constant of a Flatten.</summary>
    public static IEnumerable<string> NamesOf(LayerModel layer)
    {
        if (LayerCatalog.Find(layer.Kind) is { IsModule: true })
        {
            var root = layer.Key.Split('.')[0];
            yield return LayerNames.FieldOf(root);
            if (root != layer.Key)
            {
                yield return ContainerOf(root);
            }
        }

        if (HasFlattenSize(layer))
        {
            yield return FlattenSize(layer);
        }
    }

    /// <summary>The class of what holds the layers whose names begin so: FeaturesContainer for features.0, features.3.</summary>
    public static string ContainerOf(string root) =>
        root.Length > 0 && char.IsLetter(root[0]) ? $"{char.ToUpperInvariant(root[0])}{root.Substring(1)}Container" : $"Container{root}";

    /// <summary>The names of all members of a network but the classes of its blocks.</summary>
    public static IEnumerable<string> AllOf(NetworkCheck network) =>
        Always(network.Forward)
            .Concat(network.Layers.SelectMany(NamesOf))
            .Concat(_ofModule)
            .Concat(network.Type.MemberNames)
            .Append(network.Type.Name);

    /// <summary>Why a layer must not have that name; null if it may.</summary>
    public static string? Refuse(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "is a keyword of C#"
        : _ofModule.Contains(name) || _always.Contains(name) ? "is the name of a member that every network has"
        : _ofMethods.Contains(name) ? "is the name of a variable of the generated code"
        : null;

    /// <summary>Why an input must not have that name; null if it may.</summary>
    public static string? RefuseInput(string name) =>
        !SyntaxFacts.IsValidIdentifier(name) ? "is not a C# identifier"
        : name == Scope.InputName ? null
        : Refuse(name);

    /// <summary>The method that is overridden, as <see cref="TypeFacts.MemberNames"/> has it.</summary>
    public static string ForwardMethod(NetworkModel model) =>
        $"{Forward}({string.Join(", ", model.Inputs.Select(_ => "TorchSharp.torch.Tensor"))})";

    public static bool HasFlattenSize(LayerModel layer) => LayerCatalog.Find(layer.Kind) is Flattening && !layer.IsInBlock;

    /// <summary>The constant with the size of a Flatten: <c>FlattenSize</c> of the first, <c>Flatten2Size</c> of the second.</summary>
    public static string FlattenSize(LayerModel flatten) =>
        flatten.Identifier == "flatten1" ? "FlattenSize" : $"{Capitalized(flatten)}Size";

    /// <summary>The start of a layer's constants: <c>MaxPool1</c> of the first MaxPool2d, the name with a capital where one was given.</summary>
    public static string Capitalized(LayerModel layer)
    {
        var stem = LayerDefinition.WithoutRank(layer.Kind);
        return layer.Identifier.StartsWith(stem.ToLowerInvariant(), StringComparison.Ordinal)
                ? stem + layer.Identifier.Substring(stem.Length)
            : layer.Identifier.Length == 0 ? ""
            : char.ToUpperInvariant(layer.Identifier[0]) + layer.Identifier.Substring(1);
    }
}
