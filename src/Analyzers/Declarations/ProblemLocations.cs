using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ShapeGen.Layers;
using ShapeGen.Networks;
using ShapeGen.Roslyn.Reading;

namespace ShapeGen.Analyzers.Declarations;

/// <summary>Where a problem is reported: at the argument, else at the layer, else at the name of the class.</summary>
internal sealed class ProblemLocations(INamedTypeSymbol type, NetworkSource source, CancellationToken cancellation)
{
    private readonly AttributeLocations _attributes = new(cancellation);

    public Location Of(Problem problem) =>
        problem.Layer is { } layer ? _attributes.Of(LayersOf(problem)[layer], problem.At)
        : problem is { Kind: ProblemKind.BadInput, Input: { } input } ? _attributes.Of(InputsOf(problem)[input], new("Shape"))
        : problem.Stage is { } stage ? source.Stages[stage].Method.Locations.FirstOrDefault(l => l.IsInSource) ?? type.Locations[0]
        : problem.Kind == ProblemKind.MemberConflict ? OfMember(problem.Words[1])
        : problem.Kind == ProblemKind.BadBlockArgument ? OfMember(problem.Words[0])
        : problem.Kind == ProblemKind.ConstructorDoesNotChain
            ? TypeReader.ConstructorThatDoesNotChain(type, cancellation)?.Identifier.GetLocation() ?? type.Locations[0]
        : problem.Kind == ProblemKind.LayersOnTwoDeclarations ? _attributes.OfSecondDeclaration(source.Layers) ?? type.Locations[0]
        : type.Locations.FirstOrDefault(l => l.IsInSource) ?? Location.None;

    /// <summary>
    /// Where else to look: at the layer that made a size; of a problem in a block, at the use; of an argument of a block, at the layer that
    /// it makes wrong.
    /// </summary>
    public IEnumerable<Location> Others(Problem problem)
    {
        var producer =
            problem.Producer is not { } p ? null
            : p >= 0 ? LayersOf(problem)[p]
            : problem.Block is null ? InputsOf(problem).FirstOrDefault()
            : null;
        var use = problem.Uses.Count > 0 ? LayersOf(problem with { Block = null })[problem.Uses[0]] : null;
        return new[] { producer, use, InnermostOf(problem) }.Where(a => a is not null).Select(a => _attributes.Of(a!, null));
    }

    private ImmutableArray<AttributeData> LayersOf(Problem problem) =>
        problem.Block is { } block ? SourceOf(block).Layers
        : problem.Stage is { } stage ? source.Stages[stage].Layers
        : source.Layers;

    private ImmutableArray<AttributeData> InputsOf(Problem problem) =>
        problem.Stage is { } stage ? source.Stages[stage].Inputs : source.Inputs;

    private BlockSource SourceOf(string block) => source.Blocks.First(b => b.Spec.Id == block);

    private AttributeData? InnermostOf(Problem problem)
    {
        AttributeData? innermost = null;
        var attributes = LayersOf(problem);
        var at = problem.Layer ?? 0;
        foreach (var inner in problem.Inner)
        {
            if (BlockUseReader.BlockOf(attributes[at]) is not { } used)
            {
                return innermost;
            }

            attributes = SourceOf(BlockReader.IdOf(used)).Layers;
            innermost = attributes[inner];
            at = inner;
        }

        return innermost;
    }

    private Location OfMember(string name) =>
        type.GetMembers(name).SelectMany(m => m.Locations).FirstOrDefault(l => l.IsInSource) ?? type.Locations[0];
}

/// <summary>Where a problem is reported that a block has however it is used.</summary>
internal sealed class BlockLocations(INamedTypeSymbol type, BlockSource source, CancellationToken cancellation)
{
    private readonly AttributeLocations _attributes = new(cancellation);

    public Location Of(Problem problem) =>
        problem.Layer is { } layer ? _attributes.Of(source.Layers[layer], problem.At)
        : problem.Kind is ProblemKind.BadBlockArgument or ProblemKind.NoEffect
            ? type.GetMembers(problem.Words[0]).SelectMany(m => m.Locations).FirstOrDefault() ?? type.Locations[0]
        : problem.Kind == ProblemKind.LayersOnTwoDeclarations ? _attributes.OfSecondDeclaration(source.Layers) ?? type.Locations[0]
        : type.Locations[0];
}

/// <summary>Places in the text of attributes.</summary>
internal sealed class AttributeLocations(CancellationToken cancellation)
{
    /// <summary>The argument; the whole attribute where it has none, or none was written.</summary>
    public Location Of(AttributeData attribute, ArgumentRef? argument)
    {
        if (SyntaxOf(attribute) is not { } syntax)
        {
            return Location.None;
        }

        var span = argument is null ? null : ArgumentLocator.Find(syntax, attribute.AttributeConstructor, argument);
        return span is { } found ? Location.Create(syntax.SyntaxTree, found) : syntax.GetLocation();
    }

    /// <summary>The first layer that stands on another declaration than those before it.</summary>
    public Location? OfSecondDeclaration(ImmutableArray<AttributeData> layers)
    {
        var first = SyntaxOf(layers[0])?.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        return layers.Select(SyntaxOf).FirstOrDefault(a => a?.FirstAncestorOrSelf<MemberDeclarationSyntax>() != first)?.GetLocation();
    }

    private AttributeSyntax? SyntaxOf(AttributeData attribute) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax;
}
