using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ShapeGen.Roslyn;
using ShapeGen.Roslyn.Diagnostics;
using ShapeGen.Roslyn.Reading;

namespace ShapeGen.Analyzers.Declarations;

/// <summary>
/// Reports constants of generated parts in the arguments of layers: the analyzer sees their values, and the generator, which comes
/// first, does not.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GeneratedConstantAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.GeneratedConstant);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(WellKnownNames.NetworkAttribute) is { } marker)
            {
                start.RegisterSyntaxNodeAction(node => Analyze(node, marker.ContainingAssembly), SyntaxKind.Attribute);
            }
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, IAssemblySymbol ours)
    {
        var attribute = (AttributeSyntax)context.Node;
        var names = attribute.ArgumentList?.DescendantNodes().OfType<IdentifierNameSyntax>().ToArray() ?? [];
        if (
            names.Length == 0
            || !SymbolEqualityComparer.Default.Equals(
                context.SemanticModel.GetTypeInfo(attribute, context.CancellationToken).Type?.ContainingAssembly,
                ours
            )
        )
        {
            return;
        }

        foreach (var name in names)
        {
            var symbol = context.SemanticModel.GetSymbolInfo(name, context.CancellationToken).Symbol;
            if (
                symbol is IFieldSymbol { IsConst: true } constant
                && (TypeReader.IsGenerated(constant) || TypeReader.IsGenerated(constant.ContainingType))
            )
            {
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.GeneratedConstant, name.GetLocation(), constant.Name));
            }
        }
    }
}
