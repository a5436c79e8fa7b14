using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ShapeGen.Analyzers.Flow.Torch;
using ShapeGen.Roslyn.Diagnostics;

namespace ShapeGen.Analyzers.Usage;

/// <summary>Reports calls of TorchSharp 0.107 that fail whatever they get, or give something else than they say.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TrapAnalyzer : DiagnosticAnalyzer
{
    // Who sets weights somewhere in the class may set those of GroupNorm.
    private static readonly HashSet<string> _setting =
    [
        "init",
        "load",
        "load_state_dict",
        "load_py",
        "weight",
        "ones_",
        "copy_",
        "fill_",
        "named_parameters",
        "parameters",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.NeverInitialized, Descriptors.AlwaysFails, Descriptors.WrongResult);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (TorchSymbols.Of(start.Compilation) is { } symbols)
            {
                start.RegisterOperationAction(c => Analyze(c, symbols), OperationKind.Invocation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, TorchSymbols symbols)
    {
        var invocation = (IInvocationOperation)context.Operation;
        var method = invocation.TargetMethod;
        if (!symbols.IsOfTorch(method.ContainingType))
        {
            return;
        }

        if (Traps.AlwaysFails(invocation) is { } failure)
        {
            Report(context, Descriptors.AlwaysFails, failure);
        }
        else if (Traps.WrongResult(invocation) is { } wrong)
        {
            Report(context, Descriptors.WrongResult, wrong);
        }
        else if (
            method.Name == "GroupNorm"
            && TorchSymbols.IsFactory(method)
            && !Traps.IsFalse(invocation, "affine")
            && !SetsWeights(invocation.Syntax)
        )
        {
            Report(
                context,
                Descriptors.NeverInitialized,
                "TorchSharp leaves weight and bias of GroupNorm uninitialized: call init.ones_ on its weight and init.zeros_ on its bias"
            );
        }
    }

    /// <summary>Whether the class, or the program, that the code stands in sets weights anywhere.</summary>
    private static bool SetsWeights(SyntaxNode syntax) =>
        ((SyntaxNode?)syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? syntax.SyntaxTree.GetRoot())
            .DescendantNodes()
            .OfType<SimpleNameSyntax>()
            .Any(n => _setting.Contains(n.Identifier.ValueText));

    private static void Report(OperationAnalysisContext context, DiagnosticDescriptor descriptor, string message) =>
        context.ReportDiagnostic(Diagnostic.Create(descriptor, context.Operation.Syntax.GetLocation(), message));
}
