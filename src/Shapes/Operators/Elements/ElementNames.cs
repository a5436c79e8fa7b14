namespace ShapeGen.Operators;

/// <summary>Operators by the type of the elements that they give, and by what they take.</summary>
internal static class ElementNames
{
    /// <summary>They give the type of the first tensor.</summary>
    public static readonly string[] Same = OperatorNames.Words(
        """
            abs_ absolute_ acos_ acosh_ adaptive_avg_pool1d adaptive_avg_pool2d adaptive_avg_pool3d adaptive_max_pool1d
            adaptive_max_pool2d add_ addcdiv_ addcmul_ addr_ adjoint alias alpha_dropout amax amin aminmax arccos_ arccosh_
            arcsin_ arcsinh_ arctan_ arctan2_ arctanh_ asin_ asinh_ atan_ atan2_ atanh_ atleast_1d atleast_2d atleast_3d
            avg_pool1d avg_pool2d avg_pool3d batch_norm bernoulli bernoulli_ binary_cross_entropy bitwise_and_ bitwise_left_shift_
            bitwise_not bitwise_not_ bitwise_or_ bitwise_right_shift_ bitwise_xor_ bmm broadcast_tensors broadcast_to cauchy_ ceil
            ceil_ celu celu_ chain_matmul channel_shuffle chunk clone conj conj_physical
            conj_physical_ contiguous conv1d conv1d_padding conv2d conv2d_padding conv3d conv3d_padding conv_transpose1d
            conv_transpose2d conv_transpose3d copy_ copysign_ cos_ cosh_ cpu deg2rad_ det detach detach_ diag diag_embed diagflat
            diagonal diagonal_scatter digamma_ div_ divide_ dropout dropout1d dropout2d dropout3d dsplit elu elu_ eq_ erf_ erfc_
            erfinv_ exp_ exp2_ expand expand_as expm1_ exponential_ feature_alpha_dropout fft.fftshift fft.ifftshift fill_ fix
            fix_ flatten flip fliplr flipud floor floor_ floor_divide_ fmod_ fold frac frac_ fractional_max_pool2d
            fractional_max_pool3d gather gcd_ ge_ gelu gelu_ geometric_ glu group_norm gt_ hardshrink hardsigmoid hardsigmoid_
            hardswish hardswish_ hardtanh hardtanh_ heaviside_ histc hsplit i0_ index index_add index_add_ index_copy index_copy_
            index_fill index_fill_ index_put_ index_select instance_norm inverse layer_norm lcm_ ldexp_ le_ leaky_relu leaky_relu_
            lerp_ less_equal_ linalg.cholesky linalg.cross linalg.det linalg.diagonal linalg.inv linalg.matrix_exp
            linalg.multi_dot linalg.pinv linear log_ log10_ log1p_ log2_ log_normal_ log_sigmoid log_softmax logcumsumexp logdet
            logical_and_ logical_not_ logical_or_ logical_xor_ logit_ logsigmoid lt_ masked_fill_ masked_scatter masked_scatter_
            masked_select matmul matrix_exp matrix_power max_pool1d max_pool2d max_pool3d mean median mish mm moveaxis movedim
            msort mul_ multiply_ mv mvlgamma_ nan_to_num nan_to_num_ nanmedian nanquantile narrow ne_ neg neg_ negative negative_
            nextafter_ normal_ normalize not_equal_ pad permute pinverse pixel_shuffle pixel_unshuffle poisson polygamma_ positive
            pow_ prelu quantile rad2deg_ random_ ravel reciprocal_ relu relu_ relu6 relu6_ remainder_ renorm repeat
            repeat_interleave requires_grad_ reshape resolve_conj resolve_neg roll rot90 round round_ rrelu rrelu_ rsqrt_
            _sample_dirichlet scaled_dot_product_attention scatter scatter_ scatter_add scatter_add_ select select_scatter selu
            selu_ sgn sgn_ sigmoid_ sign sign_ silu silu_ sin_ sinc_ sinh_ slice slice_scatter softmax softmax2d softmin softplus
            softshrink special.log_softmax special.sigmoid_ special.softmax split sqrt_ squeeze _standard_gamma std sub_ subtract_
            swapaxes swapdims t T mT H mH take take_along_dim tan_ tanh_ tensor_split tensordot this[] threshold threshold_ tile to_dense
            transpose tril tril_ triu triu_ true_divide_ trunc trunc_ unbind unflatten unfold uniform_ unsqueeze var vdot view
            view_as vsplit with_requires_grad xlogy_ zero_ linalg.solve linalg.solve_triangular cholesky_solve cholesky_inverse
            linalg.tensorinv cholesky linalg.qr linalg.lu
        """
    );

    /// <summary>The same, of integers and truth values the default floating-point type.</summary>
    public static readonly string[] Floats = OperatorNames.Words(
        """
            acos acosh arccos arccosh arcsin arcsinh arctanh asin asinh atan atanh corrcoef cos cosh cosine_embedding_loss cov
            cumulative_trapezoid deg2rad digamma erf erfc erfinv exp exp2 expm1 gaussian_nll_loss i0 lgamma
            local_response_norm log log10 log1p log2 logit logsumexp margin_ranking_loss mvlgamma polygamma
            rad2deg reciprocal rsqrt sigmoid sin sinc sinh softsign special.airy_ai special.bessel_j0 special.bessel_j1
            special.bessel_y0 special.bessel_y1 special.chebyshev_polynomial_t special.chebyshev_polynomial_u
            special.chebyshev_polynomial_v special.chebyshev_polynomial_w special.digamma special.entr special.erf special.erfc
            special.erfcx special.erfinv special.exp2 special.expit special.expm1 special.gammaln special.hermite_polynomial_h
            special.hermite_polynomial_he special.i0 special.i0e special.i1 special.i1e special.laguerre_polynomial_l
            special.legendre_polynomial_p special.logit special.modified_bessel_i0 special.modified_bessel_i1
            special.modified_bessel_k0 special.modified_bessel_k1 special.multigammaln special.ndtr special.ndtri
            special.polygamma special.psi special.scaled_modified_bessel_k0 special.scaled_modified_bessel_k1
            special.shifted_chebyshev_polynomial_t special.shifted_chebyshev_polynomial_u special.shifted_chebyshev_polynomial_v
            special.shifted_chebyshev_polynomial_w special.sigmoid special.sinc special.spherical_bessel_j0 special.xlog1py sqrt
            tan tanh tanhshrink trapezoid trapz
        """
    );

    /// <summary>The same, of integers and truth values int64.</summary>
    public static readonly string[] Totals = OperatorNames.Words(
        """
            cumprod cumsum nansum prod sum trace vander
        """
    );

    /// <summary>They give truth values.</summary>
    public static readonly string[] Truths = OperatorNames.Words(
        """
            all any bool BoolTensor eq equal ge greater greater_equal gt isclose isfinite isin isinf isnan isneginf isposinf
            isreal le less less_equal logical_and logical_not logical_or logical_xor lt ne not_equal signbit
        """
    );

    /// <summary>They give int64: places and numbers.</summary>
    public static readonly string[] Places = OperatorNames.Words(
        """
            argmax argmin argsort argwhere count_nonzero linalg.matrix_rank long LongTensor multinomial nonzero one_hot
        """
    );

    /// <summary>They give values of the type of the first tensor, and, where they give two, their places in int64.</summary>
    public static readonly string[] WithPlaces = OperatorNames.Words(
        """
            adaptive_max_pool1d_with_indices adaptive_max_pool2d_with_indices cummax cummin fractional_max_pool2d_with_indices
            fractional_max_pool3d_with_indices kthvalue max max_pool1d_with_indices max_pool2d_with_indices
            max_pool3d_with_indices min mode sort topk
        """
    );

    /// <summary>They take no integers and no truth values, but where a type is given to compute in.</summary>
    public static readonly string[] OfFloats = OperatorNames.Words(
        """
            acos_ acosh_ adaptive_avg_pool1d adaptive_avg_pool2d adaptive_avg_pool3d adaptive_max_pool1d
            adaptive_max_pool1d_with_indices adaptive_max_pool2d adaptive_max_pool2d_with_indices arccos_ arccosh_ arcsin_
            arcsinh_ arctanh_ asin_ asinh_ atan_ atanh_ batch_norm bernoulli cdist celu celu_ cos_ cosh_ deg2rad_ det digamma_ elu elu_
            erf_ erfc_ erfinv_ exp_ exp2_ expm1_ exponential_ frac frac_ fractional_max_pool2d fractional_max_pool2d_with_indices
            fractional_max_pool3d fractional_max_pool3d_with_indices gelu gelu_ glu group_norm hardshrink hardsigmoid hardsigmoid_
            hardswish hardswish_ histc i0_ instance_norm inverse layer_norm leaky_relu leaky_relu_ linalg.cholesky linalg.det
            linalg.eigvals linalg.eigvalsh linalg.inv linalg.matrix_exp linalg.matrix_norm linalg.pinv linalg.svdvals
            linalg.vector_norm log_ log10_ log1p_ log2_ log_normal_ log_sigmoid log_softmax logcumsumexp logdet logit_ logsigmoid
            matrix_exp mean mish multinomial mvlgamma_ norm normal_ normalize pinverse poisson polygamma_ rad2deg_ reciprocal_
            round round_ rrelu rrelu_ rsqrt_ _sample_dirichlet selu selu_ sigmoid_ silu silu_ sin_ sinc_ sinh_ softmax softmax2d
            softmin softplus softshrink special.log_softmax special.sigmoid_ special.softmax sqrt_ _standard_gamma std std_mean
            tan_ tanh_ uniform_ var var_mean linalg.svd linalg.qr linalg.eig linalg.eigh linalg.lu linalg.lu_factor linalg.ldl_factor
            linalg.ldl_factor_ex linalg.cholesky_ex linalg.inv_ex linalg.slogdet slogdet linalg.solve linalg.solve_ex
            linalg.solve_triangular linalg.lstsq linalg.cond linalg.norm linalg.matrix_rank linalg.tensorinv cholesky geqrf
            cholesky_solve cholesky_inverse
        """
    );
}
