using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ShapeGen.Analyzers.Flow;
using ShapeGen.Analyzers.Usage;
using Testing;

namespace Analyzers.Tests.Flow;

/// <summary>
/// Whole programs, as people write them (tests/Corpus/programs): nothing is reported, and the shape of every tensor is known where the program
/// says the shape of its input.
/// </summary>
public sealed class ProgramTests
{
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading;";

    [Theory]
    [InlineData("ResNet50.cs", "(8, 1000)")]
    [InlineData("Vae.cs", "(128, 1, 28, 28)")]
    [InlineData("Dcgan.cs", "(64)")]
    [InlineData("CharLstm.cs", "(3200, 96)")]
    [InlineData("GptBlock.cs", "(4, 1, 768)")]
    [InlineData("HundredLayers.cs", "(32, 164)")]
    public async Task All_is_known_and_nothing_is_wrong(string file, string result)
    {
        var compilation = TestCompilation.Create(Usings, Repository.Read("tests", "Corpus", "programs", file));
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error));
        Assert.Empty(
            await compilation
                .WithAnalyzers([new FlowAnalyzer(), new RegistrationAnalyzer(), new TrapAnalyzer()])
                .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken)
        );
        var operations = FlowSurvey.Of(compilation, TestContext.Current.CancellationToken);
        Assert.All(operations, o => Assert.True(o.Shape is not null, $"{o.Code} in {o.Member} is not known"));
        Assert.Contains(result, operations.Where(o => o.Member == "Case.Run").Select(o => o.Shape));
    }
}
