using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;

namespace ShapeGen.Layers;

/// <summary>
/// MultiheadAttention: queries (N, T, E) over keys and values (N, S, E) → (N, T, E). Keys and values are the queries unless they are
/// named, and the values are the keys.
/// </summary>
internal sealed class Attention()
    : LayerDefinition("MultiheadAttention", _embedDim, _numHeads, _dropout, _bias, _addBiasKv, _addZeroAttn, _isCausal, _key, _value)
{
    private static readonly SizeParameter _embedDim = new("EmbedDim");
    private static readonly SizeParameter _numHeads = new("NumHeads");
    private static readonly NumberParameter _dropout = new("Dropout", 0, 0, 1);
    private static readonly FlagParameter _bias = new("Bias", true);
    private static readonly FlagParameter _addBiasKv = new("AddBiasKv", false);
    private static readonly FlagParameter _addZeroAttn = new("AddZeroAttn", false);
    private static readonly FlagParameter _isCausal = new("IsCausal", false);
    private static readonly OperandParameter _key = new("Key");
    private static readonly OperandParameter _value = new("Value");

    protected override Parameter? StatedSize => _embedDim;

    protected override Outcome Apply(Arguments arguments, Operands operands)
    {
        var query = operands.Input;
        if (_numHeads.Read(arguments) is not { } heads || query.Rank is null)
        {
            return new(query);
        }

        var declared = _embedDim.Read(arguments);
        if (Sequences.Check(this, _embedDim, declared, _numHeads, heads, query) is { } error)
        {
            return Outcome.Fails(error, query);
        }

        var (key, value) = (operands[_key]?.Shape ?? query, operands[_value]?.Shape ?? operands[_key]?.Shape ?? query);
        var mismatch =
            CheckOther(_key, arguments, key, query)
            ?? CheckOther(_value, arguments, value, query)
            ?? (Samples.AreDifferent(key, value) ? OperandsDiffer(_value, arguments, "keys and values of one shape", key, value) : null);
        if (mismatch is not null)
        {
            return Outcome.Fails(mismatch, query);
        }

        if (_isCausal.Read(arguments) && (arguments.Has(_key) || arguments.Has(_value)))
        {
            return BadArgument(_isCausal, "is for attention to the sequence itself, and must not be given beside Key or Value", query);
        }

        if ((declared ?? query.Axes[2].Size) is not { } width)
        {
            return new(query);
        }

        var weights = Sequences.AttentionWeights(width, _bias.Read(arguments)).Concat(_addBiasKv.Read(arguments) ? BiasKv(width) : []);
        return new(Sequences.Of(query))
        {
            Doubt = Sequences.BatchElsewhere(this, query),
            Arguments = arguments.With(_embedDim, ArgumentValue.Of(width)),
            Weights = weights.ToEquatableArray(),
            MultiplyAdds = Sequences.AttentionMultiplyAdds(width, query.Axes[1].Size, key.Rank == 3 ? key.Axes[1].Size : null),
        };
    }

    private static IEnumerable<Weight> BiasKv(Dim width)
    {
        var sizes = EquatableArray.Of<Dim>(1, 1, width);
        return [new("bias_k", sizes), new("bias_v", sizes)];
    }

    private Mismatch? CheckOther(OperandParameter parameter, Arguments arguments, Shape other, Shape query) =>
        arguments.Has(parameter) && other.Rank is { } rank && (rank != 3 || Samples.AreDifferent(other.Axes[2], query.Axes[2]))
            ? OperandsDiffer(parameter, arguments, "sequences of one width", query, other)
            : null;
}
