using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ShapeGen.Algebra;
using ShapeGen.Roslyn.Reading;

namespace ShapeGen.Analyzers.Flow.Torch;

/// <summary>
/// The Shape attributes of a method: what its parameters must be and what it gives. Names stand for sizes, the same within the method.
/// </summary>
internal sealed class ShapeContract
{
    private readonly IMethodSymbol _method;
    private readonly Shape?[] _parameters;
    private readonly Shape? _result;

    private ShapeContract(IMethodSymbol method)
    {
        _method = method;
        _parameters = [.. method.Parameters.Select(p => Read(p.GetAttributes()))];
        _result = Read(method.GetReturnTypeAttributes());
    }

    /// <summary>The contract of a method; null where it has none.</summary>
    public static ShapeContract? Of(IMethodSymbol method) =>
        new ShapeContract(method) is var contract
        && (contract._result ?? contract._parameters.FirstOrDefault(p => p is not null)) is not null
            ? contract
            : null;

    /// <summary>The shape that a Shape attribute says; null without one.</summary>
    public static Shape? Read(ImmutableArray<AttributeData> attributes) =>
        attributes.FirstOrDefault(a => NetworkReader.Is(a, "Shape"))
            is { ConstructorArguments: [{ Kind: TypedConstantKind.Array, IsNull: false } dims] }
            ? Shape.Of(dims.Values.Select((d, i) => new Axis(DimOf(d.Value), i == 0 && IsBatch(d.Value) ? AxisRole.Batch : AxisRole.Plain)))
            : null;

    /// <summary>What the call gives, and what is wrong with an argument: "Net.Mu takes (N, 400), but it is (N, 20): dimension 1 is 400 and 20".</summary>
    /// <param name="arguments">The shapes of what is given; null where nothing is known.</param>
    public (Shape? Result, (int Argument, string Problem)? Error) Check(Shape?[] arguments)
    {
        var bound = new Dictionary<string, Dim>();
        for (var i = 0; i < _parameters.Length && i < arguments.Length; i++)
        {
            if (
                _parameters[i] is { } wanted
                && arguments[i] is { Rank: not null } given
                && Difference(wanted, given, bound) is { } difference
            )
            {
                return (null, (i, $"{_method.ContainingType.Name}.{_method.Name} takes {wanted}, but gets {given}: {difference}"));
            }
        }

        return (_result is null ? null : Substitute(_result, bound), null);
    }

    /// <summary>A letter for a size of a parameter that means nothing else in its method.</summary>
    public static string FreeName(string letter, IParameterSymbol parameter)
    {
        var parameters = (parameter.ContainingSymbol as IMethodSymbol)?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty;
        var isTaken = parameters.Any(p =>
            p.Name == letter
            || Read(p.GetAttributes())?.Axes.Any(a => a.ToString() == letter) == true
            || (p.Ordinal < parameter.Ordinal && SymbolEqualityComparer.Default.Equals(p.Type, parameter.Type))
        );
        return isTaken ? $"{letter}_{parameter.Name}" : letter;
    }

    // What people call the number of samples.
    private static bool IsBatch(object? name) => name is "N" or "B" or "n" or "b" or "batch" or "Batch" or "batch_size" or "batchSize";

    private static Dim? DimOf(object? value) =>
        value switch
        {
            int size => size,
            string name when name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c == '_') && !char.IsDigit(name[0]) => Dim.Symbol(
                name
            ),
            _ => null,
        };

    private static string? Difference(Shape wanted, Shape given, Dictionary<string, Dim> bound)
    {
        if (wanted.Rank != given.Rank)
        {
            return $"{wanted.Rank} dimensions and {given.Rank}";
        }

        for (var i = 0; i < wanted.Axes.Count; i++)
        {
            var (want, have) = (wanted.Axes[i].Size, given.Axes[i].Size);
            if (want is null || have is null)
            {
                continue;
            }

            // A name takes the size that it meets first.
            if (!want.IsConstant && !bound.ContainsKey(want.ToString()))
            {
                bound.Add(want.ToString(), have);
                continue;
            }

            var known = want.IsConstant ? want : bound[want.ToString()];
            if (Dim.AreEqual(known, have) == Truth.Refuted)
            {
                return $"dimension {i} is {(want.IsConstant ? $"{want}" : $"{want} = {known}")} and {have}";
            }
        }

        return null;
    }

    /// <summary>The result with the sizes that the arguments gave; a name that none gave is unknown.</summary>
    private static Shape Substitute(Shape shape, Dictionary<string, Dim> bound) =>
        Shape.Of(
            shape.Axes.Select(a =>
                a.Size is null or { IsConstant: true } ? a
                : bound.TryGetValue(a.Size.ToString(), out var size) ? a with { Size = size }
                : a with { Size = null }
            )
        );
}
