using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ShapeGen.Algebra;
using ShapeGen.Layers;
using ShapeGen.Networks;
using ShapeGen.Networks.Blocks;

namespace ShapeGen.Roslyn.Reading;

/// <summary>Reads what a use of a block gives to it.</summary>
internal sealed class BlockUseReader(ArgumentReader arguments)
{
    private const string Repeat = "Repeat";

    /// <summary>Whether a written argument is for the block, and not of the layer itself.</summary>
    public static bool IsOfUse(string kind, string written) =>
        kind == LayerCatalog.Block && written is (BlockUse.Arguments or Repeat or BlockParameter.Stride);

    /// <summary>The class that is used.</summary>
    public static INamedTypeSymbol? BlockOf(AttributeData attribute) =>
        attribute.AttributeClass is { TypeArguments: [INamedTypeSymbol { TypeKind: not TypeKind.Error } block] } ? block : null;

    /// <summary>The use; null where it is wrong, or the compiler reports an error in it.</summary>
    public BlockUseTemplate? Read(AttributeData attribute, INamedTypeSymbol block, ICollection<Problem> problems)
    {
        if (BlockArguments.Problems(block).Any())
        {
            return null;
        }

        var parameters = BlockArguments.Given(block);
        var given = new List<FormulaArgument>();
        var isSound = true;

        void Refuse(string name, string why, ArgumentRef at)
        {
            problems.Add(new(ProblemKind.BadArgument, name, block.Name, why) { At = at });
            isSound = false;
        }

        Formula? Of(TypedConstant constant, string shown, ArgumentRef at)
        {
            string? problem = null;
            var value = ArgumentReader.Value(constant);
            var formula = value is null ? null : arguments.Read(attribute, at, value, ref problem);
            if (formula is null && constant.Kind != TypedConstantKind.Error)
            {
                Refuse(shown, problem ?? "must be an int, a double, a bool, a string or an enumeration", at);
            }

            isSound &= formula is not null;
            return formula;
        }

        if (attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Array, IsNull: true }])
        {
            Refuse("Argument 1", "must be a value, but is null", new(BlockUse.Arguments));
        }

        var positional = attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Array, IsNull: false } all]
            ? all.Values
            : ImmutableArray<TypedConstant>.Empty;
        for (var i = 0; i < positional.Length; i++)
        {
            if (i >= parameters.Count)
            {
                Refuse($"Argument {i + 1}", $"is one too many: {Listed(parameters)}", new(BlockUse.Arguments, i));
                break;
            }

            if (Of(positional[i], parameters[i].Name, new(BlockUse.Arguments, i)) is { } formula)
            {
                given.Add(new(parameters[i].Name, formula));
            }
        }

        Formula? repeat = null;
        foreach (var named in attribute.NamedArguments)
        {
            if (named.Key == Repeat)
            {
                repeat = Of(named.Value, Repeat, new(Repeat));
            }
            else if (named.Key == BlockParameter.Stride && parameters.All(p => p.Name != BlockParameter.Stride))
            {
                Refuse(named.Key, $"is no argument of it: {Listed(parameters)}", new(named.Key));
            }
            else if (named.Key == BlockParameter.Stride && given.Any(g => g.Name == BlockParameter.Stride))
            {
                Refuse(named.Key, "is given twice", new(named.Key));
            }
            else if (named.Key == BlockParameter.Stride && Of(named.Value, named.Key, new(named.Key)) is { } stride)
            {
                given.Add(new(named.Key, stride));
            }
        }

        return isSound ? new(BlockReader.IdOf(block), given.ToEquatableArray(), positional.Length, repeat) : null;
    }

    private static string Listed(EquatableArray<BlockParameter> parameters) =>
        parameters.Count == 0 ? "it has none" : $"it has {string.Join(", ", parameters.Select(p => p.Name))}";
}
