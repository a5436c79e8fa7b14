using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ShapeGen.Algebra;
using ShapeGen.Roslyn.Reading;

namespace ShapeGen.Analyzers.Flow.Torch.Written;

/// <summary>
/// The Shape attributes of a method: what its parameters must be and what it gives. Names stand for sizes, the same within the method.
/// </summary>
internal sealed class ShapeContract
{
    private readonly IMethodSymbol _method;
    private readonly ShapePattern?[] _parameters;
    private readonly ShapePattern? _result;

    private ShapeContract(IMethodSymbol method)
    {
        _method = method;
        _parameters = [.. method.Parameters.Select(p => Read(p))];
        _result = Read(method, method.GetReturnTypeAttributes());
    }

    /// <summary>The contract of a method; null where it has none.</summary>
    public static ShapeContract? Of(IMethodSymbol method) =>
        new ShapeContract(method) is var contract
        && (contract._result ?? contract._parameters.FirstOrDefault(p => p is not null)) is not null
            ? contract
            : null;

    /// <summary>The shape that the Shape attribute of a parameter, a field or a property says; null without one.</summary>
    public static ShapePattern? Read(ISymbol symbol) => Read(symbol, symbol.GetAttributes());

    private static ShapePattern? Read(ISymbol symbol, ImmutableArray<AttributeData> attributes) =>
        ItemsOf(attributes.FirstOrDefault(a => NetworkReader.Is(a, "Shape"))) is { } items
            ? ShapePattern.Of(items)?.Substitute(name => OfConstructor(symbol.ContainingType, name))
            : null;

    /// <summary>A name that an integer of the constructor has is that size.</summary>
    private static Dim? OfConstructor(INamedTypeSymbol type, string name) =>
        type.InstanceConstructors.SelectMany(c => c.Parameters).FirstOrDefault(p => p.Name == name && TorchSymbols.IsInteger(p.Type))
            is { } given
            ? Dim.Symbol(TorchSymbols.NameOf(given))
            : null;

    /// <summary>What a Shape attribute lists; null where it is none, or null.</summary>
    public static IReadOnlyList<object?>? ItemsOf(AttributeData? attribute) =>
        attribute is { ConstructorArguments: [{ Kind: TypedConstantKind.Array, IsNull: false } dims] }
            ? [.. dims.Values.Select(d => d.Kind == TypedConstantKind.Primitive ? d.Value : null)]
            : null;

    /// <summary>What the call gives, and what is wrong with an argument: "Net.Mu takes (N, 400), but gets (N, 20): dimension 1 is 400 and 20".</summary>
    /// <param name="arguments">The shapes of what is given; null where nothing is known.</param>
    public (Shape? Result, (int Argument, string Problem)? Error) Check(Shape?[] arguments)
    {
        var sizes = new Dictionary<string, Dim>();
        for (var i = 0; i < _parameters.Length && i < arguments.Length; i++)
        {
            if (
                _parameters[i] is { } wanted
                && arguments[i] is { Rank: not null } given
                && wanted.Difference(given, sizes) is { } difference
            )
            {
                return (null, (i, $"{Name} takes {wanted.Shape}, but gets {given}: {difference}"));
            }
        }

        return (_result?.With(sizes), null);
    }

    /// <summary>What is wrong with what the method itself gives, where its parameters are what they must be; null for nothing.</summary>
    public string? CheckResult(Shape given)
    {
        // Within the method the names of its parameters are sizes of their own.
        var sizes = new Dictionary<string, Dim>();
        foreach (var parameter in _parameters.OfType<ShapePattern>().Where(p => p.Shape.Rank is not null))
        {
            parameter.Difference(parameter.Shape, sizes);
        }

        return given.Rank is not null && _result?.Difference(given, sizes) is { } difference
            ? $"{Name} says that it gives {_result.Shape}, but gives {given}: {difference}"
            : null;
    }

    private string Name => $"{_method.ContainingType.Name}.{_method.Name}";

    /// <summary>A letter for a size of a parameter that means nothing else in its method.</summary>
    public static string FreeName(string letter, IParameterSymbol parameter)
    {
        var parameters = (parameter.ContainingSymbol as IMethodSymbol)?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty;
        var isTaken = parameters.Any(p =>
            p.Name == letter
            || Names(p, letter)
            || (p.Ordinal < parameter.Ordinal && SymbolEqualityComparer.Default.Equals(p.Type, parameter.Type))
        );
        return isTaken ? $"{letter}_{parameter.Name}" : letter;
    }

    /// <summary>Whether the contract of a parameter has a name for a size.</summary>
    public static bool Names(IParameterSymbol parameter, string name) =>
        Read(parameter) is { Shape: var shape } && shape.Leading.Concat(shape.Trailing).Any(a => a.Size?.SymbolName == name);
}
