using ShapeGen.Layers;
using ShapeGen.Roslyn.Reading;
using Testing;

namespace Roslyn.Tests;

/// <summary>Attributes become a spec: arguments under the names of the layer's parameters, in the order of the source text.</summary>
public sealed class ReaderTests
{
    [Fact]
    public void Layers_are_in_the_order_of_the_source()
    {
        var spec = Read("[ReLU][Network][Linear(3), Tanh][Input(4), Sigmoid]").Forward!;
        Assert.Equal(["ReLU", "Linear", "Tanh", "Sigmoid"], spec.Layers.Select(l => l.Kind));
    }

    [Theory]
    [InlineData("Conv2d(4, 3)", "OutChannels = 4, KernelSize = 3")]
    [InlineData("Conv2d(1, 4, 3)", "InChannels = 1, OutChannels = 4, KernelSize = 3")]
    [InlineData("Conv2d(kernelSize: 3, outChannels: 4)", "OutChannels = 4, KernelSize = 3")]
    [InlineData(
        "Conv2d(4, new[] { 1, 7 }, Strides = [2, 1], Padding = Same, Bias = false)",
        "OutChannels = 4, KernelSize = [1, 7], Stride = [2, 1], Padding = -1, Bias = false"
    )]
    [InlineData("Reshape(-1, 2 * 2)", "Shape = [-1, 4]")]
    [InlineData("Reshape", "Shape = []")]
    [InlineData("Unflatten(1, 2, 2)", "Dim = 1, Sizes = [2, 2]")]
    [InlineData("Dropout", "P = 0.5")]
    [InlineData("Dropout(1)", "P = 1")]
    [InlineData("ELU(Alpha = 2, Name = \"e\")", "Alpha = 2")]
    [InlineData("LinearAttribute(Size)", "OutFeatures = 12")]
    [InlineData("ShapeGen.Linear((int)(Size * 1.5))", "OutFeatures = 18")]
    public void Arguments_have_the_names_of_the_parameters(string layer, string arguments)
    {
        var read = Assert.Single(Read($"[Network, Input(4), {layer}]").Forward!.Layers);
        Assert.True(read.IsComplete);
        Assert.Equal(arguments, read.Arguments.ToString());
    }

    [Theory]
    [InlineData("Linear(\"x\")")]
    [InlineData("Linear(missing)")]
    [InlineData("Linear()")]
    [InlineData("Conv2d(3, null!)")]
    [InlineData("Nonsense(3)")]
    public void What_the_compiler_refuses_is_not_complete(string layer) =>
        Assert.False(
            Read($"[Network, Input(4), {layer}]").Forward!.Layers.Single() is { IsComplete: true } l
                && LayerCatalog.Find(l.Kind) is not null
        );

    [Fact]
    public void A_name_is_read_apart_from_the_arguments()
    {
        var layer = Read("[Network, Input(4), Linear(2, Name = \"head\")]").Forward!.Layers.Single();
        Assert.Equal(("head", "OutFeatures = 2"), (layer.Name, layer.Arguments.ToString()));
    }

    [Fact]
    public void Layers_are_numbered_by_their_stem()
    {
        var model = NetworkCheck
            .Of(
                Read(
                    "[Network, Input(1, 9), Conv1d(2, 3), ReLU6, MaxPool1d(2), AvgPool1d(2, Stride = 1), ReLU, Flatten, Linear(2), ReLU6, Linear(2)]"
                )
            )
            .Forward!;
        Assert.Equal(
            ["conv1", "relu6_1", "maxpool1", "avgpool1", "relu1", "flatten1", "linear1", "relu6_2", "linear2"],
            model.Layers.Select(l => l.Name)
        );
    }

    [Fact]
    public void After_something_unknown_the_shapes_are_unknown_and_nothing_is_wrong()
    {
        var check = NetworkCheck.Of(Read("[Network, Input(1, 28, 28), Nonsense, Conv2d(99, 4, 50), Flatten, Linear(7, 2), Linear(2, 3)]"));
        Assert.Empty(check.Problems);
        Assert.False(check.IsSound);
        Assert.Equal("(…, 3)", check.Forward!.Outputs.Single().ToString());
    }

    private static NetworkDeclaration Read(string attributes)
    {
        var compilation = TestCompilation.Create($"{Sources.Usings}{attributes} public partial class Net {{ const int Size = 12; }}");
        var type = compilation.GetTypeByMetadataName("Net")!;
        return NetworkReader.Read(type, compilation, TestContext.Current.CancellationToken).Declaration;
    }
}
