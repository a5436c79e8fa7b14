using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;

namespace ShapeGen.Data;

/// <summary>
/// A file in the IDX format of MNIST: unsigned bytes in an array of any rank. Source: "The IDX file format",
/// yann.lecun.com/exdb/mnist.
/// </summary>
public sealed class IdxFile
{
    private const byte UnsignedByte = 0x08;
    private const int ReadAtOnce = 1 << 20;

    private static readonly Dictionary<byte, string> _otherTypes = new()
    {
        [0x09] = "signed bytes",
        [0x0B] = "16-bit integers",
        [0x0C] = "32-bit integers",
        [0x0D] = "32-bit floats",
        [0x0E] = "64-bit floats",
    };

    private IdxFile(int[] shape, byte[] values)
    {
        Shape = shape;
        Values = values;
    }

    /// <summary>The sizes, the number of items first.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>The values in row-major order.</summary>
    public ReadOnlyMemory<byte> Values { get; }

    /// <summary>Reads a file, which may be compressed by gzip whatever its name is.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">
    /// The file is truncated, too long, or of another format; the message names the file, the offset, and what was expected there.
    /// </exception>
    public static IdxFile Read(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> magic = stackalloc byte[2];
        var isCompressed = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false) == 2 && magic is [0x1f, 0x8b];
        file.Position = 0;
        using var stream = isCompressed ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        return Read(new Source(stream, path));
    }

    private static IdxFile Read(Source source)
    {
        var magic = source.Take(4, "the type and the number of dimensions");
        if (magic[0] != 0 || magic[1] != 0)
        {
            throw source.Error(0, $"expected two zero bytes, as in every IDX file, but found {magic[0]:x2} {magic[1]:x2}");
        }

        if (magic[2] != UnsignedByte)
        {
            var found = _otherTypes.TryGetValue(magic[2], out var type) ? type : $"an unknown type {magic[2]:x2}";
            throw source.Error(2, $"expected unsigned bytes ({UnsignedByte:x2}), but the file holds {found}");
        }

        var rank = magic[3];
        if (rank is 0 or > 8)
        {
            throw source.Error(3, $"expected 1 to 8 dimensions, but found {rank}");
        }

        var shape = new int[rank];
        var count = 1L;
        for (var i = 0; i < rank; i++)
        {
            var offset = source.Offset;
            shape[i] = BinaryPrimitives.ReadInt32BigEndian(source.Take(4, $"the size of dimension {i}"));
            if (shape[i] < 0 || (count *= shape[i]) > Array.MaxLength)
            {
                throw source.Error(
                    offset,
                    $"expected sizes of at most {Array.MaxLength} values in all, but dimension {i} is {(uint)shape[i]}"
                );
            }
        }

        var values = source.Take((int)count, $"{string.Join("×", shape)} values");
        return source.IsAtEnd()
            ? new(shape, values)
            : throw source.Error(source.Offset, $"expected the end behind {string.Join("×", shape)} values, but more follows");
    }

    /// <summary>Reads on, and knows where it is.</summary>
    private sealed class Source(Stream stream, string path)
    {
        public long Offset { get; private set; }

        public byte[] Take(int count, string what)
        {
            // Bit by bit, so that a header that lies does not make us ask for memory that the file cannot fill.
            var taken = new MemoryStream(Math.Min(count, ReadAtOnce));
            var buffer = new byte[Math.Min(count, ReadAtOnce)];
            while (taken.Length < count)
            {
                var read = Read(buffer, (int)Math.Min(buffer.Length, count - taken.Length), Offset + taken.Length);
                if (read == 0)
                {
                    throw Error(
                        Offset + taken.Length,
                        $"expected {what}, {count} bytes from offset {Offset} on, but the file ends after {taken.Length}"
                    );
                }

                taken.Write(buffer, 0, read);
            }

            Offset += count;
            return taken.ToArray();
        }

        public bool IsAtEnd() => Read(new byte[1], 1, Offset) == 0;

        private int Read(byte[] buffer, int count, long offset)
        {
            try
            {
                return stream.Read(buffer, 0, count);
            }
            catch (InvalidDataException failure)
            {
                throw Error(offset, $"the gzip data is damaged: {failure.Message.TrimEnd('.')}");
            }
        }

        public InvalidDataException Error(long offset, string problem) => new($"{path}: at offset {offset}: {problem}.");
    }
}
