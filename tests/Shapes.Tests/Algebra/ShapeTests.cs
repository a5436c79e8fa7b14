using CsCheck;
using ShapeGen;
using ShapeGen.Algebra;

namespace Shapes.Tests.Algebra;

/// <summary>Shapes are a lattice: joining forgets what differs, and nothing else.</summary>
public sealed class ShapeTests
{
    private static readonly Gen<Axis> _axis = Gen.Select(
        Gen.Int[0, 3],
        Gen.Enum<AxisRole>(),
        (size, role) => new Axis(size == 0 ? null : (Dim)size, role)
    );

    private static readonly Gen<Shape> _shape = Gen.OneOf(
        Gen.Const(Shape.Unknown),
        _axis.Array[0, 4].Select(axes => Shape.Of(axes)),
        Gen.Select(_axis.Array[0, 3], _axis.Array[0, 3], (first, last) => Shape.Join(Shape.Of(first), Shape.Of([.. first, .. last])))
    );

    [Fact]
    public void Join_is_idempotent() => _shape.Sample(s => Assert.Equal(s, Shape.Join(s, s)));

    [Fact]
    public void Join_is_commutative() => Gen.Select(_shape, _shape).Sample((a, b) => Assert.Equal(Shape.Join(a, b), Shape.Join(b, a)));

    [Fact]
    public void Join_is_associative() =>
        Gen.Select(_shape, _shape, _shape)
            .Sample((a, b, c) => Assert.Equal(Shape.Join(Shape.Join(a, b), c), Shape.Join(a, Shape.Join(b, c))));

    [Fact]
    public void Unknown_is_the_top() => _shape.Sample(s => Assert.Equal(Shape.Unknown, Shape.Join(s, Shape.Unknown)));

    [Fact]
    public void Shapes_of_one_rank_keep_the_sizes_that_agree() =>
        Assert.Equal("(64, ?, 7)", Shape.Join(Shape.OfSizes(64, 32, 7), Shape.OfSizes(64, 16, 7)).ToString());

    [Fact]
    public void Shapes_of_two_ranks_keep_their_ends() =>
        Assert.Equal("(64, …, 7)", Shape.Join(Shape.OfSizes(64, 3, 7), Shape.OfSizes(64, 7)).ToString());

    [Fact]
    public void A_merged_axis_remembers_what_it_was()
    {
        var merged = Axis.Merge([new(64, AxisRole.Channels), new(7, AxisRole.Spatial), new(7, AxisRole.Spatial)]);
        Assert.Equal(3136, merged.Size!.Constant);
        Assert.Equal("64×7×7", merged.Factors);
        Assert.Equal(AxisRole.Plain, merged.Role);
    }

    [Fact]
    public void Merging_with_axes_of_one_keeps_the_role() =>
        Assert.Equal(AxisRole.Batch, Axis.Merge([Axis.Batch(Dim.Symbol("N")), new(1)]).Role);
}
