using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ShapeGen.Algebra;
using ShapeGen.Layers;
using ShapeGen.Networks;
using ShapeGen.Networks.Blocks;

namespace ShapeGen.Roslyn.Reading;

/// <summary>Reads the constants of a class that are arguments of a block.</summary>
internal static class BlockArguments
{
    private const string Argument = "Arg";
    private const string Channels = "InChannels";

    /// <summary>Whether the field is an argument of a block, or the channels that flow into it.</summary>
    public static bool IsOne(IFieldSymbol field) => Has(field, Argument) || Has(field, Channels);

    /// <summary>The arguments that a use gives, in the order of their declaration.</summary>
    public static EquatableArray<BlockParameter> Given(INamedTypeSymbol block) =>
        (
            from field in Fields(block, Argument)
            where Problem(field) is null
            let standard = DefaultOf(field)
            where standard is not null
            select new BlockParameter(field.Name, standard)
        ).ToEquatableArray();

    /// <summary>The arguments that are the channels of what flows in.</summary>
    public static EquatableArray<string> OfChannels(INamedTypeSymbol block) =>
        Fields(block, Channels).Where(f => Problem(f) is null).Select(f => f.Name).ToEquatableArray();

    /// <summary>The fields that cannot be arguments, and why.</summary>
    public static IEnumerable<(IFieldSymbol Field, Problem Problem)> Problems(INamedTypeSymbol block) =>
        from field in block.GetMembers().OfType<IFieldSymbol>().Where(IsOne)
        let why = Problem(field)
        where why is not null
        select (field, new Problem(ProblemKind.BadBlockArgument, field.Name, block.Name, why));

    private static IEnumerable<IFieldSymbol> Fields(INamedTypeSymbol block, string attribute) =>
        block.GetMembers().OfType<IFieldSymbol>().Where(f => Has(f, attribute));

    private static string? Problem(IFieldSymbol field) =>
        !field.IsConst ? "must be a constant, since it stands in attributes"
        : Has(field, Argument) && Has(field, Channels) ? "must be Arg or InChannels, not both: one is given, the other flows in"
        // The compiler reports a constant without a value.
        : !field.HasConstantValue ? null
        : Has(field, Channels) && field.Type.SpecialType != SpecialType.System_Int32 ? "must be an int, as channels are"
        : DefaultOf(field) is null ? "must be an int, a double, a bool, a string or an enumeration"
        : null;

    private static ArgumentValue? DefaultOf(IFieldSymbol field) =>
        field is { HasConstantValue: true, ConstantValue: { } value } ? ArgumentReader.ValueOf(value, field.Type) : null;

    private static bool Has(IFieldSymbol field, string attribute) => field.GetAttributes().Any(a => NetworkReader.Is(a, attribute));
}
