using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ShapeGen.Analyzers.Declarations;
using ShapeGen.Analyzers.Flow.Engine;
using ShapeGen.Analyzers.Flow.Interpretation;
using ShapeGen.Analyzers.Flow.Reuse;
using ShapeGen.Analyzers.Flow.Torch;
using ShapeGen.Roslyn.Diagnostics;

namespace ShapeGen.Analyzers.Flow;

/// <summary>
/// Follows shapes through code that is written by hand, and reports what is wrong on every way that leads there. What it cannot prove it
/// does not report.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FlowAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.Flow.ToImmutableArray();

    /// <summary>Is told of each method that is worked out, for tests.</summary>
    internal Action<ISymbol>? Analyzing { get; set; }

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (TorchSymbols.Of(start.Compilation) is { } symbols)
            {
                var project = new Project(start.Compilation, symbols, Edition.Of(start.Compilation), Analyzing);
                start.RegisterOperationBlockAction(block => Analyze(block, project));
            }
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, Project project)
    {
        foreach (var block in context.OperationBlocks.Where(b => b.Kind is OperationKind.Block or OperationKind.MethodBody))
        {
            var found = project.In(block, context.OwningSymbol as IMethodSymbol, context.GetControlFlowGraph, context.CancellationToken);
            foreach (var shown in project.Findings.For(block.Syntax, found, context.CancellationToken))
            {
                context.ReportDiagnostic(DiagnosticOf(shown));
            }
        }
    }

    private static Diagnostic DiagnosticOf(Shown shown)
    {
        var finding = shown.Finding;
        var descriptor = finding.Kind switch
        {
            _ when finding.Certainty == Certainty.ForBatch => Descriptors.FailsForBatch,
            _ when finding.Certainty == Certainty.OnOnePath => Descriptors.FailsOnOnePath,
            FindingKind.Comment => Descriptors.CommentContradicts,
            FindingKind.Contract => Descriptors.ContractBroken,
            FindingKind.Samples => Descriptors.SamplesMixed,
            FindingKind.Disposed => Descriptors.UsedAfterDispose,
            FindingKind.Gradient => Descriptors.GradientRefused,
            _ => Descriptors.OperationFails,
        };
        var severity =
            descriptor.DefaultSeverity == DiagnosticSeverity.Error && shown.IsHint
                ? DiagnosticSeverity.Warning
                : descriptor.DefaultSeverity;
        var other = shown.At == finding.Place ? finding.Caller : finding.Place;
        var facts =
            finding.Replacement is { } text ? ImmutableDictionary<string, string?>.Empty.Add(FixFacts.Shape, text)
            : finding.Number is { } number && number.At.SourceTree == shown.At.SourceTree ? FixFacts.Of(number)
            : null;
        var place = finding.Place.GetLineSpan();
        var message =
            shown.At == finding.Place
                ? finding.Message
                : $"called from here, {Path.GetFileName(place.Path)}({place.StartLinePosition.Line + 1}): {finding.Message}";
        return Diagnostic.Create(descriptor, shown.At, severity, other is null ? null : [other], facts, message);
    }

    /// <summary>One state of a project.</summary>
    private sealed class Project
    {
        private readonly Compilation _compilation;
        private readonly TorchSymbols _symbols;
        private readonly Edition _edition;
        private readonly Action<ISymbol>? _analyzing;
        private readonly Bodies _bodies;

        public Project(Compilation compilation, TorchSymbols symbols, Edition edition, Action<ISymbol>? analyzing)
        {
            (_compilation, _symbols, _edition, _analyzing) = (compilation, symbols, edition, analyzing);
            _bodies = new(compilation);
            Findings = new(compilation, In);
        }

        public ProjectFindings Findings { get; }

        /// <summary>What is wrong on the ways that begin in a block of code.</summary>
        public IReadOnlyList<PlacedFinding> In(
            IOperation block,
            IMethodSymbol? method,
            Func<IOperation, Microsoft.CodeAnalysis.FlowAnalysis.ControlFlowGraph> graph,
            CancellationToken cancellation
        ) =>
            FindingCache.Get(
                block.Syntax,
                _edition,
                // No tensor in sight, no work, but where the program begins. One of statements has no declaration to look up.
                reads =>
                    Bodies.IsEntry(method) || block.Descendants().Any(o => _symbols.IsTensor(o.Type))
                        ? Analyze(method, _bodies.NotingIn(reads), () => new Body(graph(block)), cancellation)
                        : []
            );

        private IReadOnlyList<PlacedFinding> In(SyntaxNode declaration, SyntaxNode body, CancellationToken cancellation)
        {
            return FindingCache.Get(body, _edition, Findings);

            IReadOnlyList<Finding> Findings(Reads reads)
            {
                // Who calls a network stands in other files than the one that an editor asks for; the driver shares the models.
#pragma warning disable RS0030, RS1030
                var model = _compilation.GetSemanticModel(declaration.SyntaxTree);
#pragma warning restore RS0030, RS1030
                return model.GetDeclaredSymbol(declaration, cancellation) is IMethodSymbol method
                    ? Analyze(method, _bodies.NotingIn(reads), () => null, cancellation)
                    : [];
            }
        }

        private IReadOnlyList<Finding> Analyze(IMethodSymbol? method, Bodies bodies, Func<Body?> otherwise, CancellationToken cancellation)
        {
            if (((method is null ? null : bodies.Of(method, cancellation)) ?? otherwise()) is not { } body)
            {
                return [];
            }

            if (method is not null)
            {
                _analyzing?.Invoke(method);
            }

            return new MethodAnalysis(new TorchSemantics(_symbols), bodies, cancellation).Run(method, body);
        }
    }
}
