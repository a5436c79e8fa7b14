using System;
using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Operators;

/// <summary>A matrix, or a batch of them.</summary>
internal sealed record Matrix(Shape Shape)
{
    public Axis Rows => Shape.Axes[Shape.Axes.Count - 2];

    public Axis Columns => Shape.Axes[Shape.Axes.Count - 1];

    /// <summary>The dimensions before the matrix.</summary>
    public Shape Batch => Shape.Of(Shape.Axes.Take(Shape.Axes.Count - 2));

    /// <summary>The lesser of rows and columns.</summary>
    public Axis Smaller =>
        Dimensions.Constant(Rows) is { } n && Dimensions.Constant(Columns) is { } m ? new Axis(Math.Min(n, m))
        : IsSquare == true ? Rows
        : new Axis(null);

    /// <summary>Whether it has as many rows as columns; null where that is not known.</summary>
    public bool? IsSquare =>
        Rows.Size is not { } rows || Columns.Size is not { } columns
            ? null
            : Dim.AreEqual(rows, columns) switch
            {
                Truth.Proved => true,
                Truth.Refuted => false,
                _ => null,
            };

    /// <summary>Other dimensions behind those of the batch.</summary>
    public Shape With(params Axis[] axes) => Shape.Of(Batch.Axes.Concat(axes));
}
