using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using ShapeGen;
using Testing;
using static TorchSharp.torch;

namespace Generator.Tests;

/// <summary>Generated networks, compiled and loaded.</summary>
internal sealed class LoadedNetworks
{
    private readonly System.Reflection.Assembly _assembly;

    public LoadedNetworks(string source)
    {
        TorchBackend.Require();
        var run = GeneratorRun.Of(Sources.Usings + source);
        var image = new MemoryStream();
        var result = run.Output.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        image.Position = 0;
        _assembly = new AssemblyLoadContext(null).LoadFromStream(image);
    }

    public nn.Module<Tensor, Tensor> Create(string name) => (nn.Module<Tensor, Tensor>)CreateModule(name);

    public nn.Module CreateModule(string name) => (nn.Module)Activator.CreateInstance(_assembly.GetType(name)!, [null, null])!;
}
