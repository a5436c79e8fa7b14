using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ShapeGen.Roslyn;
using ShapeGen.Roslyn.Reading;

namespace ShapeGen.Analyzers.Flow.Torch;

/// <summary>
/// Whether a project gives layers, or all new tensors, another floating-point type than float32. How wide the numbers of a layer are is then
/// not known.
/// </summary>
internal static class ElementChanges
{
    // Of the library as a whole: new tensors, or what layers compute in.
    private static readonly HashSet<string> _always = ["set_default_dtype", "autocast", "set_autocast_enabled", "set_autocast_dtype"];

    // Of a module, or of a tensor, which is no matter.
    private static readonly HashSet<string> _ofModules = ["half", "bfloat16", "float", "double", "to", "_to", "to_type"];

    public static bool In(Compilation compilation, CancellationToken cancellation) =>
        compilation.SyntaxTrees.Any(t => _ofTrees.GetValue(t, _candidates).Any(n => Changes(n, compilation, cancellation)));

    // By name alone, which an edit elsewhere leaves as it is.
    private static readonly ConditionalWeakTable<SyntaxTree, SyntaxNode[]> _ofTrees = new();

    private static readonly ConditionalWeakTable<SyntaxTree, SyntaxNode[]>.CreateValueCallback _candidates = tree =>
        [
            .. tree.GetRoot()
                .DescendantNodes()
                .Where(n => n is SimpleNameSyntax { Identifier.ValueText: var used } && _always.Contains(used) || OfModule(n) is not null),
        ];

    private static string? OfModule(SyntaxNode node) =>
        node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } }
        && _ofModules.Contains(name)
            ? name
            : null;

    private static bool Changes(SyntaxNode node, Compilation compilation, CancellationToken cancellation)
    {
        if (node is not InvocationExpressionSyntax call || OfModule(call) is not { } name)
        {
            return true;
        }

        // Asked only where a finding hangs on it; the driver shares the models.
#pragma warning disable RS0030, RS1030
        var model = compilation.GetSemanticModel(node.SyntaxTree);
#pragma warning restore RS0030, RS1030
        return model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method
            || (
                method.ContainingAssembly.Name == "TorchSharp"
                && TypeReader.MetadataName(method.ContainingType) != WellKnownNames.Tensor
                && (!name.EndsWith("to", System.StringComparison.Ordinal) || method.Parameters.Any(p => TakesType(p, call)))
            );
    }

    // to(device) leaves the numbers as they are; to(device, type) does not, if the type is written.
    private static bool TakesType(IParameterSymbol parameter, InvocationExpressionSyntax call) =>
        (parameter.Type.Name == "Tensor" || parameter.Type.ToDisplayString().Contains("ScalarType"))
        && (
            !parameter.HasExplicitDefaultValue
            || call.ArgumentList.Arguments.Count > parameter.Ordinal
            || call.ArgumentList.Arguments.Any(a => a.NameColon?.Name.Identifier.ValueText == parameter.Name)
        );
}
