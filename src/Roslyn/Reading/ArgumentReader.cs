using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using ShapeGen.Algebra;
using ShapeGen.Layers;
using ShapeGen.Networks;

namespace ShapeGen.Roslyn.Reading;

/// <summary>Reads the arguments of a layer's attribute.</summary>
internal static class ArgumentReader
{
    /// <summary>
    /// The layer as written. Parameters of constructors and properties have the names of the layer's parameters; the plural
    /// <c>Strides</c> stands for a <c>Stride</c> for each axis.
    /// </summary>
    public static LayerSpec Read(AttributeData attribute, string kind, ICollection<Problem> problems)
    {
        var arguments = new List<Argument>();
        var isComplete = attribute.AttributeConstructor is not null;
        string? name = null;

        foreach (var (written, constant) in All(attribute))
        {
            if (written == WellKnownNames.LayerName)
            {
                name = constant.Value as string;
                continue;
            }

            // A property that is null has not been set; a list that is null cannot be meant.
            if (constant is { IsNull: true, Kind: not TypedConstantKind.Error } && attribute.NamedArguments.Any(a => a.Key == written))
            {
                continue;
            }

            if (
                constant is { IsNull: true, Kind: TypedConstantKind.Primitive, Type.SpecialType: SpecialType.System_String }
                || HasNullItem(constant)
            )
            {
                problems.Add(new(ProblemKind.BadArgument, written, kind, "must be the name of a layer, but is null") { At = new(written) });
                isComplete = false;
                continue;
            }

            var canonical = LayerCatalog.Find(kind)?.Find(written)?.Name ?? written;
            if (constant is { IsNull: true, Kind: TypedConstantKind.Array })
            {
                problems.Add(new(ProblemKind.BadArgument, canonical, kind, "must be a list, but is null") { At = new(written) });
                isComplete = false;
            }
            else if (Value(constant) is not { } value)
            {
                isComplete = false;
            }
            else if (arguments.Any(a => a.Name == canonical))
            {
                problems.Add(
                    new(
                        ProblemKind.BadArgument,
                        written,
                        kind,
                        $"must not be given beside {(written == canonical ? canonical + "s" : canonical)}"
                    )
                    {
                        At = new(written),
                    }
                );
                isComplete = false;
            }
            else
            {
                arguments.Add(new(canonical, value));
            }
        }

        return new(kind, name, new(arguments.ToEquatableArray()), isComplete);
    }

    private static IEnumerable<(string Name, TypedConstant Value)> All(AttributeData attribute)
    {
        var parameters = attribute.AttributeConstructor?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty;
        var positional = parameters.Zip(attribute.ConstructorArguments, (p, a) => (Capitalized(p.Name), a));
        return positional.Concat(attribute.NamedArguments.Select(a => (a.Key, a.Value)));
    }

    public static ArgumentValue? Value(TypedConstant constant) =>
        constant.Kind switch
        {
            TypedConstantKind.Array when !constant.IsNull && constant.Values.All(v => v.Value is int) => ArgumentValue.Of(
                constant.Values.Select(v => (Dim)(int)v.Value!).ToArray()
            ),
            TypedConstantKind.Array when !constant.IsNull && constant.Values.All(v => v.Value is double) => ArgumentValue.OfNumbers(
                constant.Values.Select(v => (double)v.Value!).ToArray()
            ),
            TypedConstantKind.Array when !constant.IsNull && constant.Values.All(v => v.Value is string) => ArgumentValue.OfLayers(
                constant.Values.Select(v => (string)v.Value!).ToArray()
            ),
            TypedConstantKind.Enum => ArgumentValue.OfChoice(NameOfMember(constant)),
            TypedConstantKind.Primitive => constant.Value switch
            {
                int size => ArgumentValue.Of((Dim)size),
                double number => ArgumentValue.OfNumber(number),
                bool flag => ArgumentValue.Of(flag),
                string text => ArgumentValue.OfLayer(text),
                _ => null,
            },
            _ => null,
        };

    private static bool HasNullItem(TypedConstant constant) =>
        constant is { Kind: TypedConstantKind.Array, IsNull: false }
        && constant.Values.Any(v => v is { IsNull: true, Kind: TypedConstantKind.Primitive });

    /// <summary>The name of a member of an enumeration; the number where none has that value.</summary>
    private static string NameOfMember(TypedConstant constant) =>
        constant.Type!.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => Equals(f.ConstantValue, constant.Value))?.Name
        ?? Convert.ToString(constant.Value, CultureInfo.InvariantCulture);

    private static string Capitalized(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);
}
