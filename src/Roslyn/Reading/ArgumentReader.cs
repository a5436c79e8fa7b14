using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ShapeGen.Algebra;
using ShapeGen.Layers;
using ShapeGen.Networks;
using ShapeGen.Networks.Blocks;

namespace ShapeGen.Roslyn.Reading;

/// <summary>Reads the attribute of a layer.</summary>
/// <param name="formulas">Reads the arithmetic in it, of a layer of a block; null for a layer of a network.</param>
/// <param name="cancellation">Stops it.</param>
internal sealed class ArgumentReader(FormulaReader? formulas, CancellationToken cancellation)
{
    /// <summary>
    /// The layer as written. Parameters of constructors and properties have the names of the layer's parameters; the plural
    /// <c>Strides</c> stands for a <c>Stride</c> for each axis.
    /// </summary>
    public LayerTemplate Read(AttributeData attribute, string kind, ICollection<Problem> problems)
    {
        var arguments = new List<FormulaArgument>();
        var isComplete = attribute.AttributeConstructor is not null;
        string? name = null;
        Formula? condition = null;

        foreach (var (written, constant) in All(attribute))
        {
            if (written == WellKnownNames.LayerName)
            {
                name = constant.Value as string;
                if (name is not null && TakesArguments(attribute, written))
                {
                    problems.Add(
                        new(ProblemKind.BadArgument, written, kind, "must be a text without arguments of the block") { At = new(written) }
                    );
                    isComplete = false;
                }

                continue;
            }

            // A property that is null has not been set; a list that is null cannot be meant.
            var isNull = constant is { IsNull: true, Kind: not TypedConstantKind.Error };
            if (BlockUseReader.IsOfUse(kind, written) || (isNull && attribute.NamedArguments.Any(a => a.Key == written)))
            {
                continue;
            }

            var canonical = LayerCatalog.Find(kind)?.Find(written)?.Name ?? written;
            var problem =
                IsNullName(constant) ? "must be the name of a layer, but is null"
                : isNull && constant.Kind == TypedConstantKind.Array ? "must be a list, but is null"
                : arguments.Any(a => a.Name == canonical)
                    ? $"must not be given beside {(written == canonical ? canonical + "s" : canonical)}"
                : null;
            var formula = problem is null && Value(constant) is { } value ? Read(attribute, new(written), value, ref problem) : null;
            if (problem is not null)
            {
                problems.Add(new(ProblemKind.BadArgument, isNull ? canonical : written, kind, problem) { At = new(written) });
            }

            if (formula is null)
            {
                isComplete = false;
            }
            else if (written == WellKnownNames.LayerCondition)
            {
                condition = formula;
            }
            else
            {
                arguments.Add(new(canonical, formula));
            }
        }

        return new(kind, name, arguments.ToEquatableArray(), isComplete) { If = condition };
    }

    private bool TakesArguments(AttributeData attribute, string name) =>
        formulas is not null
        && attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax syntax
        && ArgumentLocator.Written(syntax, attribute.AttributeConstructor, name).Expressions.Any(formulas.TakesArguments);

    /// <summary>What stands for a value: itself, or, within a block, the arithmetic that was written.</summary>
    public Formula? Read(AttributeData attribute, ArgumentRef argument, ArgumentValue value, ref string? problem)
    {
        if (formulas is null || attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax syntax)
        {
            return new Formula.Constant(value);
        }

        var (expressions, isSpread) = ArgumentLocator.Written(syntax, attribute.AttributeConstructor, argument.Name);
        if (!expressions.Any(formulas.TakesArguments))
        {
            return new Formula.Constant(value);
        }

        var items = isSpread ? expressions : ArgumentLocator.Items(expressions[0]);
        if (argument.Item is { } item && item < items?.Count)
        {
            (expressions, items) = ([items[item]], null);
        }

        var read = items?.Select(formulas.Read).ToArray() ?? [formulas.Read(expressions[0])];
        if (read.Any(f => f is null))
        {
            problem = "takes an argument of the block in something else than arithmetic";
            return null;
        }

        return items is null ? read[0] : new Formula.List(read.Select(f => f!).ToEquatableArray());
    }

    private static IEnumerable<(string Name, TypedConstant Value)> All(AttributeData attribute)
    {
        var parameters = attribute.AttributeConstructor?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty;
        var positional = parameters.Zip(attribute.ConstructorArguments, (p, a) => (Capitalized(p.Name), a));
        return positional.Concat(attribute.NamedArguments.Select(a => (a.Key, a.Value)));
    }

    private static bool IsNullName(TypedConstant constant) =>
        constant is { IsNull: true, Kind: TypedConstantKind.Primitive, Type.SpecialType: SpecialType.System_String }
        || HasNullItem(constant);

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
            TypedConstantKind.Enum or TypedConstantKind.Primitive when constant.Value is { } value => ValueOf(value, constant.Type),
            _ => null,
        };

    /// <summary>A constant of C# as an argument.</summary>
    public static ArgumentValue? ValueOf(object value, ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Enum }
            ? ArgumentValue.OfChoice(NameOfMember(value, type))
            : value switch
            {
                int size => ArgumentValue.Of((Dim)size),
                double number => ArgumentValue.OfNumber(number),
                bool flag => ArgumentValue.Of(flag),
                string text => ArgumentValue.OfLayer(text),
                _ => null,
            };

    private static bool HasNullItem(TypedConstant constant) =>
        constant is { Kind: TypedConstantKind.Array, IsNull: false }
        && constant.Values.Any(v => v is { IsNull: true, Kind: TypedConstantKind.Primitive });

    /// <summary>The name of a member of an enumeration; the number where none has that value.</summary>
    private static string NameOfMember(object value, ITypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => Equals(f.ConstantValue, value))?.Name
        ?? Convert.ToString(value, CultureInfo.InvariantCulture);

    private static string Capitalized(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);
}
