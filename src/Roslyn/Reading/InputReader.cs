using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ShapeGen.Algebra;
using ShapeGen.Layers;
using ShapeGen.Networks;

namespace ShapeGen.Roslyn.Reading;

/// <summary>Reads the Input of a network.</summary>
internal static class InputReader
{
    private static readonly string[] _spatialNames = ["D", "H", "W"];

    /// <summary>The sizes of one sample, a symbol for each that only a call knows; null where there are none that can be.</summary>
    public static EquatableArray<Dim>? ReadSizes(string network, ImmutableArray<AttributeData> inputs, ICollection<Problem> problems)
    {
        if (inputs.IsEmpty)
        {
            problems.Add(new(ProblemKind.NoInput, network));
            return null;
        }

        var what =
            inputs.Length > 1 ? $"{network} has {inputs.Length} inputs, and a network takes one"
            : inputs[0].ConstructorArguments is [{ Kind: TypedConstantKind.Array, IsNull: true }]
                ? "Sizes of Input must be a list, but are null"
            : null;
        if (what is null)
        {
            // Without sizes the compiler reports an error in it.
            if (inputs[0].ConstructorArguments is not [{ } constant] || ArgumentReader.Value(constant) is not ArgumentValue.Sizes sizes)
            {
                return null;
            }

            var bad = sizes.Items.FirstOrDefault(s => s.Constant != Dim.Any && s.IsAtLeast(1) != Truth.Proved);
            if (sizes.Items.Count > 0 && bad is null)
            {
                return sizes.Items.Select((s, i) => s.Constant == Dim.Any ? Dim.Symbol(NameOf(i, sizes.Items)) : s).ToEquatableArray();
            }

            what = bad is null
                ? "Input names no sizes; one sample of an image is Input(channels, height, width)"
                : $"Sizes of Input must be at least 1, or Dim.Any, but one is {bad}";
        }

        problems.Add(new(ProblemKind.BadInput, what));
        return null;
    }

    /// <summary>The type of the elements.</summary>
    public static ElementType ReadType(ImmutableArray<AttributeData> inputs) =>
        inputs
            .SelectMany(i => i.NamedArguments)
            .Select(a => ArgumentReader.Value(a.Value))
            .OfType<ArgumentValue.Choice>()
            .FirstOrDefault()
            ?.Value switch
        {
            nameof(DType.Int32) => ElementType.Int32,
            nameof(DType.Int64) => ElementType.Int64,
            _ => ElementType.Floating,
        };

    /// <summary>How messages call a size that is not known: H and W of an image, T for the first of anything else.</summary>
    private static string NameOf(int index, EquatableArray<Dim> sizes)
    {
        var unknown = sizes.Take(index).Count(s => s.Constant == Dim.Any);
        return sizes.Count is 3 or 4 && index > 0 ? _spatialNames[3 - sizes.Count + index]
            : unknown == 0 ? "T"
            : $"T{unknown + 1}";
    }
}
