using System;
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

    // TorchSharp's modules take so many.
    public const int MostInputs = 6;

    // One of which nothing is known, so that the class is a module all the same.
    private static readonly EquatableArray<InputSpec> _unknown = EquatableArray.Of(new InputSpec(null));

    /// <summary>The inputs, at least one.</summary>
    /// <param name="network">The name of what takes them.</param>
    /// <param name="inputs">Their attributes.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="parameters">The parameters for which they stand; null where the attributes name them.</param>
    public static EquatableArray<InputSpec> Read(
        string network,
        ImmutableArray<AttributeData> inputs,
        ICollection<Problem> problems,
        string[]? parameters = null
    )
    {
        if (inputs.IsEmpty)
        {
            problems.Add(new(ProblemKind.NoInput, network));
            return _unknown;
        }

        var specs = new List<InputSpec>();
        var symbols = 0;
        foreach (var input in inputs)
        {
            var name = parameters is not null
                ? parameters[specs.Count]
                : Named(input, nameof(InputAttribute.Name)) as string ?? (specs.Count == 0 ? Scope.InputName : "");
            if (((parameters is null ? Problem(network, name, specs) : null) ?? UnknownType(input)) is { } problem)
            {
                problems.Add(new(ProblemKind.BadInput, problem) { Input = specs.Count });
                return _unknown;
            }

            var sizes = ReadSizes(input, specs.Count, ref symbols, problems);
            specs.Add(new(sizes, ReadType(input), name));
        }

        return specs.ToEquatableArray();
    }

    private static string? Problem(string network, string name, List<InputSpec> before) =>
        before.Count == MostInputs ? $"{network} has more than {MostInputs} inputs, and a module takes no more"
        : name.Length == 0 ? $"Input {before.Count + 1} of {network} needs a Name, by which layers take it"
        : GeneratedMembers.RefuseInput(name) is { } why ? $"Input '{name}' {why}"
        : before.Any(i => i.Name == name) ? $"Two inputs of {network} are named '{name}'"
        : null;

    /// <summary>The sizes of one sample, a symbol for each that only a call knows; null where there are none that can be.</summary>
    private static EquatableArray<Dim>? ReadSizes(AttributeData input, int index, ref int symbols, ICollection<Problem> problems)
    {
        string what;
        if (input.ConstructorArguments is [{ Kind: TypedConstantKind.Array, IsNull: true }])
        {
            what = "Sizes of Input must be a list, but are null";
        }
        else if (input.ConstructorArguments is not [{ } constant] || ArgumentReader.Value(constant) is not ArgumentValue.Sizes sizes)
        {
            // The compiler reports an error in it.
            return null;
        }
        else if (sizes.Items.Count == 0)
        {
            what = "Input names no sizes; one sample of an image is Input(channels, height, width)";
        }
        else if (sizes.Items.FirstOrDefault(s => s.Constant != Dim.Any && s.IsAtLeast(1) != Truth.Proved) is { } bad)
        {
            what = $"Sizes of Input must be at least 1, or Dim.Any, but one is {bad}";
        }
        else
        {
            var known = new List<Dim>();
            foreach (var size in sizes.Items)
            {
                known.Add(size.Constant == Dim.Any ? Dim.Symbol(NameOf(known.Count, sizes.Items.Count, index, ref symbols)) : size);
            }

            return known.ToEquatableArray();
        }

        problems.Add(new(ProblemKind.BadInput, what) { Input = index });
        return null;
    }

    private static ElementType ReadType(AttributeData input) =>
        TypeOf(input) switch
        {
            nameof(DType.Int32) => ElementType.Int32,
            nameof(DType.Int64) => ElementType.Int64,
            _ => ElementType.Floating,
        };

    private static string? UnknownType(AttributeData input) =>
        TypeOf(input) is { } type && !Enum.IsDefined(typeof(DType), type)
            ? $"DType of Input must be one of {string.Join(", ", Enum.GetNames(typeof(DType)))}, but is {type}"
            : null;

    private static string? TypeOf(AttributeData input) =>
        input
            .NamedArguments.Where(a => a.Key == nameof(InputAttribute.DType))
            .Select(a => ArgumentReader.Value(a.Value))
            .OfType<ArgumentValue.Choice>()
            .FirstOrDefault()
            ?.Value;

    private static object? Named(AttributeData input, string name) =>
        input.NamedArguments.FirstOrDefault(a => a.Key == name).Value is { IsNull: false, Kind: TypedConstantKind.Primitive } constant
            ? constant.Value
            : null;

    /// <summary>How messages call a size that is not known: H and W of an image, T for the first of anything else.</summary>
    private static string NameOf(int place, int count, int input, ref int symbols) =>
        count is 3 or 4 && place > 0 ? _spatialNames[3 - count + place] + (input == 0 ? "" : $"{input + 1}")
        : ++symbols == 1 ? "T"
        : $"T{symbols}";
}
