using System.Collections.Generic;
using System.Linq;

namespace ShapeGen.Algebra;

/// <summary>Which axis of the data a dimension is, apart from its size: a reshape must not confuse the batch with anything else.</summary>
internal enum AxisRole
{
    /// <summary>An axis of which nothing but its size matters: features, the result of a reshape.</summary>
    Plain,

    /// <summary>The samples of a batch: independent of one another.</summary>
    Batch,

    /// <summary>The channels of an image or a signal.</summary>
    Channels,

    /// <summary>A direction in space or time along which a window moves.</summary>
    Spatial,

    /// <summary>The steps of a sequence whose features stand behind them.</summary>
    Steps,
}

/// <summary>Why a dimension is there.</summary>
internal enum AxisOrigin
{
    /// <summary>Nothing is known of it.</summary>
    Any,

    /// <summary>It was put in on purpose, with size 1.</summary>
    Added,

    /// <summary>A layer made it, for the features of each sample.</summary>
    Features,
}

/// <summary>One dimension of a shape: its size, which axis it is, and what it was merged from.</summary>
/// <param name="Size">The size; null where it is not known.</param>
/// <param name="Role">Which axis of the data it is.</param>
internal sealed record Axis(Dim? Size, AxisRole Role = AxisRole.Plain)
{
    /// <summary>Why it is there, where that says what it is for.</summary>
    public AxisOrigin Origin { get; init; }

    /// <summary>The axes that a flatten merged into this one, outermost first; empty for an axis of its own.</summary>
    public EquatableArray<Axis> Parts { get; init; }

    public static Axis Batch(Dim size) => new(size, AxisRole.Batch);

    /// <summary>The axes that this one is made of: its parts, or itself.</summary>
    public IEnumerable<Axis> Leaves => Parts.Count == 0 ? [this] : Parts;

    /// <summary>One axis for several adjacent ones. It keeps the role of the only one that is not of size 1.</summary>
    public static Axis Merge(IReadOnlyList<Axis> axes)
    {
        if (axes.Count == 1)
        {
            return axes[0];
        }

        var size = axes.Any(a => a.Size is null) ? null : Dim.Product(axes.Select(a => a.Size!));
        var real = axes.Where(a => a.Size?.Constant is not { IsOne: true }).ToArray();
        return new(size, real.Length == 1 ? real[0].Role : AxisRole.Plain) { Parts = axes.SelectMany(a => a.Leaves).ToEquatableArray() };
    }

    /// <summary>How a merged size came about, such as <c>64×7×7</c>; null for an axis of its own.</summary>
    public string? Factors => Parts.Count < 2 ? null : string.Join("×", Parts.Select(p => InBrackets(p.ToString())));

    private static string InBrackets(string size) => size.Contains(" ") && !size.EndsWith(")") ? $"({size})" : size;

    public override string ToString() => Size?.ToString() ?? "?";
}
