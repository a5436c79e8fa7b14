using System.Text.RegularExpressions;
using Testing;

namespace Analyzers.Tests;

/// <summary>What a user sees: the sample with the mistakes is built by the real compiler, and its output is read.</summary>
public sealed partial class MnistWrongTests(ITestOutputHelper output)
{
    private const string ValidGives = "is what Valid padding of the convolutions gives, and this network pads Same";

    private static readonly string[] _expected =
    [
        $"Wrong.cs(11,18): error SHG0013: Linear declares 1024 input features, but Flatten gives it 3136 (64×7×7); 1024 (64×4×4) {ValidGives}",
        $"Wrong.cs(18,14): error SHG0016: Reshape(-1, 1024) does not keep the batch: one sample has 3136 values (64×7×7), so a batch of 128 would become 392 rows; 1024 (64×4×4) {ValidGives}",
        "Wrong.cs(25,18): error SHG0013: Linear declares 3136 input features, but Flatten gives it 1024 (64×4×4); 3136 (64×7×7) is what Same padding of the convolutions gives, and this network pads Valid",
        "Wrong.cs(30,9): error SHG0014: Conv2d declares 32 input channels, but the input has 1",
        "Wrong.cs(38,77): error SHG0012: The 2×2 window of MaxPool2d does not fit: MaxPool2d gives it 1×1; with Same padding of the pooling layers it would fit",
    ];

    [Fact]
    public async Task Each_mistake_is_one_error_of_the_build()
    {
        var log = await Build();
        var errors = Errors()
            .Matches(log)
            .Select(m => $"{Path.GetFileName(m.Groups["file"].Value)}{m.Groups["rest"].Value}")
            .Distinct()
            .ToArray();
        foreach (var error in errors)
        {
            output.WriteLine(error);
        }

        Assert.Equal(_expected, errors.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(": warning ", log, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<string> Build()
    {
        // All that the sample refers to has been built for these tests.
        var (exitCode, log) = await DotNet.Run(
            Repository.Root,
            TestContext.Current.CancellationToken,
            ["build", Repository.PathOf("samples", "MnistWrong"), "-c", DotNet.Configuration, "-p:BuildProjectReferences=false"]
        );
        Assert.NotEqual(0, exitCode);
        return log;
    }

    [GeneratedRegex(
        @"^\s*(?<file>[^\r\n(]+)(?<rest>\(\d+,\d+\): error [^\r\n]+?)(?: \(https?://[^\r\n]*)?(?: \[[^\r\n]*\])?\r?$",
        RegexOptions.Multiline
    )]
    private static partial Regex Errors();
}
