using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ShapeGen.Analyzers.Flow.Torch.Written;
using ShapeGen.Roslyn.Diagnostics;
using ShapeGen.Roslyn.Reading;

namespace ShapeGen.Analyzers.Usage;

/// <summary>Shape attributes that say nothing: an item that is no size, or two that stand for any number of dimensions.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ShapeAttributeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.UnreadableShape);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.Method, SymbolKind.Field, SymbolKind.Property);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var method = context.Symbol as IMethodSymbol;
        var attributes = context
            .Symbol.GetAttributes()
            .Concat(method?.GetReturnTypeAttributes() ?? ImmutableArray<AttributeData>.Empty)
            .Concat(method?.Parameters.SelectMany(p => p.GetAttributes()) ?? []);
        foreach (var attribute in attributes.Where(a => NetworkReader.Is(a, "Shape")))
        {
            var arguments = (attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) as AttributeSyntax)
                ?.ArgumentList
                ?.Arguments;
            if (arguments is { } written && ShapeContract.ItemsOf(attribute) is { } items && items.Count == written.Count)
            {
                var rest = 0;
                for (var i = 0; i < items.Count; i++)
                {
                    rest += items[i] is "..." or "…" ? 1 : 0;
                    if (ShapePattern.Of([items[i]]) is null || (items[i] is "..." or "…" && rest > 1))
                    {
                        context.ReportDiagnostic(
                            Diagnostic.Create(Descriptors.UnreadableShape, written[i].GetLocation(), written[i].ToString())
                        );
                    }
                }
            }
        }
    }
}
