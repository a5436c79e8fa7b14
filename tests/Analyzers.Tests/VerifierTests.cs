using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using ShapeGen.Analyzers.Declarations;
using ShapeGen.Roslyn.Diagnostics;
using Testing;

namespace Analyzers.Tests;

/// <summary>The same through Roslyn's own verifier, which also runs the analyzer with suppressions and in other ways.</summary>
public sealed class VerifierTests
{
    [Fact]
    public async Task The_seeds_question()
    {
        var test = new CSharpAnalyzerTest<NetworkAnalyzer, DefaultVerifier>
        {
            TestCode = Sources
                .ConvNet.Replace("Linear(1024)", "Linear({|#0:4 * 4 * 64|}, 1024)", StringComparison.Ordinal)
                .Replace("[Flatten", "[{|#1:Flatten|}", StringComparison.Ordinal),
            ReferenceAssemblies = new ReferenceAssemblies("net8.0"),
        };
        test.TestState.AdditionalReferences.AddRange(TestCompilation.References);
        test.ExpectedDiagnostics.Add(
            new DiagnosticResult(Descriptors.FeaturesDiffer)
                .WithLocation(0)
                .WithLocation(1)
                .WithArguments(
                    "Linear",
                    "1024",
                    "Flatten gives it",
                    "3136 (64×7×7)",
                    "; 1024 (64×4×4) is what Valid padding of the convolutions gives, and this network pads Same",
                    ""
                )
        );
        await test.RunAsync(TestContext.Current.CancellationToken);
    }
}
