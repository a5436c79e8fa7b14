using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen.Layers;

namespace ShapeGen.Operators;

/// <summary>What types of elements operators refuse. What is not known is not refused.</summary>
internal static class ElementDemands
{
    private static readonly Dictionary<string, Func<OperatorCall, ElementProblem?>> _checks = new(StringComparer.Ordinal);

    static ElementDemands()
    {
        _checks.Set(ElementNames.OfFloats, OfFloats);
        _checks.Set(
            ["mm", "bmm", "mv", "matmul", "dot", "vdot", "linear", "tensordot", "addmm", "addbmm", "baddbmm", "binary_cross_entropy"],
            Alike
        );
        _checks.Set(["conv1d", "conv2d", "conv3d", "conv_transpose1d", "conv_transpose2d", "conv_transpose3d"], Alike);
        _checks.Set(["sub", "subtract"], c => NoTruths(c, Types(c)));
        _checks.Set(["neg", "negative", "positive", "relu", "abs", "absolute", "argmax", "argmin"], c => NoTruths(c, Types(c).Take(1)));
        _checks.Set(["lt", "le", "gt", "ge", "less", "less_equal", "greater", "greater_equal"], OfReals);
        _checks.Set(["max", "min", "sort", "topk", "amax", "amin", "maximum", "minimum"], OfReals);
        _checks.Set(["bitwise_and", "bitwise_or", "bitwise_xor", "bitwise_not"], OfIntegers);
        _checks.Set(
            ["add_", "sub_", "subtract_", "mul_", "multiply_", "pow_", "remainder_", "fmod_", "addcmul_"],
            c => IntoOwn(c, isFloat: false)
        );
        _checks.Set(["div_", "divide_", "true_divide_"], c => IntoOwn(c, isFloat: !c.Has("rounding_mode")));
        _checks.Set(["gather", "index_select"], c => Indexed(c, ElementType.Int32));
        _checks.Set(["scatter", "scatter_", "scatter_add", "scatter_add_"], c => Indexed(c, ElementType.Int32) ?? Source(c));
        _checks.Set(
            ["take", "index_fill", "index_fill_", "index_copy", "index_copy_", "index_add", "index_add_"],
            c => Indexed(c, ElementType.Int64)
        );
        _checks.Set(["masked_fill", "masked_fill_", "masked_select", "masked_scatter", "masked_scatter_"], c => Masked(c, "mask"));
        _checks.Set(["where"], c => Masked(c, "condition"));
        _checks.Set(
            ["one_hot"],
            c => Types(c).FirstOrDefault() is var t and not (default(ElementType) or ElementType.Int64) ? Takes(c, "int64", t) : null
        );
        _checks.Set(["mse_loss", "smooth_l1_loss", "cosine_similarity"], OneOfFloats);
        _checks.Set(
            [
                "cdist",
                "quantile",
                "nanquantile",
                "linalg.solve",
                "linalg.solve_ex",
                "linalg.solve_triangular",
                "linalg.lstsq",
                "cholesky_solve",
            ],
            c => OfFloats(c) ?? Alike(c)
        );
        _checks.Set(["allclose", "isclose"], Alike);
        // Weights may be any numbers.
        _checks.Set(["bincount"], c => OfIntegers(c, Types(c).Take(1)) ?? NoTruths(c, Types(c).Take(1)));
        _checks.Set(["scaled_dot_product_attention"], Attention);
        _checks.Set(["avg_pool1d", "avg_pool2d", "avg_pool3d"], c => OfFloatsOr(c, ElementType.Int64));
        _checks.Set(
            ["interpolate", "upsample", "upsample_nearest", "upsample_nearest2d", "upsample_nearest3d"],
            c => OfFloatsOr(c, ElementType.Byte)
        );
        _checks.Set(["einsum", "linalg.multi_dot", "chain_matmul"], c => Differ(c.Name, Listed(c)));
        _checks.Set(["rand", "randn", "rand_like", "randn_like"], Random);
        _checks.Set(["pow"], Power);
        _checks.Set(
            ["binary_cross_entropy_with_logits"],
            c => Second(c) is { } t && t.IsIntegral() ? Takes(c, "a floating-point target", t) : null
        );
        _checks.Set(["cross_entropy", "nll_loss"], OfClasses);
        _checks.Set(["RNN", "GRU", "LSTM", "RNNCell", "GRUCell", "LSTMCell", "MultiheadAttention", "Bilinear"], OfModule);
        _checks.Set(
            ["TransformerEncoderLayer", "TransformerEncoder", "TransformerDecoderLayer", "TransformerDecoder", "Transformer"],
            OfModule
        );
    }

    /// <summary>What is wrong with the types that an operator gets; null for nothing.</summary>
    public static ElementProblem? Problem(OperatorCall call) => _checks.TryGetValue(call.Name, out var check) ? check(call) : null;

    private static ElementType[] Types(OperatorCall call) => [.. call.Operands.Select(o => o.Type)];

    private static ElementType? Second(OperatorCall call) => Types(call) is [_, var second, ..] ? second : null;

    private static ElementProblem Takes(OperatorCall call, string what, ElementType actual) =>
        new($"{call.Name} takes {what}, but gets {actual}", false);

    private static ElementProblem? OfFloats(OperatorCall call) =>
        Types(call) is [var main, ..] && main.IsIntegral() && !ElementCatalog.HasType(call)
            ? Takes(call, "floating-point numbers", main)
            : null;

    private static ElementProblem? OfFloatsOr(OperatorCall call, ElementType other) =>
        Types(call) is [var main, ..] && main != other ? OfFloats(call) : null;

    private static ElementProblem? OfReals(OperatorCall call) =>
        Types(call).FirstOrDefault(t => t.Kind() == ElementKind.Complex) is var wrong && wrong != default
            ? Takes(call, "real numbers", wrong)
            : null;

    private static ElementType[] Listed(OperatorCall call) =>
        [.. call.Arguments.Select(a => a.Value).OfType<OperatorArgument.Tensors>().SelectMany(t => t.Items).Select(i => i.Type)];

    private static ElementProblem? Random(OperatorCall call) =>
        ElementCatalog.TypeOf(call) is { } given
            ? (given.IsIntegral() ? new($"{call.Name} gives floating-point numbers, not {given}", false) : null)
        : call.Name.EndsWith("_like", StringComparison.Ordinal) ? OfFloats(call)
        : null;

    private static ElementProblem? Power(OperatorCall call) =>
        Types(call) is [var main] && main.IsIntegral() && call.Size("exponent")?.Size?.Constant is { Sign: < 0 } exponent
            ? new($"pow of {main} takes an exponent from 0 on, but gets {exponent}", false)
            : null;

    private static ElementProblem? Attention(OperatorCall call)
    {
        var mask = call["attn_mask"] as OperatorArgument.Tensor;
        return Differ(call.Name, [.. Types(call).Take(3)])
            ?? (
                mask?.Type.Kind() == ElementKind.Integer ? Takes(call, "a mask of truth values or floating-point numbers", mask.Type) : null
            );
    }

    private static ElementProblem? OneOfFloats(OperatorCall call) =>
        Types(call) is [var left, var right, ..] && left.IsIntegral() && right.IsIntegral()
            ? new($"{call.Name} takes floating-point numbers, but gets {left} and {right}", false)
            : null;

    private static ElementProblem? OfIntegers(OperatorCall call) => OfIntegers(call, Types(call));

    private static ElementProblem? OfIntegers(OperatorCall call, IEnumerable<ElementType> types) =>
        types.FirstOrDefault(t => t.Kind() >= ElementKind.Floating) is var wrong && wrong != default
            ? Takes(call, "integers or truth values", wrong)
            : null;

    private static ElementProblem? NoTruths(OperatorCall call, IEnumerable<ElementType> types) =>
        types.Contains(ElementType.Bool) ? Takes(call, "numbers", ElementType.Bool) : null;

    // A module whose factory is given no type has weights of the default one.
    private static ElementProblem? OfModule(OperatorCall call) =>
        ElementCatalog.HasType(call)
            ? null
            : Types(call).Select(t => Weighted(call.Name, t, ElementType.Float32)).FirstOrDefault(p => p is not null);

    /// <summary>All tensors have one type.</summary>
    public static ElementProblem? Alike(OperatorCall call) => Differ(call.Name, Types(call));

    /// <summary>What is wrong where the types are not all the same.</summary>
    public static ElementProblem? Differ(string name, IReadOnlyList<ElementType> types)
    {
        var known = types.Where(t => t != ElementType.Unknown).Distinct().ToArray();
        var kinds = known.Select(t => t.Kind()).Distinct().Count();
        var isSure = kinds > 1 || known.Length > 1 && !known.Contains(ElementType.Floating);
        return isSure
            ? new(
                $"{name} takes tensors of one type, but gets {string.Join(" and ", known)}",
                kinds == 1 && known[0].Kind() >= ElementKind.Floating
            )
            : null;
    }

    /// <summary>What is wrong with the type that a layer with weights gets; norms take narrow numbers with wider weights.</summary>
    public static ElementProblem? OfWeights(LayerDefinition layer, Outcome outcome, ElementType type, ElementType weights) =>
        layer.Elements == Elements.Floating && outcome.Weights.Count > 0 && !IsNarrow(type) ? Weighted(layer.Name, type, weights) : null;

    private static bool IsNarrow(ElementType type) => type is ElementType.Float16 or ElementType.BFloat16;

    private static ElementProblem? Weighted(string name, ElementType type, ElementType weights) =>
        Differ(name, [type, weights]) is { } problem ? problem with { Text = $"{name} has weights of {weights}, but gets {type}" } : null;

    /// <summary>In place: the result must be of a kind that the tensor can hold.</summary>
    private static ElementProblem? IntoOwn(OperatorCall call, bool isFloat)
    {
        if (Types(call) is not [var own, ..] types || !own.IsIntegral())
        {
            return null;
        }

        var isNumber = call.Arguments.Any(a => a.Value is OperatorArgument.Numbers { IsList: false } && a.Name is not "alpha");
        var wrong = types.Skip(1).FirstOrDefault(o => o.Kind() >= ElementKind.Floating);
        return wrong != default ? new($"{call.Name} of {own} and {wrong} gives {wrong}, which does not go into {own} in place", false)
            : isNumber || isFloat ? new($"{call.Name} of {own} gives Float32 here, which does not go into {own} in place", false)
            : null;
    }

    private static ElementProblem? Indexed(OperatorCall call, ElementType least) =>
        call["index", "indices"] is OperatorArgument.Tensor { Type: var type }
        && type != ElementType.Unknown
        && type != ElementType.Int64
        && (type != ElementType.Int32 || least == ElementType.Int64)
            ? Takes(call, least == ElementType.Int64 ? "an index of int64" : "an index of int64 or int32", type)
            : null;

    private static ElementProblem? Source(OperatorCall call) =>
        call["src", "source"] is OperatorArgument.Tensor source ? Differ(call.Name, [Types(call)[0], source.Type]) : null;

    private static ElementProblem? Masked(OperatorCall call, string name)
    {
        var mask = (call[name] ?? (name == "condition" ? call["this"] : null)) as OperatorArgument.Tensor;
        return mask is { Type: var type } && type is not (ElementType.Unknown or ElementType.Bool)
            ? Takes(call, $"a {name} of truth values", type)
            : null;
    }

    /// <summary>Classes are int64 or, oddly, byte; probabilities have the shape of the prediction.</summary>
    private static ElementProblem? OfClasses(OperatorCall call)
    {
        if (
            call["weight"] is OperatorArgument.Tensor weight
            && Differ($"{call.Name} with weights", [Types(call)[0], weight.Type]) is { } wrong
        )
        {
            return wrong;
        }

        var tensors = ElementCatalog.Tensors(call);
        return tensors is not [var (_, rank), var (type, other), ..] ? null
            : type.IsIntegral() && rank > 1 && rank == other && call.Name == "cross_entropy"
                ? Takes(call, "probabilities in floating-point numbers", type)
            : type is ElementType.Unknown or ElementType.Int64 or ElementType.Byte ? null
            : type.Kind() == ElementKind.Floating && (call.Name == "cross_entropy" && (rank is null || other is null || rank == other))
                ? null
            : Takes(call, "classes of int64", type);
    }
}

/// <summary>What is wrong with the types that an operator gets.</summary>
/// <param name="Text">What it is.</param>
/// <param name="IsAboutWidth">Whether it is how wide floating-point types are.</param>
internal sealed record ElementProblem(string Text, bool IsAboutWidth)
{
    public OperatorOutcome Outcome => OperatorOutcome.Fails(Text) with { IsAboutElements = true, IsAboutWidth = IsAboutWidth };
}
