using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using System.Linq;

namespace ShapeGen;

/// <summary>What generated code calls at run time.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ShapeGuard
{
    /// <summary>The exception for an input that does not have the shape that a network takes.</summary>
    /// <param name="network">The name of the network.</param>
    /// <param name="sample">The sizes of one sample that the network takes; -1 for any.</param>
    /// <param name="actual">The sizes of the tensor that came, the batch first.</param>
    /// <returns>An exception that names both shapes, and the cause where it is a common one.</returns>
    public static ArgumentException WrongInput(string network, long[] sample, long[] actual)
    {
        var expected = $"(N, {string.Join(", ", sample.Select(s => s == Dim.Any ? "any" : s.ToString(CultureInfo.InvariantCulture)))})";
        return new ArgumentException($"{network} takes {expected}, but got ({string.Join(", ", actual)}){Cause(sample, actual)}");
    }

    /// <summary>The exception for an input whose elements are not of the type that a network takes.</summary>
    /// <param name="network">The name of the network.</param>
    /// <param name="expected">The type that the network takes.</param>
    /// <param name="actual">The type of the tensor that came.</param>
    /// <returns>An exception that names both types.</returns>
    public static ArgumentException WrongType(string network, string expected, string actual) =>
        new($"{network} takes elements of type {expected}, but got {actual}");

    private static string Cause(long[] sample, long[] actual) =>
        Fits(sample, actual) ? ": the batch is missing, unsqueeze(0) makes a batch of one"
        : actual.Length != sample.Length + 1 || sample.Length < 2 ? ""
        : Fits(sample.Skip(1).Append(sample[0]), actual.Skip(1)) ? ": channels come first"
        : "";

    private static bool Fits(IEnumerable<long> sample, IEnumerable<long> actual) =>
        sample.Count() == actual.Count() && sample.Zip(actual, (s, a) => s == Dim.Any || s == a).All(fits => fits);
}
