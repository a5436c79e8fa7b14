using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen.Networks;

namespace ShapeGen.Generator.Emit;

/// <summary>One expression of a layer, and what takes its result.</summary>
/// <param name="Expression">
/// C# in which <c>$</c> stands for the tensor that flows through the network, and <c>$Name</c> for an operand of the layer or for a
/// result of one of its steps before. It gives tensor objects of its own.
/// </param>
internal sealed record Step(string Expression)
{
    /// <summary>The name of the flowing tensor among <see cref="Results"/>.</summary>
    public const string Flow = "";

    /// <summary>What the result is: the flowing tensor; or a name of its own; or, of a tuple, one of these for each item.</summary>
    public IReadOnlyList<string> Results { get; init; } = [Flow];

    public static implicit operator Step(string expression) => new(expression);

    /// <summary>A step whose results have names of their own.</summary>
    public static Step Into(string expression, params string[] results) => new(expression) { Results = results };
}

/// <summary>How a layer is written in TorchSharp.</summary>
/// <param name="Steps">What computes the layer, one step after the other.</param>
internal sealed record LayerEmission(Func<LayerModel, IEnumerable<Step>> Steps)
{
    /// <summary>Stands for the tensor that an expression works on.</summary>
    public const string X = "$";

    /// <summary>What a step calls the places of the maxima that a pooling found.</summary>
    public const string Indices = "Indices";

    /// <summary>What a step calls the image that these places are in.</summary>
    public const string IndexedImage = "IndicesImage";

    /// <summary>What a step calls the last states of a recurrent layer.</summary>
    public static readonly string[] States = ["Hidden", "Cell"];

    public const string Torch = "global::TorchSharp.torch.";
    public const string Nn = Torch + "nn.";
    public const string Functional = Nn + "functional.";

    /// <summary>What a layer keeps that has weights, buffers or a training mode: it gets a field.</summary>
    public LayerState? State { get; init; }

    /// <summary>The method of Tensor that does the same in place, for a layer whose gradient then needs only what it wrote.</summary>
    public string? InPlace { get; init; }

    /// <summary>Whether the gradient of the layer does without its result, and the result is nobody else's memory.</summary>
    public bool ResultCanBeOverwritten { get; init; }

    /// <summary>A layer that one expression computes.</summary>
    public static LayerEmission Call(Func<LayerModel, string> expression) => new(l => [expression(l)]);

    /// <summary>A layer with a field, which is called.</summary>
    public static LayerEmission Field(string module, Func<LayerModel, string> create) =>
        new(l => [$"{l.Field}.call({X})"]) { State = LayerState.OfModule(module, create) };
}

/// <summary>The field of a layer, and how it is made.</summary>
/// <param name="TypeOf">The type of the field.</param>
/// <param name="Construct">The statements that assign it; <c>$</c> stands for the field.</param>
/// <param name="Register">The method that makes it part of the network.</param>
internal sealed record LayerState(Func<LayerModel, string> TypeOf, Func<LayerModel, IEnumerable<string>> Construct, string Register)
{
    public const string Module = "register_module";

    /// <summary>A module that one expression makes.</summary>
    /// <param name="type">Its class in TorchSharp.Modules.</param>
    /// <param name="create">The expression.</param>
    /// <param name="afterwards">What else to do with it, with <c>$</c> for the field.</param>
    public static LayerState OfModule(
        string type,
        Func<LayerModel, string> create,
        Func<LayerModel, IEnumerable<string>>? afterwards = null
    ) =>
        new(
            _ => $"global::TorchSharp.Modules.{type}",
            l => new[] { $"{LayerEmission.X} = {create(l)};" }.Concat(afterwards?.Invoke(l) ?? []),
            Module
        );
}
