namespace ShapeGen;

/// <summary>max(0, x), for each value: the shape stays as it is.</summary>
public sealed class ReLUAttribute : LayerAttribute;

/// <summary>min(max(0, x), 6), for each value: the shape stays as it is.</summary>
public sealed class ReLU6Attribute : LayerAttribute;

/// <summary>x·Φ(x), with the Gaussian distribution Φ, for each value: the shape stays as it is.</summary>
public sealed class GELUAttribute : LayerAttribute
{
    /// <summary>How Φ is computed; exactly by default.</summary>
    public GeluApproximation Approximate { get; set; }
}

/// <summary>the scaled exponential linear unit, for each value: the shape stays as it is.</summary>
public sealed class SELUAttribute : LayerAttribute;

/// <summary>x·sigmoid(x), for each value: the shape stays as it is.</summary>
public sealed class SiLUAttribute : LayerAttribute;

/// <summary>x·tanh(softplus(x)), for each value: the shape stays as it is.</summary>
public sealed class MishAttribute : LayerAttribute;

/// <summary>1 / (1 + exp(−x)), for each value: the shape stays as it is.</summary>
public sealed class SigmoidAttribute : LayerAttribute;

/// <summary>tanh(x), for each value: the shape stays as it is.</summary>
public sealed class TanhAttribute : LayerAttribute;

/// <summary>x − tanh(x), for each value: the shape stays as it is.</summary>
public sealed class TanhshrinkAttribute : LayerAttribute;

/// <summary>x / (1 + |x|), for each value: the shape stays as it is.</summary>
public sealed class SoftsignAttribute : LayerAttribute;

/// <summary>log(sigmoid(x)), for each value: the shape stays as it is.</summary>
public sealed class LogSigmoidAttribute : LayerAttribute;

/// <summary>min(max(0, x / 6 + 1/2), 1), for each value: the shape stays as it is.</summary>
public sealed class HardsigmoidAttribute : LayerAttribute;

/// <summary>x·hardsigmoid(x), for each value: the shape stays as it is.</summary>
public sealed class HardswishAttribute : LayerAttribute;

/// <summary>x, for each value: the shape stays as it is.</summary>
public sealed class IdentityAttribute : LayerAttribute;

/// <summary>x where it is positive, alpha·(exp(x) − 1) elsewhere, for each value: the shape stays as it is.</summary>
public sealed class ELUAttribute : LayerAttribute
{
    /// <summary>With the defaults of PyTorch.</summary>
    public ELUAttribute() { }

    /// <summary>With a number of its own.</summary>
    /// <param name="alpha">The factor of the negative part.</param>
    public ELUAttribute(double alpha) { }

    /// <summary>The value that large negative inputs approach, negated.</summary>
    public double Alpha { get; set; } = 1.0;
}

/// <summary>max(0, x) + min(0, alpha·(exp(x / alpha) − 1)), for each value: the shape stays as it is.</summary>
public sealed class CELUAttribute : LayerAttribute
{
    /// <summary>With the defaults of PyTorch.</summary>
    public CELUAttribute() { }

    /// <summary>With a number of its own.</summary>
    /// <param name="alpha">The factor of the negative part.</param>
    public CELUAttribute(double alpha) { }

    /// <summary>The scale of the negative part.</summary>
    public double Alpha { get; set; } = 1.0;
}

/// <summary>x where it is positive, negative slope·x elsewhere, for each value: the shape stays as it is.</summary>
public sealed class LeakyReLUAttribute : LayerAttribute
{
    /// <summary>With the defaults of PyTorch.</summary>
    public LeakyReLUAttribute() { }

    /// <summary>With a number of its own.</summary>
    /// <param name="negativeSlope">The factor of negative values.</param>
    public LeakyReLUAttribute(double negativeSlope) { }

    /// <summary>The slope for negative inputs.</summary>
    public double NegativeSlope { get; set; } = 0.01;
}

/// <summary>x where |x| &gt; lambda, 0 elsewhere, for each value: the shape stays as it is.</summary>
public sealed class HardshrinkAttribute : LayerAttribute
{
    /// <summary>With the defaults of PyTorch.</summary>
    public HardshrinkAttribute() { }

    /// <summary>With a number of its own.</summary>
    /// <param name="lambda">The threshold.</param>
    public HardshrinkAttribute(double lambda) { }

    /// <summary>The threshold.</summary>
    public double Lambda { get; set; } = 0.5;
}

/// <summary>x moved by lambda towards 0, 0 where |x| ≤ lambda, for each value: the shape stays as it is.</summary>
public sealed class SoftshrinkAttribute : LayerAttribute
{
    /// <summary>With the defaults of PyTorch.</summary>
    public SoftshrinkAttribute() { }

    /// <summary>With a number of its own.</summary>
    /// <param name="lambda">The threshold.</param>
    public SoftshrinkAttribute(double lambda) { }

    /// <summary>The threshold, at least 0.</summary>
    public double Lambda { get; set; } = 0.5;
}

/// <summary>min(max(min val, x), max val), for each value: the shape stays as it is.</summary>
public sealed class HardtanhAttribute : LayerAttribute
{
    /// <summary>From -1 to 1.</summary>
    public HardtanhAttribute() { }

    /// <summary>Between two bounds.</summary>
    /// <param name="minVal">The least value.</param>
    /// <param name="maxVal">The largest value.</param>
    public HardtanhAttribute(double minVal, double maxVal) { }

    /// <summary>The smallest output.</summary>
    public double MinVal { get; set; } = -1.0;

    /// <summary>The largest output.</summary>
    public double MaxVal { get; set; } = 1.0;
}

/// <summary>log(1 + exp(beta·x)) / beta, for each value: the shape stays as it is.</summary>
public sealed class SoftplusAttribute : LayerAttribute
{
    /// <summary>The sharpness.</summary>
    public double Beta { get; set; } = 1.0;

    /// <summary>Where beta·x is above it, the function is x.</summary>
    public double Threshold { get; set; } = 20.0;
}

/// <summary>exp(x), divided by its sum along a dimension: the shape stays as it is.</summary>
public sealed class SoftmaxAttribute : LayerAttribute
{
    /// <summary>Normalises along a dimension.</summary>
    /// <param name="dim">The dimension, the batch being 0; counted from the end where it is negative.</param>
    public SoftmaxAttribute(int dim) { }
}

/// <summary>the logarithm of Softmax along a dimension: the shape stays as it is.</summary>
public sealed class LogSoftmaxAttribute : LayerAttribute
{
    /// <summary>Normalises along a dimension.</summary>
    /// <param name="dim">The dimension, the batch being 0; counted from the end where it is negative.</param>
    public LogSoftmaxAttribute(int dim) { }
}

/// <summary>Sets values to 0 with probability p while training, and scales the others by 1 / (1 − p): the shape stays as it is.</summary>
public sealed class DropoutAttribute : LayerAttribute
{
    /// <summary>Drops values with a probability.</summary>
    /// <param name="p">The probability, between 0 and 1.</param>
    public DropoutAttribute(double p = 0.5) { }
}
