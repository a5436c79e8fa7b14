using System;
using System.Collections.Generic;

namespace ShapeGen.Operators;

/// <summary>The operators of the large classes, by TorchSharp's names.</summary>
internal static class OperatorNames
{
    /// <summary>The result has the shape of the first tensor, whatever else is given.</summary>
    public static readonly string[] SameShape = Words(
        """
            BoolTensor ByteTensor DetachFromDisposeScope DetatchFromDisposeScope DoubleTensor FloatTensor Hardshrink Hardtanh
            IntTensor LongTensor Mish MoveToOtherDisposeScope MoveToOuterDisposeScope ShortTensor SiLU Softshrink Softsign
            Tanhshrink Threshold _sample_dirichlet _standard_gamma abs abs_ absolute absolute_ acos acos_ acosh acosh_ alias
            alpha_dropout angle arccos arccos_ arccosh arccosh_ arcsin arcsin_ arcsinh arcsinh_ arctanh arctanh_ asin asin_ asinh
            asinh_ atan atan_ atanh atanh_ bernoulli bernoulli_ bfloat16 bitwise_not bitwise_not_ bool bucketize byte cauchy_
            cdouble ceil ceil_ celu celu_ cfloat char clamp_max clamp_max_ clamp_min clamp_min_ clip clone conj conj_physical
            conj_physical_ contiguous cos cos_ cosh cosh_ cpu cuda deg2rad deg2rad_ dequantize detach detach_ digamma digamma_
            double dropout dropout1d dropout2d dropout3d elu elu_ empty_like erf erf_ erfc erfc_ erfinv erfinv_ exp exp2 exp2_
            exp_ expm1 expm1_ exponential_ feature_alpha_dropout fill_ fix fix_ float floor floor_ frac frac_ full_like gelu gelu_
            geometric_ grad half hardshrink hardsigmoid hardsigmoid_ hardswish hardswish_ hardtanh hardtanh_ i0 i0_ imag int
            int_repr isfinite isin isinf isnan isneginf isposinf isreal leaky_relu leaky_relu_ lgamma lgamma_ log log10 log10_
            log1p log1p_ log2 log2_ log_ log_normal_ log_sigmoid logical_not logical_not_ logit logit_ logsigmoid long
            masked_scatter_ mish mps mvlgamma mvlgamma_ nan_to_num nan_to_num_ neg neg_ negative negative_ normal_ ones_like
            pin_memory poisson polygamma polygamma_ positive quantize_per_channel quantize_per_tensor rad2deg rad2deg_ rand_like
            randint_like randn_like random_ real reciprocal reciprocal_ refine_names relu relu6 relu6_ relu_ rename rename_
            requires_grad_ resolve_conj resolve_neg round round_ rrelu rrelu_ rsqrt rsqrt_ selu selu_ sgn sgn_ short sigmoid
            sigmoid_ sign sign_ signbit silu silu_ sin sin_ sinc sinc_ sinh sinh_ softplus softshrink softsign special.airy_ai
            special.bessel_j0 special.bessel_j1 special.bessel_y0 special.bessel_y1 special.digamma special.entr special.erf
            special.erfc special.erfcx special.erfinv special.exp2 special.expit special.expm1 special.gammaln special.i0
            special.i0e special.i1 special.i1e special.logit special.modified_bessel_i0 special.modified_bessel_i1
            special.modified_bessel_k0 special.modified_bessel_k1 special.multigammaln special.ndtr special.ndtri
            special.polygamma special.psi special.scaled_modified_bessel_k0 special.scaled_modified_bessel_k1 special.sigmoid
            special.sigmoid_ special.sinc special.spherical_bessel_j0 sqrt sqrt_ square tan tan_ tanh tanh_ tanhshrink threshold
            threshold_ to to_dense to_type trunc trunc_ type type_as uniform_ with_requires_grad zero_ zeros_like
        """
    );

    private static readonly HashSet<string> _sameShape = [.. SameShape];

    /// <summary>Whether the result has the shape of the first tensor, whatever that is.</summary>
    public static bool KeepsShape(string name) => _sameShape.Contains(name);

    /// <summary>The same, along a dimension that the tensor must have.</summary>
    public static readonly string[] AlongDimension = Words(
        """
            softmax log_softmax softmin cumsum cumprod logcumsumexp argsort renorm special.softmax special.log_softmax flip
            fft.fftshift fft.ifftshift normalize
        """
    );

    /// <summary>All tensors are brought to one shape, value by value.</summary>
    public static readonly string[] Broadcast = Words(
        """
            add addcdiv addcmul arctan arctan2 atan2 binomial bitwise_and bitwise_left_shift bitwise_or bitwise_right_shift
            bitwise_xor clamp complex copysign div divide eq equal float_power floor_divide fmax fmin fmod gcd ge greater
            greater_equal gt heaviside hypot igamma igammac isclose lcm ldexp le lerp less less_equal logaddexp logaddexp2
            logical_and logical_or logical_xor lt masked_fill maximum minimum mul multiply ne nextafter not_equal polar pow
            remainder special.chebyshev_polynomial_t special.chebyshev_polynomial_u special.chebyshev_polynomial_v
            special.chebyshev_polynomial_w special.gammainc special.gammaincc special.hermite_polynomial_h
            special.hermite_polynomial_he special.laguerre_polynomial_l special.legendre_polynomial_p
            special.shifted_chebyshev_polynomial_t special.shifted_chebyshev_polynomial_u special.shifted_chebyshev_polynomial_v
            special.shifted_chebyshev_polynomial_w special.xlog1py special.zeta sub subtract true_divide xlogy where
        """
    );

    /// <summary>The same in place: the others are brought to the shape of the first.</summary>
    public static readonly string[] IntoFirst = Words(
        """
            add_ addcdiv_ addcmul_ arctan2_ arctan_ atan2_ bitwise_and_ bitwise_left_shift_ bitwise_or_ bitwise_right_shift_
            bitwise_xor_ clamp_ copy_ copysign_ div_ divide_ eq_ float_power_ floor_divide_ fmod_ gcd_ ge_ gt_ heaviside_ lcm_
            ldexp_ le_ lerp_ less_equal_ logical_and_ logical_or_ logical_xor_ lt_ masked_fill_ mul_ multiply_ ne_ nextafter_
            not_equal_ pow_ remainder_ sub_ subtract_ true_divide_ xlogy_
        """
    );

    /// <summary>The operator that a sign of C# stands for.</summary>
    public static string OfSign(string sign) =>
        sign switch
        {
            "+" => "add",
            "-" => "sub",
            "*" => "mul",
            "/" => "div",
            "%" => "remainder",
            "&" => "bitwise_and",
            "|" => "bitwise_or",
            "^" => "bitwise_xor",
            "~" => "bitwise_not",
            "==" or "!=" => "eq",
            "<" or "<=" or ">" or ">=" => "lt",
            _ => sign,
        };

    internal static string[] Words(string text) => text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
