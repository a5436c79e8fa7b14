using System;

namespace ShapeGen.Roslyn;

/// <summary>The metadata names of the types that generator and analyzers look for.</summary>
internal static class WellKnownNames
{
    public const string Namespace = "ShapeGen";
    public const string NetworkAttribute = "ShapeGen.NetworkAttribute";
    public const string BlockAttribute = "ShapeGen.BlockAttribute";
    public const string AnyModule = "TorchSharp.torch+nn+Module`";
    public const string Module = AnyModule + "2";
    public const string Tensor = "TorchSharp.torch+Tensor";
    public const string TorchBackend = "ShapeGen.TorchBackend";

    /// <summary>The tool in the GeneratedCode attribute of what we generate.</summary>
    public const string Tool = "ShapeGen.Generator";

    /// <summary>The property by which a layer is named.</summary>
    public const string LayerName = "Name";

    /// <summary>The property that says whether a layer is there.</summary>
    public const string LayerCondition = "If";

    private const string AttributeSuffix = "Attribute";

    /// <summary>The name by which an attribute class is written: <c>Conv2d</c> for Conv2dAttribute.</summary>
    public static string WithoutAttributeSuffix(string name) =>
        name.EndsWith(AttributeSuffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - AttributeSuffix.Length) : name;
}
