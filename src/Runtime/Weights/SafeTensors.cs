using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using static TorchSharp.torch;

namespace ShapeGen.Weights;

/// <summary>
/// The safetensors format: the length of a JSON header in 8 bytes, the header with type, shape and place of each tensor, and the
/// values. Source: github.com/huggingface/safetensors.
/// </summary>
internal static class SafeTensors
{
    private const long LargestHeader = 100_000_000;
    private const string Metadata = "__metadata__";

    private static readonly Dictionary<string, ScalarType> _types = new(StringComparer.Ordinal)
    {
        ["F64"] = ScalarType.Float64,
        ["F32"] = ScalarType.Float32,
        ["F16"] = ScalarType.Float16,
        ["BF16"] = ScalarType.BFloat16,
        ["I64"] = ScalarType.Int64,
        ["I32"] = ScalarType.Int32,
        ["I16"] = ScalarType.Int16,
        ["I8"] = ScalarType.Int8,
        ["U8"] = ScalarType.Byte,
        ["BOOL"] = ScalarType.Bool,
    };

    public static void Write(Stream stream, IReadOnlyList<KeyValuePair<string, Tensor>> tensors)
    {
        var header = new MemoryStream();
        using (var json = new Utf8JsonWriter(header))
        {
            var offset = 0L;
            json.WriteStartObject();
            foreach (var (name, tensor) in tensors)
            {
                var end = offset + tensor.numel() * tensor.element_size();
                json.WriteStartObject(name);
                json.WriteString("dtype", _types.First(t => t.Value == tensor.dtype).Key);
                WriteNumbers(json, "shape", tensor.shape);
                WriteNumbers(json, "data_offsets", [offset, end]);
                json.WriteEndObject();
                offset = end;
            }

            json.WriteEndObject();
        }

        // The format pads the header with spaces, so that the values are aligned.
        while (header.Length % 8 != 0)
        {
            header.WriteByte((byte)' ');
        }

        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        stream.Write(length);
        header.WriteTo(stream);
        foreach (var (_, tensor) in tensors)
        {
            using var scope = NewDisposeScope();
            var values = tensor.detach().cpu().contiguous();
            stream.Write(values.bytes);
        }
    }

    /// <summary>The tensors of a file, on the CPU. The caller disposes them.</summary>
    /// <exception cref="InvalidDataException">The file is not in the format; the message names what is wrong with it.</exception>
    public static Dictionary<string, Tensor> Read(Stream stream, string path)
    {
        InvalidDataException Error(string problem) => new($"{path}: {problem}.");

        Span<byte> prefix = stackalloc byte[8];
        if (stream.ReadAtLeast(prefix, 8, throwOnEndOfStream: false) < 8)
        {
            throw Error("expected the length of the header in 8 bytes, but the file is shorter");
        }

        var length = BinaryPrimitives.ReadInt64LittleEndian(prefix);
        if (length < 2 || length > LargestHeader || length > stream.Length - 8)
        {
            throw Error($"expected a header within the file, but its length is given as {length}; this is not a safetensors file");
        }

        var header = new byte[length];
        stream.ReadExactly(header);
        var tensors = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        try
        {
            using var json = JsonDocument.Parse(header);
            foreach (var entry in json.RootElement.EnumerateObject().Where(e => e.Name != Metadata))
            {
                if (tensors.ContainsKey(entry.Name))
                {
                    throw Error($"'{entry.Name}' is there twice");
                }

                tensors.Add(entry.Name, ReadTensor(stream, 8 + length, entry, Error));
            }
        }
        catch (Exception failure)
            when (failure is JsonException or InvalidOperationException or FormatException or KeyNotFoundException or ArgumentException)
        {
            Dispose(tensors.Values);
            throw Error($"the header is damaged: {failure.Message.TrimEnd('.')}");
        }
        catch
        {
            Dispose(tensors.Values);
            throw;
        }

        return tensors;
    }

    public static void Dispose(IEnumerable<Tensor> tensors)
    {
        foreach (var tensor in tensors)
        {
            tensor.Dispose();
        }
    }

    private static Tensor ReadTensor(Stream stream, long start, JsonProperty entry, Func<string, Exception> error)
    {
        var name = entry.Value.GetProperty("dtype").GetString()!;
        if (!_types.TryGetValue(name, out var type))
        {
            throw error($"'{entry.Name}' is of type {name}, which is none of {string.Join(", ", _types.Keys)}");
        }

        var shape = entry.Value.GetProperty("shape").EnumerateArray().Select(s => s.GetInt64()).ToArray();
        var offsets = entry.Value.GetProperty("data_offsets").EnumerateArray().Select(o => o.GetInt64()).ToArray();
        if (shape.Any(s => s < 0) || offsets is not [>= 0, _] || offsets[1] < offsets[0] || offsets[1] > stream.Length - start)
        {
            throw error(
                $"'{entry.Name}' has the shape ({string.Join(", ", shape)}) at {string.Join(" to ", offsets)}, which is not within the file"
            );
        }

        // Against the bytes that are there, before anything of the size that is claimed is allocated.
        var bytes = shape.Aggregate((Int128)ElementSize(type), (size, s) => size > long.MaxValue ? size : size * s);
        if (bytes != offsets[1] - offsets[0])
        {
            throw error($"'{entry.Name}' of the shape ({string.Join(", ", shape)}) needs {bytes} bytes, but has {offsets[1] - offsets[0]}");
        }

        var tensor = empty(shape, type);
        stream.Position = start + offsets[0];
        stream.ReadExactly(tensor.bytes);
        return tensor;
    }

    private static long ElementSize(ScalarType type)
    {
        using var one = empty([1], type);
        return one.element_size();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IEnumerable<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }
}
