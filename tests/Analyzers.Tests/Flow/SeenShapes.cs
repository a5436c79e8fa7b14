using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ShapeGen.Analyzers.Flow.Interpretation;
using ShapeGen.Analyzers.Flow.Torch;
using Testing;

namespace Analyzers.Tests.Flow;

/// <summary>The shapes that the analysis sees: of each tensor that a source gives to <c>See</c>.</summary>
internal static class SeenShapes
{
    private const string Usings = """
        using System; using System.Collections.Generic; using System.Linq;
        using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn; using ShapeGen;
        using static Seen;
        static class Seen { public static Tensor See(Tensor tensor) => tensor; }

        """;

    /// <summary>In the order in which the method Run of the class Program comes to them; what is the same again in a loop once.</summary>
    public static IReadOnlyList<string> In(string source)
    {
        var compilation = TestCompilation.Create(Usings + source);
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var run = (IMethodSymbol)compilation.GetTypeByMetadataName("Program")!.GetMembers("Run").Single();
        var (symbols, bodies) = (TorchSymbols.Of(compilation)!, new Bodies(compilation));
        var seen = new List<(SyntaxNode At, string Shape)>();
        var analysis = new MethodAnalysis(
            new TorchSemantics(symbols),
            bodies,
            TestContext.Current.CancellationToken,
            (operation, value) =>
            {
                if (operation is IInvocationOperation { TargetMethod.Name: "See", Syntax: InvocationExpressionSyntax })
                {
                    seen.Add((operation.Syntax, value is TensorValue tensor ? tensor.Shape.ToString() : "not a tensor"));
                }
            }
        );
        Assert.Empty(analysis.Run(run, bodies.Of(run, TestContext.Current.CancellationToken)!));
        return [.. seen.Distinct().Select(s => s.Shape)];
    }
}
