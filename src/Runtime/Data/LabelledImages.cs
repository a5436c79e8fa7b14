using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using static TorchSharp.torch;

namespace ShapeGen.Data;

/// <summary>Images, or samples of any other shape, with the number of the class that each one is of.</summary>
public sealed class LabelledImages : IDisposable
{
    /// <summary>Takes images and their classes, and owns them from now on.</summary>
    /// <param name="images">The samples, (N, …): images (N, channels, height, width), signals (N, channels, length), rows (N, features).</param>
    /// <param name="labels">The class of each image, (N), 64-bit integers.</param>
    /// <exception cref="ArgumentException">The shapes or types are others.</exception>
    public LabelledImages(Tensor images, Tensor labels)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(labels);
        if (images.dim() < 2 || labels.dim() != 1 || labels.dtype != ScalarType.Int64 || images.shape[0] != labels.shape[0])
        {
            var came = $"samples ({string.Join(", ", images.shape)}) and labels ({string.Join(", ", labels.shape)}) of {labels.dtype}";
            throw new ArgumentException($"Expected samples (N, …) and labels (N) of Int64, but got {came}.");
        }

        Images = images;
        Labels = labels;
    }

    /// <summary>The samples, (N, …); those of MNIST are (N, 1, 28, 28), from 0 (black) to 1 (white).</summary>
    public Tensor Images { get; }

    /// <summary>The classes, (N), 64-bit integers.</summary>
    public Tensor Labels { get; }

    /// <summary>The number of images.</summary>
    public long Count => Images.shape[0];

    /// <summary>Reads a set of MNIST, or of any data in its format: <c>train</c> or <c>t10k</c>, compressed or not.</summary>
    /// <param name="folder">The folder with the files <c>train-images-idx3-ubyte</c>, <c>train-labels-idx1-ubyte</c> and so on.</param>
    /// <param name="set">The start of the names of the files.</param>
    /// <exception cref="FileNotFoundException">A file is missing; the message names it.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, or the two do not belong together.</exception>
    public static LabelledImages ReadMnist(string folder, string set)
    {
        var (imagesPath, labelsPath) = (Find(folder, $"{set}-images-idx3-ubyte"), Find(folder, $"{set}-labels-idx1-ubyte"));
        var (images, labels) = (IdxFile.Read(imagesPath), IdxFile.Read(labelsPath));
        if (images.Shape is not [var count, var height, var width])
        {
            throw new InvalidDataException($"{imagesPath}: expected images, an array of 3 dimensions, but found {images.Shape.Count}.");
        }

        if (labels.Shape is not [var labelCount])
        {
            throw new InvalidDataException($"{labelsPath}: expected labels, an array of 1 dimension, but found {labels.Shape.Count}.");
        }

        if (labelCount != count)
        {
            throw new InvalidDataException(
                $"{labelsPath}: expected {count} labels, one for each image of {imagesPath}, but found {labelCount}."
            );
        }

        using var scope = NewDisposeScope();
        var pixels = tensor(images.Values.ToArray(), [count, 1, height, width], dtype: ScalarType.Byte);
        var classes = tensor(labels.Values.ToArray(), [count], dtype: ScalarType.Byte);
        return new(
            (pixels.to(ScalarType.Float32) / 255.0f).MoveToOuterDisposeScope(),
            classes.to(ScalarType.Int64).MoveToOuterDisposeScope()
        );
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Images.Dispose();
        Labels.Dispose();
    }

    private static string Find(string folder, string name)
    {
        IEnumerable<string> candidates = [Path.Combine(folder, $"{name}.gz"), Path.Combine(folder, name)];
        return candidates.FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException($"Neither {name}.gz nor {name} is in {Path.GetFullPath(folder)}.");
    }
}
