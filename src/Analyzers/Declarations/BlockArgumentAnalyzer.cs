using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ShapeGen.Roslyn;
using ShapeGen.Roslyn.Diagnostics;
using ShapeGen.Roslyn.Reading;

namespace ShapeGen.Analyzers.Declarations;

/// <summary>Reports arguments of blocks that are read outside the layers of their block, where they are their defaults.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlockArgumentAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.BadBlockArgument);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(WellKnownNames.BlockAttribute) is not null)
            {
                start.RegisterOperationAction(Analyze, OperationKind.FieldReference);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var reference = (IFieldReferenceOperation)context.Operation;
        var field = reference.Field;
        if (field.IsConst && BlockArguments.IsOne(field) && !IsInLayerOf(field.ContainingType, context))
        {
            context.ReportDiagnostic(
                Diagnostic.Create(
                    Descriptors.BadBlockArgument,
                    reference.Syntax.GetLocation(),
                    field.Name,
                    field.ContainingType.Name,
                    $"is read where it is its default, {field.ConstantValue}: only the layers of the block take what a use gives",
                    ""
                )
            );
        }
    }

    /// <summary>Whether it stands in an attribute of the block itself.</summary>
    private static bool IsInLayerOf(INamedTypeSymbol block, OperationAnalysisContext context) =>
        // Or in a constant of the block, which is worked out anew from it.
        SymbolEqualityComparer.Default.Equals((context.ContainingSymbol as IFieldSymbol)?.ContainingType, block.OriginalDefinition)
        || (
            SymbolEqualityComparer.Default.Equals(context.ContainingSymbol, block.OriginalDefinition)
            && context.Operation.Syntax.FirstAncestorOrSelf<AttributeSyntax>() is not null
        );
}
