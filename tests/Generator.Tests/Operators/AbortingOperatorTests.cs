using System.Diagnostics;
using System.Globalization;
using ShapeGen.Operators;
using Testing;
using static TorchSharp.torch;

namespace Generator.Tests.Operators;

/// <summary>
/// Operators that end the process where they do not fit, or crash it: what the catalogue says is wrong with them is run in a process of its
/// own, which must throw or die of it.
/// </summary>
public sealed class AbortingOperatorTests(ITestOutputHelper output)
{
    private const string Cases = "SHAPEGEN_ABORT_CASES";
    private const string Progress = "SHAPEGEN_ABORT_PROGRESS";

    // Each that dies takes another process.
    private const int CasesOfOverload = 1;
    private const int Draws = 300;

    // The catalogue never says that they fail.
    private static readonly string[] _neverWrong = ["max_unpool1d", "max_unpool2d", "max_unpool3d"];

    public static TheoryData<string> Names => [.. OperatorConformanceTests.Aborting.Except(_neverWrong).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_is_wrong_throws_or_ends_the_process(string name)
    {
        var cases = WrongCalls(name).ToList();
        var (threw, died) = (0, 0);
        while (cases.Count > 0)
        {
            var (answers, hasEnded) = await Run(name, cases);
            Assert.DoesNotContain("gave", answers);
            threw += answers.Count;
            cases.RemoveRange(0, answers.Count);
            if (!hasEnded)
            {
                Assert.True(cases.Count > 0, $"the process of {name} died behind its last case");
                died++;
                cases.RemoveAt(0);
            }
            else
            {
                Assert.Empty(cases);
            }
        }

        output.WriteLine($"{name}: {threw} threw, {died} ended the process, seed {Setting.Seed}");
        Assert.True(threw + died > 0, $"nothing wrong was drawn of {name}");
    }

    /// <summary>Runs in the other process only.</summary>
    [Fact]
    public void In_a_process_of_its_own()
    {
        if (Environment.GetEnvironmentVariable(Cases) is not { } cases || Environment.GetEnvironmentVariable(Progress) is not { } progress)
        {
            return;
        }

        var parts = cases.Split(';');
        var overloads = OperatorSurface.WithRule.Where(o => o.Name == parts[0]).ToArray();
        foreach (var (overload, seed) in parts[1..].Select(Read))
        {
            var (shapes, _) = OperatorConformanceTests.Run(parts[0], overloads[overload].Method, seed, [ScalarType.Float32]);
            File.AppendAllText(progress, shapes is null ? "threw\n" : "gave\n");
        }

        File.AppendAllText(progress, "end\n");
    }

    private static (int Overload, int Seed) Read(string text)
    {
        var numbers = text.Split(':').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        return (numbers[0], numbers[1]);
    }

    private static IEnumerable<(int Overload, int Seed)> WrongCalls(string name)
    {
        var overloads = OperatorSurface.WithRule.Where(o => o.Name == name).ToArray();
        for (var overload = 0; overload < overloads.Length; overload++)
        {
            var random = new Random(Setting.Seed);
            var found = 0;
            for (var i = 0; i < Draws && found < CasesOfOverload; i++)
            {
                using var scope = NewDisposeScope();
                var seed = random.Next();
                var method = overloads[overload].Method;
                if (OperatorConformanceTests.Arguments(name, method, seed, ScalarType.Float32) is not { } values)
                {
                    break;
                }

                if (OperatorCatalog.Apply(OperatorConformanceTests.CallOf(name, method, values)).Throws)
                {
                    found++;
                    yield return (overload, seed);
                }
            }
        }
    }

    /// <summary>What came of the calls until the process ended, and whether it came to its end.</summary>
    private static async Task<(List<string> Answers, bool HasEnded)> Run(string name, IEnumerable<(int Overload, int Seed)> cases)
    {
        var progress = Path.GetTempFileName();
        try
        {
            var host = Environment.ProcessPath!;
            var start = new ProcessStartInfo(host) { RedirectStandardOutput = true, RedirectStandardError = true };
            if (Path.GetFileNameWithoutExtension(host) == "dotnet")
            {
                start.ArgumentList.Add(typeof(AbortingOperatorTests).Assembly.Location);
            }

            start.ArgumentList.Add("--filter-method");
            start.ArgumentList.Add($"*{nameof(AbortingOperatorTests)}.{nameof(In_a_process_of_its_own)}");
            start.Environment[Cases] = $"{name};{string.Join(";", cases.Select(c => $"{c.Overload}:{c.Seed}"))}";
            start.Environment[Progress] = progress;
            using var process = Process.Start(start)!;
            var ended = process.WaitForExitAsync(TestContext.Current.CancellationToken);
            await Task.WhenAll(ended, process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            var lines = (await File.ReadAllLinesAsync(progress)).ToList();
            var hasEnded = lines.Remove("end");
            return (lines, hasEnded);
        }
        finally
        {
            File.Delete(progress);
        }
    }
}
