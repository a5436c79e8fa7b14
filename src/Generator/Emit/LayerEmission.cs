using System;
using System.Collections.Generic;
using ShapeGen.Networks;

namespace ShapeGen.Generator.Emit;

/// <summary>How a layer is written in TorchSharp.</summary>
/// <param name="Calls">
/// The expressions that compute the layer one after the other; <see cref="Operand"/> stands for the result of the one before. Every
/// expression gives a tensor object of its own.
/// </param>
internal sealed record LayerEmission(Func<LayerModel, IEnumerable<string>> Calls)
{
    /// <summary>Stands for the tensor that an expression works on.</summary>
    public const string Operand = "$";

    public const string Nn = "global::TorchSharp.torch.nn.";
    public const string Functional = Nn + "functional.";

    /// <summary>The class in TorchSharp.Modules of a layer that has weights, buffers or a training mode: it gets a field.</summary>
    public string? Module { get; init; }

    /// <summary>The expression that constructs the module.</summary>
    public Func<LayerModel, string>? Create { get; init; }

    /// <summary>The method of Tensor that does the same in place, for a layer whose gradient then needs only what it wrote.</summary>
    public string? InPlace { get; init; }

    /// <summary>Whether the gradient of the layer does without its result, and the result is nobody else's memory.</summary>
    public bool ResultCanBeOverwritten { get; init; }

    /// <summary>A layer that one expression computes.</summary>
    public static LayerEmission Call(Func<LayerModel, string> expression) => new(l => [expression(l)]);

    /// <summary>A layer with a field, which is called.</summary>
    public static LayerEmission Field(string module, Func<LayerModel, string> create) =>
        new(l => [$"{l.Name}.call({Operand})"]) { Module = module, Create = create };
}
