using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ShapeGen.Weights;
using static TorchSharp.torch;

namespace ShapeGen;

/// <summary>Saves and loads the weights of a module, its buffers included, in the safetensors format.</summary>
public static class ModuleWeights
{
    // The file of another module differs in everything.
    private const int MostDifferences = 5;

    /// <summary>Writes the weights. A file of that name is replaced only when the new one is complete.</summary>
    /// <param name="module">The module.</param>
    /// <param name="path">The file.</param>
    public static void SaveWeights(this nn.Module module, string path)
    {
        ArgumentNullException.ThrowIfNull(module);
        var draft = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            using (var stream = File.Create(draft))
            {
                SafeTensors.Write(stream, module.state_dict().OrderBy(t => t.Key, StringComparer.Ordinal).ToArray());
            }

            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>Reads weights into a module. Names and shapes are compared first: the module is changed as a whole, or not at all.</summary>
    /// <param name="module">The module.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or holds the weights of another module; the message names what differs.</exception>
    public static void LoadWeights(this nn.Module module, string path)
    {
        ArgumentNullException.ThrowIfNull(module);
        using var stream = File.OpenRead(path);
        var loaded = SafeTensors.Read(stream, path);
        try
        {
            var own = module.state_dict();
            if (Differences(own, loaded).ToArray() is { Length: > 0 } differences)
            {
                var shown = string.Join("; ", differences.Take(MostDifferences));
                var more = differences.Length > MostDifferences ? $"; and {differences.Length - MostDifferences} more" : "";
                throw new InvalidDataException($"{path} does not fit {module.GetName()}: {shown}{more}.");
            }

            using var _ = no_grad();
            foreach (var (name, tensor) in own)
            {
                tensor.copy_(loaded[name]);
            }
        }
        finally
        {
            SafeTensors.Dispose(loaded.Values);
        }
    }

    private static IEnumerable<string> Differences(Dictionary<string, Tensor> own, Dictionary<string, Tensor> loaded)
    {
        foreach (var (name, tensor) in own)
        {
            if (!loaded.TryGetValue(name, out var other))
            {
                yield return $"'{name}' is missing";
            }
            else if (!tensor.shape.SequenceEqual(other.shape))
            {
                yield return $"'{name}' is ({string.Join(", ", other.shape)}) in the file and ({string.Join(", ", tensor.shape)}) in the module";
            }
        }

        foreach (var name in loaded.Keys.Except(own.Keys))
        {
            yield return $"'{name}' is not in the module";
        }
    }
}
