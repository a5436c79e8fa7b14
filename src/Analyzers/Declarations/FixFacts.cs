using System.Collections.Immutable;
using ShapeGen.Analyzers.Flow.Interpretation;
using ShapeGen.Layers;
using ShapeGen.Networks;

namespace ShapeGen.Analyzers.Declarations;

/// <summary>What a fix must know, as properties of the diagnostic.</summary>
internal static class FixFacts
{
    /// <summary>The number that should stand at the location.</summary>
    public const string Expected = nameof(Expected);

    /// <summary>What <see cref="Expected"/> is the product of, separated by commas: <c>64,7,7</c>.</summary>
    public const string Factors = nameof(Factors);

    /// <summary>Present if a Flatten before the layer makes it fit.</summary>
    public const string FlattenFits = nameof(FlattenFits);

    /// <summary>Present if the layer fits with its third number as the stride, which then is what was meant.</summary>
    public const string ThirdIsStride = nameof(ThirdIsStride);

    /// <summary>The shape that a comment should say.</summary>
    public const string Shape = nameof(Shape);

    /// <summary>The class that is not partial: the network, or one around it.</summary>
    public const string TypeName = nameof(TypeName);

    /// <summary>Where the wrong number stands, if that is not the location: <c>start,length</c>.</summary>
    public const string Span = nameof(Span);

    public static ImmutableDictionary<string, string?> Of(WrongNumber number)
    {
        var span = number.At.SourceSpan;
        var facts = ImmutableDictionary<string, string?>.Empty.Add(Expected, number.Expected).Add(Span, $"{span.Start},{span.Length}");
        return number.Factors.Length > 0 ? facts.Add(Factors, number.Factors) : facts;
    }

    public static ImmutableDictionary<string, string?> Of(Problem problem)
    {
        var facts = ImmutableDictionary<string, string?>.Empty;
        if (problem.Kind == ProblemKind.NotPartial)
        {
            return facts.Add(TypeName, problem.Words[0]);
        }

        if (problem.Mismatch is not { } mismatch || problem.Block is not null)
        {
            // A number in a block is right or wrong for all its uses, and this is about one of them.
            return facts;
        }

        if (problem.ThirdIsStride)
        {
            return facts.Add(ThirdIsStride, "true");
        }

        if (mismatch.Expected is { IsConstant: true } expected)
        {
            facts = facts.Add(Expected, expected.ToString());
        }

        if (problem.FlattenFits)
        {
            facts = facts.Add(FlattenFits, "true");
        }

        return mismatch.Factors.Count > 1 ? facts.Add(Factors, string.Join(",", mismatch.Factors)) : facts;
    }
}
