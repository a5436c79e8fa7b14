using System.IO.Compression;
using ShapeGen.Data;

namespace Runtime.Tests;

/// <summary>IDX files, and what is said about files that are none.</summary>
public sealed class IdxFileTests : IDisposable
{
    // Two items of 2×3 bytes.
    private static readonly byte[] _good =
    [
        0,
        0,
        8,
        3,
        0,
        0,
        0,
        2,
        0,
        0,
        0,
        2,
        0,
        0,
        0,
        3,
        .. Enumerable.Range(1, 12).Select(i => (byte)i),
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_is_read_compressed_or_not(bool compressed)
    {
        var file = IdxFile.Read(_folder.Write("items", compressed ? Compress(_good) : _good));
        Assert.Equal([2, 2, 3], file.Shape);
        Assert.Equal(Enumerable.Range(1, 12).Select(i => (byte)i), file.Values.ToArray());
    }

    [Theory]
    [InlineData(
        new byte[] { },
        "at offset 0: expected the type and the number of dimensions, 4 bytes from offset 0 on, but the file ends after 0."
    )]
    [InlineData(
        new byte[] { 0, 0, 8 },
        "at offset 3: expected the type and the number of dimensions, 4 bytes from offset 0 on, but the file ends after 3."
    )]
    [InlineData(new byte[] { 137, 80, 78, 71 }, "at offset 0: expected two zero bytes, as in every IDX file, but found 89 50.")]
    [InlineData(new byte[] { 0, 0, 13, 1 }, "at offset 2: expected unsigned bytes (08), but the file holds 32-bit floats.")]
    [InlineData(new byte[] { 0, 0, 99, 1 }, "at offset 2: expected unsigned bytes (08), but the file holds an unknown type 63.")]
    [InlineData(new byte[] { 0, 0, 8, 0 }, "at offset 3: expected 1 to 8 dimensions, but found 0.")]
    [InlineData(
        new byte[] { 0, 0, 8, 1, 0, 0 },
        "at offset 6: expected the size of dimension 0, 4 bytes from offset 4 on, but the file ends after 2."
    )]
    [InlineData(
        new byte[] { 0, 0, 8, 1, 255, 255, 255, 255 },
        "at offset 4: expected sizes of at most 2147483591 values in all, but dimension 0 is 4294967295."
    )]
    [InlineData(
        new byte[] { 0, 0, 8, 2, 127, 0, 0, 0, 127, 0, 0, 0 },
        "at offset 8: expected sizes of at most 2147483591 values in all, but dimension 1 is 2130706432."
    )]
    [InlineData(
        new byte[] { 0, 0, 8, 1, 0, 0, 0, 3, 1, 2 },
        "at offset 10: expected 3 values, 3 bytes from offset 8 on, but the file ends after 2."
    )]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 1, 1, 2 }, "at offset 9: expected the end behind 1 values, but more follows.")]
    public void What_is_wrong_is_named_with_its_place(byte[] contents, string problem)
    {
        var path = _folder.Write("items", contents);
        Assert.Equal($"{path}: {problem}", Assert.Throws<InvalidDataException>(() => IdxFile.Read(path)).Message);
    }

    [Fact]
    public void No_beginning_of_a_file_is_taken_for_the_whole()
    {
        for (var length = 0; length < _good.Length; length++)
        {
            var path = _folder.Write("items", _good[..length]);
            Assert.StartsWith(path, Assert.Throws<InvalidDataException>(() => IdxFile.Read(path)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Of_a_compressed_file_only_what_is_behind_the_values_may_be_missing()
    {
        var whole = Compress(_good);
        for (var length = 0; length < whole.Length; length++)
        {
            var path = _folder.Write("items", whole[..length]);
            var failure = Record.Exception(() => Assert.Equal(_good[16..], IdxFile.Read(path).Values.ToArray()));
            Assert.True(
                failure is InvalidDataException || (failure is null && length >= whole.Length - 12),
                $"{length} of {whole.Length}: {failure}"
            );
        }
    }

    [Fact]
    public void Damaged_gzip_is_named()
    {
        var data = Compress(_good);
        data[12] ^= 0xff;
        var path = _folder.Write("items.gz", data);
        Assert.StartsWith(path, Assert.Throws<InvalidDataException>(() => IdxFile.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_that_lies_costs_no_memory()
    {
        var path = _folder.Write("items", [0, 0, 8, 1, 0x7f, 0xff, 0, 0, 1]);
        var before = GC.GetTotalAllocatedBytes();
        Assert.Throws<InvalidDataException>(() => IdxFile.Read(path));
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 16 << 20);
    }

    [Fact]
    public void Images_and_labels_must_belong_together()
    {
        _folder.Write("train-images-idx3-ubyte", _good);
        var labels = _folder.Write("train-labels-idx1-ubyte", [0, 0, 8, 1, 0, 0, 0, 3, 1, 2, 3]);
        var message = Assert.Throws<InvalidDataException>(() => LabelledImages.ReadMnist(_folder.PathOf(""), "train")).Message;
        Assert.StartsWith($"{labels}: expected 2 labels, one for each image of ", message, StringComparison.Ordinal);
        Assert.StartsWith(
            "Neither t10k-images-idx3-ubyte.gz nor t10k-images-idx3-ubyte is in ",
            Assert.Throws<FileNotFoundException>(() => LabelledImages.ReadMnist(_folder.PathOf(""), "t10k")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_digits_of_the_sample_are_there()
    {
        using var train = LabelledImages.ReadMnist(Path.Combine(AppContext.BaseDirectory, "data"), "train");
        using var test = LabelledImages.ReadMnist(Path.Combine(AppContext.BaseDirectory, "data"), "t10k");
        Assert.Equal((10_000, 2_000), (train.Count, test.Count));
        Assert.Equal([10_000, 1, 28, 28], train.Images.shape);
        Assert.Equal((0, 1), (train.Images.min().item<float>(), train.Images.max().item<float>()));
        Assert.Equal([5, 0, 4, 1, 9], train.Labels.data<long>().Take(5));
    }

    private static byte[] Compress(byte[] data)
    {
        var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Optimal))
        {
            gzip.Write(data);
        }

        return memory.ToArray();
    }
}
