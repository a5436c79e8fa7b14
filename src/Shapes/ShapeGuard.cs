using System;
using System.ComponentModel;
using System.Linq;

namespace ShapeGen;

/// <summary>What generated code calls at run time.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ShapeGuard
{
    /// <summary>The exception for an input that does not have the shape that a network takes.</summary>
    /// <param name="network">The name of the network.</param>
    /// <param name="sample">The sizes of one sample that the network takes.</param>
    /// <param name="actual">The sizes of the tensor that came, the batch first.</param>
    /// <returns>An exception that names both shapes, and the cause where it is a common one.</returns>
    public static ArgumentException WrongInput(string network, long[] sample, long[] actual)
    {
        var expected = $"(N, {string.Join(", ", sample)})";
        return new ArgumentException($"{network} takes {expected}, but got ({string.Join(", ", actual)}){Cause(sample, actual)}");
    }

    private static string Cause(long[] sample, long[] actual) =>
        actual.SequenceEqual(sample) ? ": the batch is missing, unsqueeze(0) makes a batch of one"
        : actual.Length != sample.Length + 1 || sample.Length < 2 ? ""
        : actual.Skip(1).SequenceEqual(sample.Skip(1).Append(sample[0])) ? ": channels come first"
        : "";
}
