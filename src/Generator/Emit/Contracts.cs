using System;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Networks;

namespace ShapeGen.Generator.Emit;

/// <summary>The Shape attributes of a method that runs layers: what its callers must give, and what they get.</summary>
/// <param name="model">The layers.</param>
/// <param name="isSound">Whether they fit together; otherwise nothing is known.</param>
internal sealed class Contracts(NetworkModel model, bool isSound)
{
    private const string ShapeAttribute = "global::ShapeGen.Shape";

    /// <summary>Whether the user has written the contract of a parameter.</summary>
    public Func<int, bool> IsInputWritten { get; init; } = _ => false;

    /// <summary>Whether the user has written the contract of the result.</summary>
    public bool IsResultWritten { get; init; }

    /// <summary>What stands before a parameter.</summary>
    public string OfInput(int index) => isSound && !IsInputWritten(index) ? $"[{Of(model.Inputs[index].Operand.Shape)}] " : "";

    /// <summary>What stands before the method; null for several results, each of which would need one of its own.</summary>
    public string? OfResult => isSound && !IsResultWritten && model.Outputs.Length == 1 ? $"[return: {Of(model.Outputs[0])}]" : null;

    private static string Of(Shape shape) =>
        $"{ShapeAttribute}({string.Join(", ", shape.Axes.Select(a => a.Size is { IsConstant: true } size ? size.ToString() : $"\"{a}\""))})";
}
