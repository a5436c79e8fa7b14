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
    public Location Of(Problem problem) =>
        problem.Layer is { } layer ? OfLayer(source.Layers[layer], problem.At)
        : problem.Kind == ProblemKind.BadInput ? OfLayer(source.Inputs[problem.Input ?? 0], new("Shape"))
        : problem.Kind == ProblemKind.MemberConflict ? OfMember(problem.Words[1])
        : problem.Kind == ProblemKind.ConstructorDoesNotChain
            ? TypeReader.ConstructorThatDoesNotChain(type, cancellation)?.Identifier.GetLocation() ?? type.Locations[0]
        : problem.Kind == ProblemKind.LayersOnTwoDeclarations ? OfSecondDeclaration()
        : type.Locations.FirstOrDefault(l => l.IsInSource) ?? Location.None;

    /// <summary>The layer that made a size; the input for -1.</summary>
    public Location? OfProducer(int layer) =>
        layer >= 0 ? SyntaxOf(source.Layers[layer])?.GetLocation() : source.Inputs.Select(i => SyntaxOf(i)?.GetLocation()).FirstOrDefault();

    private Location OfLayer(AttributeData attribute, ArgumentRef? argument)
    {
        if (SyntaxOf(attribute) is not { } syntax)
        {
            return Location.None;
        }

        var span = argument is null ? null : ArgumentLocator.Find(syntax, attribute.AttributeConstructor, argument);
        return span is { } found ? Location.Create(syntax.SyntaxTree, found) : syntax.GetLocation();
    }

    private Location OfMember(string name) =>
        type.GetMembers(name).SelectMany(m => m.Locations).FirstOrDefault(l => l.IsInSource) ?? type.Locations[0];

    private Location OfSecondDeclaration()
    {
        var first = SyntaxOf(source.Layers[0])?.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        return source.Layers.Select(SyntaxOf).FirstOrDefault(a => a?.FirstAncestorOrSelf<TypeDeclarationSyntax>() != first)?.GetLocation()
            ?? type.Locations[0];
    }

    private AttributeSyntax? SyntaxOf(AttributeData attribute) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax;
}
