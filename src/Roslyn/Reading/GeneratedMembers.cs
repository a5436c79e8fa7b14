using System;
using System.Collections.Generic;
using System.Linq;
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

    /// <summary>The constructor with a device and a data type.</summary>
    public const string Constructor = ".ctor/2";

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

    public static IEnumerable<string> NamesOf(NetworkModel model) =>
        _always.Concat(model.Layers.Select(l => l.Name)).Concat(model.Layers.Where(l => l.Kind == "Flatten").Select(FlattenSize));

    /// <summary>Whether a layer of that name would hide a member that every network has.</summary>
    public static bool IsReserved(string name) => _ofModule.Contains(name) || _always.Contains(name);

    /// <summary>The constant with the size of a Flatten: <c>FlattenSize</c> of the first, <c>Flatten2Size</c> of the second.</summary>
    public static string FlattenSize(LayerModel flatten) => flatten.Name == "flatten1" ? "FlattenSize" : $"{Capitalized(flatten)}Size";

    /// <summary>The start of a layer's constants: <c>MaxPool1</c> of the first MaxPool2d, the name with a capital where one was given.</summary>
    public static string Capitalized(LayerModel layer)
    {
        var stem = LayerDefinition.WithoutRank(layer.Kind);
        return layer.Name.StartsWith(stem.ToLowerInvariant(), StringComparison.Ordinal)
            ? stem + layer.Name.Substring(stem.Length)
            : char.ToUpperInvariant(layer.Name[0]) + layer.Name.Substring(1);
    }
}
