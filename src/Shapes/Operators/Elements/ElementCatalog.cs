using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen.Layers;

namespace ShapeGen.Operators;

/// <summary>The types of the elements that an operator gives. What has no row here gives one of which nothing is known.</summary>
internal static class ElementCatalog
{
    private static readonly Dictionary<string, Func<OperatorCall, ElementType[]>> _rules = new(StringComparer.Ordinal);

    static ElementCatalog()
    {
        _rules.Set(ElementNames.Same, c => [Of(c)]);
        _rules.Set(ElementNames.Floats, c => [AsFloat(Promoted(c))]);
        _rules.Set(ElementNames.Totals, c => [Total(Of(c))]);
        _rules.Set(ElementNames.Truths, c => [c.Name is "all" or "any" && Of(c) == ElementType.Byte ? ElementType.Byte : ElementType.Bool]);
        _rules.Set(ElementNames.Places, _ => [ElementType.Int64]);
        _rules.Set(ElementNames.WithPlaces, c => c.Tensors.Count > 1 ? [Promoted(c)] : [Of(c), ElementType.Int64]);
        _rules.Set(["std_mean", "var_mean"], c => [Of(c), Of(c)]);
        _rules.Set(["add", "sub", "subtract", "mul", "multiply", "pow", "remainder", "fmod", "maximum", "minimum", "fmax", "fmin"], Both);
        _rules.Set(["clamp", "clip", "floor_divide", "outer", "ger", "lerp", "addcmul"], Both);
        _rules.Set(["square"], c => [Of(c) == ElementType.Bool ? ElementType.Int64 : Of(c)]);
        _rules.Set(["mse_loss", "smooth_l1_loss"], c => [Widest(c)]);
        _rules.Set(["huber_loss"], c => [Tensors(c).Select(t => t.Type).Distinct().ToArray() is [var only] ? only : default]);
        _rules.Set(["l1_loss", "kl_div"], c => [Promoted(c) is var t && t.Kind() == ElementKind.Floating ? t : default]);
        _rules.Set(["div", "divide"], c => [Divided(c)]);
        _rules.Set(["true_divide", "atan2", "arctan2", "logaddexp", "hypot", "xlogy", "copysign"], c => [AsFloat(Promoted(c))]);
        _rules.Set(["bitwise_and", "bitwise_or", "bitwise_xor", "bitwise_left_shift", "bitwise_right_shift", "gcd", "lcm"], Both);
        _rules.Set(["cat", "concat", "concatenate", "stack", "hstack", "vstack", "dstack", "column_stack", "row_stack"], c => [OfList(c)]);
        _rules.Set(["masked_fill", "cross_entropy", "nll_loss", "binary_cross_entropy_with_logits"], c => [Of(c)]);
        _rules.Set(["where"], c => [Chosen(c)]);
        _rules.Set(["angle"], c => [AsFloat(Of(c)) is var t && t.Kind() == ElementKind.Complex ? default : t]);
        _rules.Set(["abs", "absolute", "real", "imag"], c => [Of(c).Kind() == ElementKind.Complex ? ElementType.Unknown : Of(c)]);
        _rules.Set(["type_as"], c => [c.Operands.Count > 1 ? c.Operands[1].Type : default]);
        _rules.Set(["to", "to_type", "type"], c => [c.Tensors.Count > 1 ? default : Of(c)]);
        _rules.Set(["zeros", "ones", "empty", "rand", "randn", "eye", "linspace", "logspace"], c => [Made(c, ElementType.Float32)]);
        _rules.Set(["normal"], c => [c.Tensors.Count > 0 ? default : ElementType.Float32]);
        _rules.Set(["hann_window", "hamming_window", "bartlett_window", "blackman_window"], _ => [ElementType.Float32]);
        _rules.Set(["randint", "randperm"], c => [Made(c, ElementType.Int64)]);
        _rules.Set(["arange", "full"], c => [Made(c, OfNumbers(c))]);
        _rules.Set(
            ["tensor", "from_array", "as_tensor"],
            c =>
                [
                    c.Has("imaginary") ? default
                    : c.Data != default ? c.Data
                    : Of(c),
                ]
        );
        _rules.Set(["zeros_like", "ones_like", "empty_like", "full_like", "rand_like", "randn_like", "randint_like"], c => [Of(c)]);
        _rules.Set(["new_zeros", "new_ones", "new_empty", "new_full"], c => [Of(c)]);
        _rules.Set(["RNN", "GRU", "LSTM", "RNNCell", "GRUCell", "LSTMCell", "MultiheadAttention", "Bilinear"], c => [Of(c)]);
        _rules.Set(
            ["TransformerEncoderLayer", "TransformerEncoder", "TransformerDecoderLayer", "TransformerDecoder", "Transformer"],
            c => [Of(c)]
        );
        _rules.Set(
            ["fft.fft_", "fft.ifft", "fft.rfft", "fft.fft2", "fft.ifft2", "fft.rfft2", "fft.fftn", "fft.ifftn", "fft.rfftn"],
            c => [Complex(c)]
        );
        foreach (var (name, type) in _casts)
        {
            _rules.Set([name, $"{name}_", char.ToUpperInvariant(name[0]) + name.Substring(1) + "Tensor"], _ => [type]);
        }
    }

    private static readonly (string Name, ElementType Type)[] _casts =
    [
        ("half", ElementType.Float16),
        ("bfloat16", ElementType.BFloat16),
        ("float", ElementType.Float32),
        ("double", ElementType.Float64),
        ("byte", ElementType.Byte),
        ("short", ElementType.Int16),
        ("int", ElementType.Int32),
    ];

    /// <summary>The outcome with the types of the elements, or with what is wrong with those that the operator gets.</summary>
    public static OperatorOutcome Complete(OperatorCall call, OperatorOutcome outcome)
    {
        if (outcome.Throws)
        {
            return outcome;
        }

        return ElementDemands.Problem(call) is { } problem ? problem.Outcome
            : _rules.TryGetValue(call.Name, out var rule) ? Typed(call, outcome, [.. Types(call, rule(call), outcome)])
            : outcome;
    }

    private static OperatorOutcome Typed(OperatorCall call, OperatorOutcome outcome, ElementType[] types) =>
        types[0].IsIntegral() && call.Flag("requires_grad") == true
            ? new ElementProblem($"{call.Name} makes {types[0]}, and only floating-point numbers have gradients", false).Outcome
            : outcome with
            {
                Types = types,
            };

    /// <summary>The types that values of the tensors, and of numbers that go with them, are brought to.</summary>
    public static ElementType Promote((ElementType Type, int? Rank) left, (ElementType Type, int? Rank) right) =>
        left.Type == right.Type ? left.Type
        : left.Type.Kind() is not { } one || right.Type.Kind() is not { } other ? ElementType.Unknown
        // A tensor without dimensions counts only for its kind.
        : left.Rank is null || right.Rank is null ? ElementType.Unknown
        : (left.Rank == 0) == (right.Rank == 0) ? ElementTypes.Promote(left.Type, right.Type)
        : (right.Rank == 0, one >= other, other >= one) switch
        {
            (true, true, _) => left.Type,
            (false, _, true) => right.Type,
            _ => ElementTypes.Promote(left.Type, right.Type),
        };

    // A type that is given wins; and all that an operator gives has one type, but where a rule says more.
    private static IEnumerable<ElementType> Types(OperatorCall call, ElementType[] types, OperatorOutcome outcome) =>
        HasType(call) ? Enumerable.Repeat(TypeOf(call) ?? ElementType.Unknown, Math.Max(1, outcome.Results.Count))
        : types.Length > 1 ? types
        : Enumerable.Repeat(types[0], Math.Max(1, outcome.Results.Count));

    private static readonly string[] _types = ["dtype", "type", "scalarType", "scalar_type"];

    /// <summary>Whether a type is given to compute in or to make.</summary>
    public static bool HasType(OperatorCall call) => call.Has(_types);

    /// <summary>The type that is given to compute in or to make; null where none is, or it is not known.</summary>
    public static ElementType? TypeOf(OperatorCall call) =>
        call[_types] is OperatorArgument.Word { Value: var name } && Enum.TryParse<ElementType>(name, out var type) ? type : null;

    // What a tensor makes has its type.
    private static ElementType Made(OperatorCall call, ElementType otherwise) => call.Has("this") ? Of(call) : otherwise;

    private static ElementType Of(OperatorCall call) => Tensors(call) is [{ Type: var first }, ..] ? first : ElementType.Unknown;

    /// <summary>The tensors with the number of their dimensions, in order.</summary>
    public static (ElementType Type, int? Rank)[] Tensors(OperatorCall call) => [.. call.Operands.Select(t => (t.Type, t.Shape.Rank))];

    private static ElementType[] Both(OperatorCall call) => [Promoted(call)];

    private static ElementType Promoted(OperatorCall call)
    {
        var tensors = Tensors(call);
        var common = tensors.Skip(1).Aggregate(tensors.FirstOrDefault(), (a, b) => (Promote(a, b), Math.Max(a.Rank ?? 0, b.Rank ?? 0)));
        return tensors.Length > 1 ? common.Type : call.Arguments.Select(a => a.Value).Aggregate(common.Type, WithNumber);
    }

    /// <summary>What the types are brought to, however many dimensions the tensors have.</summary>
    private static ElementType Widest(OperatorCall call)
    {
        var types = Tensors(call).Select(t => t.Type).ToArray();
        return types.Any(t => t.Kind() == ElementKind.Complex) ? default : types.DefaultIfEmpty().Aggregate(ElementTypes.Promote);
    }

    /// <summary>Integers make int64, others the default floating-point type.</summary>
    private static ElementType OfNumbers(OperatorCall call)
    {
        string[] names = call.Name == "full" ? ["value", "fill_value"] : ["start", "stop", "step"];
        var numbers = call.Arguments.Where(a => names.Contains(a.Name)).Select(a => a.Value).ToArray();
        return numbers.Any(n => n is OperatorArgument.Numbers) ? ElementType.Float32
            : numbers.All(n => n is OperatorArgument.Sizes or OperatorArgument.Flag) ? ElementType.Int64
            : default;
    }

    private static ElementType Divided(OperatorCall call) =>
        call["rounding_mode"] switch
        {
            null or OperatorArgument.Word { Value: "None" } => AsFloat(Promoted(call)),
            // torch.div forgets how to round.
            OperatorArgument.Word when call.Has("left") => AsFloat(Promoted(call)),
            OperatorArgument.Word => Promoted(call) is var type and not ElementType.Bool ? type : default,
            _ => default,
        };

    private static ElementType Chosen(OperatorCall call)
    {
        (ElementType, int?)[] choices =
        [
            .. call
                .Arguments.Where(a => a.Name != "condition")
                .Select(a => a.Value)
                .OfType<OperatorArgument.Tensor>()
                .Select(t => (t.Type, t.Shape.Rank)),
        ];
        return choices.Length == 2 && call.Tensors.Count == 3 ? Promote(choices[0], choices[1]) : default;
    }

    /// <summary>A number of C# makes another type only of one of an earlier kind.</summary>
    private static ElementType WithNumber(ElementType type, OperatorArgument argument) =>
        argument switch
        {
            OperatorArgument.Numbers { IsList: false } => type.IsIntegral() ? ElementType.Float32 : type,
            OperatorArgument.Sizes { IsList: false } => type == ElementType.Bool ? ElementType.Int64 : type,
            _ when argument == OperatorArgument.Unknown => type.Kind() >= ElementKind.Floating ? type : ElementType.Unknown,
            _ => type,
        };

    private static ElementType OfList(OperatorCall call)
    {
        var list = call.Arguments.Select(a => a.Value).OfType<OperatorArgument.Tensors>().FirstOrDefault();
        return list is { Items.Count: > 0 }
            ? list.Items.Select(i => (i.Type, i.Shape.Rank)).Aggregate((a, b) => (Promote(a, b), a.Rank)).Type
            : ElementType.Unknown;
    }

    private static ElementType Complex(OperatorCall call) =>
        Of(call) switch
        {
            ElementType.Float64 or ElementType.ComplexFloat64 => ElementType.ComplexFloat64,
            ElementType.Float32 or ElementType.ComplexFloat32 or ElementType.Int64 => ElementType.ComplexFloat32,
            _ => default,
        };

    private static ElementType AsFloat(ElementType type) => type.IsIntegral() ? ElementType.Float32 : type;

    private static ElementType Total(ElementType type) => type.IsIntegral() ? ElementType.Int64 : type;
}
