using System.Buffers.Binary;
using System.Text;
using Mnist;
using ShapeGen;
using TorchSharp;
using static TorchSharp.torch;

namespace Runtime.Tests;

/// <summary>Weights go to a file and come back; what does not fit is refused as a whole.</summary>
public sealed class ModuleWeightsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Weights_come_back_as_they_were()
    {
        var path = _folder.PathOf("net.safetensors");
        using var net = new ConvNet();
        using var other = new ConvNet();
        net.SaveWeights(path);
        other.LoadWeights(path);
        Assert.All(net.state_dict(), t => Assert.True(t.Value.allclose(other.state_dict()[t.Key], 0, 0)));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void Buffers_and_other_types_come_back_too()
    {
        var path = _folder.PathOf("net.safetensors");
        using var net = nn.Sequential(("a", nn.BatchNorm1d(3)), ("b", nn.Linear(3, 2, dtype: ScalarType.Float64)));
        using var other = nn.Sequential(("a", nn.BatchNorm1d(3)), ("b", nn.Linear(3, 2, dtype: ScalarType.Float64)));
        using (var x = randn(5, 3))
        {
            ((TorchSharp.Modules.BatchNorm1d)net[0]).call(x).Dispose();
        }

        net.SaveWeights(path);
        other.LoadWeights(path);
        Assert.All(net.state_dict(), t => Assert.True(t.Value.allclose(other.state_dict()[t.Key], 0, 0), t.Key));
    }

    [Fact]
    public void The_file_is_one_that_others_read()
    {
        var path = _folder.PathOf("net.safetensors");
        using var net = nn.Linear(2, 1);
        net.SaveWeights(path);
        var bytes = File.ReadAllBytes(path);
        var length = (int)BinaryPrimitives.ReadInt64LittleEndian(bytes);
        Assert.Equal(0, length % 8);
        Assert.Equal(
            """{"bias":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"weight":{"dtype":"F32","shape":[1,2],"data_offsets":[4,12]}}""",
            Encoding.UTF8.GetString(bytes, 8, length).TrimEnd()
        );
        Assert.Equal(net.bias!.item<float>(), BitConverter.ToSingle(bytes, 8 + length));
        Assert.Equal(8 + length + 12, bytes.Length);
    }

    [Fact]
    public void Weights_of_another_network_are_refused_as_a_whole()
    {
        var path = _folder.PathOf("net.safetensors");
        using var saved = nn.Sequential(("a", nn.Linear(3, 2)), ("b", nn.Linear(1, 2)), ("old", nn.Linear(1, 1, false)));
        using var net = nn.Sequential(("a", nn.Linear(3, 2)), ("b", nn.Linear(2, 2)), ("c", nn.Linear(1, 1, false)));
        saved.SaveWeights(path);
        var before = net.state_dict().Values.Select(t => t.sum().ToDouble()).ToArray();
        var message = Assert.Throws<InvalidDataException>(() => net.LoadWeights(path)).Message;
        Assert.Contains(
            "'b.weight' is (2, 1) in the file and (2, 2) in the module; 'c.weight' is missing; 'old.weight' is not in the module.",
            message,
            StringComparison.Ordinal
        );
        Assert.Equal(before, net.state_dict().Values.Select(t => t.sum().ToDouble()));
    }

    [Theory]
    [InlineData("", "expected the length of the header in 8 bytes, but the file is shorter")]
    [InlineData("PK\u0003\u0004 a zip file, not ours", "this is not a safetensors file")]
    [InlineData("HEADER{]", "the header is damaged")]
    [InlineData("HEADER[1]", "the header is damaged")]
    [InlineData(
        """HEADER{"weight":{"dtype":"F8","shape":[1],"data_offsets":[0,1]}}""",
        "'weight' is of type F8, which is none of F64, F32"
    )]
    [InlineData(
        """HEADER{"weight":{"dtype":"F32","shape":[1],"data_offsets":[0,400]}}""",
        "'weight' has the shape (1) at 0 to 400, which is not within the file"
    )]
    [InlineData("""HEADER{"weight":{"dtype":"F32","shape":[9000000000,9000000000,9000000000],"data_offsets":[0,0]}}""", "but has 0")]
    [InlineData("""HEADER{"weight":{"dtype":"F32","shape":[-1],"data_offsets":[0,0]}}""", "'weight' has the shape (-1)")]
    [InlineData("""HEADER{"weight":{"dtype":"F32"}}""", "the header is damaged")]
    public void A_damaged_file_is_named(string contents, string problem)
    {
        var header = contents.Replace("HEADER", "", StringComparison.Ordinal);
        var bytes = Encoding.UTF8.GetBytes(header);
        if (header != contents)
        {
            var length = new byte[8];
            BinaryPrimitives.WriteInt64LittleEndian(length, bytes.Length);
            bytes = [.. length, .. bytes];
        }

        var path = _folder.Write("net.safetensors", bytes);
        using var net = nn.Linear(2, 1);
        var message = Assert.Throws<InvalidDataException>(() => net.LoadWeights(path)).Message;
        Assert.StartsWith(path, message, StringComparison.Ordinal);
        Assert.Contains(problem, message, StringComparison.Ordinal);
    }
}
