using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ShapeGen.Algebra;
using ShapeGen.Layers;
using ShapeGen.Networks;

namespace ShapeGen.Roslyn.Reading;

/// <summary>Reads the class itself: where it stands, and whether it can be a network.</summary>
internal static class TypeReader
{
    // The name as one writes it in a declaration: with type parameters, without constraints, with @ where it is a keyword.
    private static readonly SymbolDisplayFormat _declarationFormat = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
    );

    /// <param name="type">The class.</param>
    /// <param name="isByHand">Whether its forward is written by hand.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="cancellation">Stops it.</param>
    public static TypeFacts Read(INamedTypeSymbol type, bool isByHand, ICollection<Problem> problems, CancellationToken cancellation)
    {
        var nesting = Nesting(type).Reverse().ToArray();
        var canBeGenerated = CheckKind(type, isByHand, problems, cancellation);
        foreach (var partial in nesting)
        {
            if (!IsPartial(partial, cancellation))
            {
                problems.Add(new(ProblemKind.NotPartial, partial.Name));
                canBeGenerated = false;
            }
        }

        if (ConstructorThatDoesNotChain(type, cancellation) is not null)
        {
            problems.Add(new(ProblemKind.ConstructorDoesNotChain, type.Name));
        }

        return new(
            MetadataName(type),
            type.ContainingNamespace.IsGlobalNamespace ? null : type.ContainingNamespace.ToDisplayString(),
            nesting.Select(Header).ToEquatableArray(),
            type.Name,
            MemberNames(type).ToEquatableArray(),
            canBeGenerated
        )
        {
            TypeParameters = type.TypeParameters.Select(p => p.Name).ToEquatableArray(),
            ForwardByHand = isByHand ? ForwardOf(type) : null,
        };
    }

    /// <summary>The first constructor of the user's that calls no other one of the class, and so leaves the layers out; null if none does.</summary>
    public static ConstructorDeclarationSyntax? ConstructorThatDoesNotChain(INamedTypeSymbol type, CancellationToken cancellation) =>
        type
            .InstanceConstructors.Where(c => !c.IsImplicitlyDeclared && !IsGenerated(c))
            .SelectMany(c => c.DeclaringSyntaxReferences)
            .Select(r => r.GetSyntax(cancellation))
            .OfType<ConstructorDeclarationSyntax>()
            .FirstOrDefault(c => c.Initializer is null || !c.Initializer.IsKind(SyntaxKind.ThisConstructorInitializer));

    private static IEnumerable<INamedTypeSymbol> Nesting(INamedTypeSymbol type)
    {
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            yield return outer;
        }
    }

    /// <summary>The types that the user's forward takes and gives, none where there is no such or more than one; null where a base class says it.</summary>
    private static EquatableArray<string>? ForwardOf(INamedTypeSymbol type)
    {
        var methods = type.GetMembers(GeneratedMembers.Forward).OfType<IMethodSymbol>().ToArray();
        return type.BaseType is { SpecialType: not SpecialType.System_Object } ? null
            : methods.Length != 1 ? EquatableArray<string>.Empty
            : methods[0]
                .Parameters.Select(p => p.Type)
                .Append(methods[0].ReturnType)
                .Select(t => t.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat))
                .ToEquatableArray();
    }

    private static bool CheckKind(INamedTypeSymbol type, bool isByHand, ICollection<Problem> problems, CancellationToken cancellation)
    {
        var why =
            type.IsRecord ? "a record: it would be compared by its layers, and TorchSharp's modules are not records"
            : type.TypeKind != TypeKind.Class ? "a struct: it cannot inherit from TorchSharp's Module"
            : type.IsStatic ? "a static class: a network has weights of its own"
            : Nesting(type).Any(t => t.IsFileLocal) ? "local to its file: the generated part stands in another one"
            : HasPrimaryConstructor(type, cancellation) ? "a class with a primary constructor, which the generated constructor cannot call"
            : null;
        if (why is not null)
        {
            problems.Add(new(ProblemKind.UnsupportedType, type.Name, why));
            return false;
        }

        if (
            type.BaseType is { SpecialType: not SpecialType.System_Object, TypeKind: not TypeKind.Error } parent
            && !(isByHand ? IsAnyModule(parent) : IsModuleOfTensors(parent))
        )
        {
            problems.Add(new(ProblemKind.WrongBase, type.Name, parent.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));
            return false;
        }

        return true;
    }

    private static bool HasPrimaryConstructor(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences.Any(r => r.GetSyntax(cancellation) is TypeDeclarationSyntax { ParameterList: not null });

    /// <summary>Module&lt;Tensor, …&gt;, whose last argument may be a tuple of tensors. That the number is right the compiler checks.</summary>
    private static bool IsModuleOfTensors(INamedTypeSymbol type) =>
        IsAnyModule(type)
        && !type.TypeArguments.IsEmpty
        && type.TypeArguments.All(a => IsTensor(a) || (a is INamedTypeSymbol { IsTupleType: true } t && t.TypeArguments.All(IsTensor)));

    public static bool IsAnyModule(INamedTypeSymbol type) => MetadataName(type).Split('`')[0] == WellKnownNames.AnyModule.TrimEnd('`');

    public static bool IsTensor(ITypeSymbol type) => type is INamedTypeSymbol named && MetadataName(named) == WellKnownNames.Tensor;

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences.Any(r =>
            r.GetSyntax(cancellation) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword)
        );

    private static string Header(INamedTypeSymbol type)
    {
        var keyword =
            type.IsRecord ? (type.IsValueType ? "record struct" : "record")
            : type.TypeKind == TypeKind.Struct ? "struct"
            : type.TypeKind == TypeKind.Interface ? "interface"
            : "class";
        return $"{keyword} {type.ToDisplayString(_declarationFormat)}";
    }

    public static string MetadataName(INamedTypeSymbol type)
    {
        var name = string.Join("+", Nesting(type).Reverse().Select(t => t.MetadataName));
        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            name = $"{space.Name}.{name}";
        }

        return name;
    }

    /// <summary>What the user wrote. In the analyzer the class has our members too: they carry our name in GeneratedCode.</summary>
    private static IEnumerable<string> MemberNames(INamedTypeSymbol type) =>
        type.GetMembers()
            .Where(m => !m.IsImplicitlyDeclared && !IsGenerated(m))
            .Select(NameOf)
            .Distinct()
            .OrderBy(n => n, StringComparer.Ordinal);

    private static string NameOf(ISymbol member) =>
        member is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.Ordinary } method
        && (method.MethodKind == MethodKind.Constructor || method.Name == GeneratedMembers.Forward)
            ? $"{method.Name}({string.Join(", ", method.Parameters.Select(p => p.Type.ToDisplayString().Replace("?", "")))})"
            : member.Name;

    /// <summary>Whether we wrote it. The two parts of a partial method have one set of attributes, and the user declared it.</summary>
    public static bool IsGenerated(ISymbol member) =>
        member is not IMethodSymbol { IsPartialDefinition: true }
        && member
            .GetAttributes()
            .Any(a => a.AttributeClass?.Name == "GeneratedCodeAttribute" && a.ConstructorArguments is [{ Value: WellKnownNames.Tool }, ..]);
}
