using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using ShapeGen;
using Testing;
using static TorchSharp.torch;

namespace Generator.Tests.Zoo;

/// <summary>
/// The networks of samples/Zoo, generated, with a trace: each layer of the generated code, blocks included, tells the tensor that it gives
/// and the shape that was worked out for it.
/// </summary>
internal sealed partial class ZooNetworks
{
    private const string Trace = """
        public static class Trace
        {
            public static System.Action<string, string, TorchSharp.torch.Tensor>? Seen;

            public static void See(string layer, string shape, TorchSharp.torch.Tensor tensor) => Seen?.Invoke(layer, shape, tensor);
        }
        """;

    private readonly Assembly _assembly;
    private readonly FieldInfo _seen;

    /// <param name="edit">What to change in the source of the samples before it is generated.</param>
    public ZooNetworks(Func<string, string>? edit = null)
    {
        TorchBackend.Require();
        var run = GeneratorRun.Of([.. Sources.Select(s => edit is null ? s : edit(s))]);
        var generated = run.Result.GeneratedSources.Select(s => Traced(s.SourceText.ToString()));
        var compilation = TestCompilation.Create([.. run.Input.SyntaxTrees.Select(t => t.ToString()), .. generated, Trace]);
        var image = new MemoryStream();
        var result = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        image.Position = 0;
        _assembly = new AssemblyLoadContext(null).LoadFromStream(image);
        _seen = _assembly.GetType("Trace")!.GetField("Seen")!;
    }

    /// <summary>The files with networks.</summary>
    public static IReadOnlyList<string> Sources { get; } =
    [
        .. Directory
            .GetFiles(Repository.PathOf("samples", "Zoo"), "*.cs")
            .Order(StringComparer.Ordinal)
            .Where(f => Path.GetFileName(f) != "Program.cs")
            .Select(File.ReadAllText),
    ];

    /// <summary>The names of the networks.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Sources.SelectMany(s => Class().Matches(s).Select(m => m.Groups[1].Value))];

    public nn.Module Create(string name) => (nn.Module)Activator.CreateInstance(_assembly.GetType($"Zoo.{name}")!, [null, null])!;

    public object? Constant(string name, string constant) => _assembly.GetType($"Zoo.{name}")!.GetField(constant)!.GetRawConstantValue();

    /// <summary>Runs a network, and calls back for each layer that gives a tensor.</summary>
    public Tensor[] Call(nn.Module net, Tensor[] inputs, Action<string, string, Tensor> seen)
    {
        _seen.SetValue(null, seen);
        var result = net.GetType().GetMethod("call", [.. inputs.Select(_ => typeof(Tensor))])!.Invoke(net, [.. inputs])!;
        _seen.SetValue(null, null);
        return result is System.Runtime.CompilerServices.ITuple tuple
            ? [.. Enumerable.Range(0, tuple.Length).Select(i => (Tensor)tuple[i]!)]
            : [(Tensor)result];
    }

    /// <summary>Behind the last line of each layer a call with its comment, which says the shape, and the tensor that flows on.</summary>
    private static string Traced(string generated)
    {
        var lines = generated.Split('\n').ToList();
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            if (Operation().Match(lines[i]) is { Success: true } line && !IsFollowedBySame(lines, i, line.Groups["layer"].Value))
            {
                var variable = Flow().Match(line.Groups["code"].Value);
                Assert.True(variable.Success, lines[i]);
                lines.Insert(i + 1, $"global::Trace.See(\"{line.Groups["layer"]}\", \"{line.Groups["shape"]}\", {variable.Groups[1]});");
            }
        }

        return string.Join('\n', lines);
    }

    private static bool IsFollowedBySame(List<string> lines, int index, string layer) =>
        lines.Skip(index + 1).FirstOrDefault(l => !l.TrimEnd().EndsWith(".Dispose();", StringComparison.Ordinal)) is { } next
        && Operation().Match(next) is { Success: true } match
        && match.Groups["layer"].Value == layer;

    [GeneratedRegex(@"^\s+(?<code>(var |x\d+\.).*;)\s*// (?<layer>\S+) (?<shape>\(.*\))\s*$")]
    private static partial Regex Operation();

    // var x1 = …; var (x1, x1Hidden) = …; x1.relu_();
    [GeneratedRegex(@"^(?:var )?\(?(?:\w+, )*(x\d+)\b")]
    private static partial Regex Flow();

    [GeneratedRegex(@"\[Network(?:(?! class ).)*? class (\w+)", RegexOptions.Singleline)]
    private static partial Regex Class();
}
