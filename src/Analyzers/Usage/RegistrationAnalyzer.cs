using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ShapeGen.Roslyn;
using ShapeGen.Roslyn.Diagnostics;
using ShapeGen.Roslyn.Reading;

namespace ShapeGen.Analyzers.Usage;

/// <summary>
/// Reports modules with weights that a class makes and never registers: parameters() lacks them, so that they are not trained, saved or moved.
/// RegisterComponents takes the fields that have a value when it is called, and does nothing when it is called again.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RegistrationAnalyzer : DiagnosticAnalyzer
{
    private const string RegisterAll = "RegisterComponents";

    private static readonly string[] _collections =
    [
        "List",
        "IList",
        "IReadOnlyList",
        "Dictionary",
        "IDictionary",
        "IEnumerable",
        "ICollection",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.ModulesNotRegistered, Descriptors.ModulesInCollection);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(WellKnownNames.Tensor) is not null)
            {
                start.RegisterSyntaxNodeAction(Analyze, SyntaxKind.ClassDeclaration);
            }
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        var declaration = (ClassDeclarationSyntax)context.Node;
        if (
            context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken)
                is not { DeclaringSyntaxReferences.Length: 1 } type
            || !IsModule(type.BaseType)
            || type.GetAttributes().Any(a => NetworkReader.Is(a, "Network"))
        )
        {
            return;
        }

        var calls = CallsIn(declaration);
        if (calls.Any(c => c.StartsWith("register_", System.StringComparison.Ordinal) || c == "add_module"))
        {
            // Who registers one by one knows what is registered.
            return;
        }

        Collections(context, declaration, type);
        if (!calls.Contains(RegisterAll) && BasesRegister(type, context) is false)
        {
            NotRegistered(context, declaration);
            return;
        }

        foreach (var constructor in declaration.Members.OfType<ConstructorDeclarationSyntax>())
        {
            TooLate(context, constructor, isRegisteredByBase: BasesRegister(type, context) is true);
        }
    }

    /// <summary>Nothing registers the fields: one report for the class.</summary>
    private static void NotRegistered(SyntaxNodeAnalysisContext context, ClassDeclarationSyntax declaration)
    {
        var made = Makings(context, declaration).Select(m => m.Field).Distinct().ToArray();
        if (made.Length > 0)
        {
            Report(
                context,
                Descriptors.ModulesNotRegistered,
                declaration.Identifier.GetLocation(),
                $"{declaration.Identifier.ValueText} never calls {RegisterAll}, so that {string.Join(", ", made)} {(made.Length == 1 ? "is" : "are")} not trained, saved or moved"
            );
        }
    }

    /// <summary>Fields that a constructor makes behind the call that registers: in the base class, or before them.</summary>
    private static void TooLate(SyntaxNodeAnalysisContext context, ConstructorDeclarationSyntax constructor, bool isRegisteredByBase)
    {
        var registers = isRegisteredByBase
            ? constructor.SpanStart
            : constructor
                .Body?.Statements.FirstOrDefault(s => s is ExpressionStatementSyntax && CallsIn(s).Contains(RegisterAll))
                ?.SpanStart;
        foreach (var (field, at) in Makings(context, constructor).Where(m => m.At.SpanStart > registers))
        {
            var why = isRegisteredByBase ? $"the base class has called {RegisterAll}" : $"{RegisterAll} was called";
            Report(
                context,
                Descriptors.ModulesNotRegistered,
                at.GetLocation(),
                $"{field} is made after {why}, which takes the fields that have a value then: it is not trained, saved or moved"
            );
        }
    }

    private static void Collections(SyntaxNodeAnalysisContext context, ClassDeclarationSyntax declaration, INamedTypeSymbol type)
    {
        foreach (
            var field in type.GetMembers().OfType<IFieldSymbol>().Where(f => !f.IsStatic && !f.IsImplicitlyDeclared && HoldsModules(f.Type))
        )
        {
            // What becomes a ModuleList or a Sequential, or is handed on, is registered there.
            var isHandedOn = declaration
                .DescendantNodes()
                .OfType<ArgumentSyntax>()
                .Any(a => a.DescendantNodes().OfType<IdentifierNameSyntax>().Any(i => i.Identifier.ValueText == field.Name));
            if (!isHandedOn && field.Locations.FirstOrDefault() is { } location)
            {
                Report(
                    context,
                    Descriptors.ModulesInCollection,
                    location,
                    $"{RegisterAll} does not look into {field.Name}, a {field.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}: its modules are not trained, saved or moved; a ModuleList is"
                );
            }
        }
    }

    private static bool HoldsModules(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => IsModule(array.ElementType as INamedTypeSymbol),
            INamedTypeSymbol { TypeArguments: { Length: > 0 } items } named => _collections.Contains(named.Name)
                && IsModule(items[items.Length - 1] as INamedTypeSymbol),
            _ => false,
        };

    /// <summary>Whether a base class of the project registers the fields; null if a base class is not known.</summary>
    private static bool? BasesRegister(INamedTypeSymbol type, SyntaxNodeAnalysisContext context)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (TypeReader.IsAnyModule(current))
            {
                return false;
            }

            if (current.DeclaringSyntaxReferences.IsEmpty)
            {
                return null;
            }

            if (current.DeclaringSyntaxReferences.Any(r => CallsIn(r.GetSyntax(context.CancellationToken)).Contains(RegisterAll)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Fields to which something with weights is assigned that is made right there.</summary>
    private static IEnumerable<(string Field, SyntaxNode At)> Makings(SyntaxNodeAnalysisContext context, SyntaxNode node)
    {
        foreach (var part in node.DescendantNodes())
        {
            var (target, value) = part switch
            {
                AssignmentExpressionSyntax assignment => ((SyntaxNode)assignment.Left, assignment.Right),
                VariableDeclaratorSyntax { Initializer: { } initializer } declarator when part.Parent?.Parent is FieldDeclarationSyntax => (
                    declarator,
                    initializer.Value
                ),
                _ => (null, null),
            };
            if (
                target is not null
                && Weights.AreMadeBy(value!, context.SemanticModel, context.CancellationToken)
                && FieldOf(target, context) is { IsStatic: false } field
                && SymbolEqualityComparer.Default.Equals(
                    field.ContainingType,
                    context.ContainingSymbol as INamedTypeSymbol ?? field.ContainingType
                )
            )
            {
                yield return (field.Name, part);
            }
        }
    }

    private static IFieldSymbol? FieldOf(SyntaxNode target, SyntaxNodeAnalysisContext context) =>
        target is VariableDeclaratorSyntax
            ? context.SemanticModel.GetDeclaredSymbol(target, context.CancellationToken) as IFieldSymbol
            : context.SemanticModel.GetSymbolInfo(target, context.CancellationToken).Symbol as IFieldSymbol;

    private static HashSet<string> CallsIn(SyntaxNode node) =>
        [
            .. node.DescendantNodes()
                .OfType<InvocationExpressionSyntax>()
                .Select(i =>
                    (i.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText
                    ?? (i.Expression as SimpleNameSyntax)?.Identifier.ValueText
                    ?? ""
                ),
        ];

    private static bool IsModule(INamedTypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (TypeReader.IsAnyModule(current))
            {
                return true;
            }
        }

        return false;
    }

    private static void Report(SyntaxNodeAnalysisContext context, DiagnosticDescriptor descriptor, Location location, string message) =>
        context.ReportDiagnostic(Diagnostic.Create(descriptor, location, message));
}
