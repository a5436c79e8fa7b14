// Cuts the first samples of an MNIST folder into a smaller one:
//     dotnet run eng/CutMnist.cs -- FROM samples/Mnist/data
// It made the files in samples/Mnist/data: 10,000 training and 2,000 test digits, in their original order.
#:property PublishAot=false
using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;

if (args.Length != 2)
{
    Console.Error.WriteLine("usage: dotnet run eng/CutMnist.cs -- FROM TO");
    return 2;
}

foreach (var (set, count) in new[] { ("train", 10_000), ("t10k", 2_000) })
{
    Cut($"{set}-images-idx3-ubyte.gz", headerLength: 16, itemLength: 28 * 28, count);
    Cut($"{set}-labels-idx1-ubyte.gz", headerLength: 8, itemLength: 1, count);
}

return 0;

void Cut(string name, int headerLength, int itemLength, int count)
{
    using var source = new GZipStream(File.OpenRead(Path.Combine(args[0], name)), CompressionMode.Decompress);
    var data = new byte[headerLength + itemLength * count];
    source.ReadExactly(data);

    // Behind the type stands the number of items, big-endian.
    BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(4), count);
    using var target = new GZipStream(File.Create(Path.Combine(args[1], name)), CompressionLevel.SmallestSize);
    target.Write(data);
    Console.WriteLine($"{name}: {count} items");
}
