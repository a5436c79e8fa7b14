using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Networks;

namespace ShapeGen.Layers;

/// <summary>
/// RNN, GRU and LSTM over a sequence: (N, T, input size) → (N, T, D·hidden size), where D is 2 if bidirectional; or the last state
/// only, (N, D·hidden size).
/// </summary>
internal sealed class Recurrent : UnaryLayer
{
    private static readonly SizeParameter _inputSize = new("InputSize");
    private static readonly SizeParameter _hiddenSize = new("HiddenSize");
    private static readonly SizeParameter _numLayers = new("NumLayers", Default: 1, Maximum: Limits.Layers);
    private static readonly FlagParameter _bias = new("Bias", true);
    private static readonly NumberParameter _dropout = new("Dropout", 0, 0, 1);
    private static readonly FlagParameter _bidirectional = new("Bidirectional", false);
    private static readonly FlagParameter _returnSequences = new("ReturnSequences", true);

    private readonly int _gates;

    /// <param name="name">The name of the layer.</param>
    /// <param name="gates">How many numbers each hidden unit computes: 1, 3 of GRU, 4 of LSTM.</param>
    /// <param name="own">Further parameters.</param>
    public Recurrent(string name, int gates, params Parameter[] own)
        : base(name, [_inputSize, _hiddenSize, _numLayers, _bias, _dropout, _bidirectional, _returnSequences, .. own]) => _gates = gates;

    protected override Parameter? StatedSize => _inputSize;

    protected override Outcome Apply(Arguments arguments, Shape input)
    {
        if (_hiddenSize.Read(arguments) is not { } hidden)
        {
            return Outcome.Unknown;
        }

        if (input.Rank is not { } rank)
        {
            return Outcome.Unknown;
        }

        if (rank != 3)
        {
            return WrongRank("sequences, (N, T, features)", input);
        }

        var directions = _bidirectional.Read(arguments) ? 2 : 1;
        var features = new Axis(directions * hidden);
        var output = _returnSequences.Read(arguments) ? Sequences.Of(input.Replace(2, 1, features)) : Shape.Of(input.Axes[0], features);
        var declared = _inputSize.Read(arguments);
        if (Samples.CheckFeatures(this, _inputSize, declared, input.Axes[2]) is { } error)
        {
            return Outcome.Fails(error, output);
        }

        var doubt = Sequences.BatchElsewhere(this, input) ?? CheckDropout(arguments);
        if ((declared ?? input.Axes[2].Size) is not { } inputSize)
        {
            return new(output) { Doubt = doubt };
        }

        var outcome = new Outcome(output)
        {
            Doubt = doubt,
            Arguments = arguments.With(_inputSize, ArgumentValue.Of(inputSize)),
            Weights = WeightsOf(arguments, inputSize, hidden, directions).ToEquatableArray(),
        };
        return outcome with { MultiplyAdds = outcome.ParameterCount * (input.Axes[1].Size ?? Dim.One) };
    }

    private Mismatch? CheckDropout(Arguments arguments) =>
        _dropout.Read(arguments) > 0 && _numLayers.Read(arguments)!.Constant is { IsOne: true }
            ? new(ProblemKind.NoEffect, new(_dropout.Name), $"{_dropout.Name} of {Name}", "it stands between layers, and NumLayers is 1")
            : null;

    private IEnumerable<Weight> WeightsOf(Arguments arguments, Dim inputSize, Dim hidden, int directions)
    {
        var layers = (int)(_numLayers.Read(arguments)!.Constant ?? 1);
        for (var i = 0; i < layers * directions; i++)
        {
            var (layer, suffix) = (i / directions, i % directions == 0 ? "" : "_reverse");
            foreach (var weight in RecurrentWeights.Of(_gates, layer == 0 ? inputSize : directions * hidden, hidden, _bias.Read(arguments)))
            {
                yield return weight with
                {
                    Name = $"{weight.Name}_l{layer}{suffix}",
                };
            }
        }
    }
}

/// <summary>RNNCell, GRUCell and LSTMCell: one step, (N, input size) → (N, hidden size). The states are zeros unless they are named.</summary>
internal sealed class RecurrentCell : LayerDefinition
{
    private static readonly SizeParameter _inputSize = new("InputSize");
    private static readonly SizeParameter _hiddenSize = new("HiddenSize");
    private static readonly FlagParameter _bias = new("Bias", true);
    private static readonly OperandParameter _hidden = new("Hidden");

    private readonly int _gates;

    /// <param name="name">The name of the layer.</param>
    /// <param name="gates">How many numbers each hidden unit computes: 1, 3 of GRU, 4 of LSTM.</param>
    /// <param name="own">Further parameters.</param>
    public RecurrentCell(string name, int gates, params Parameter[] own)
        : base(name, [_inputSize, _hiddenSize, _bias, _hidden, .. own]) => _gates = gates;

    protected override Outcome Apply(Arguments arguments, Operands operands)
    {
        var input = operands.Input;
        if (_hiddenSize.Read(arguments) is not { } hidden || input.Rank is not { } rank)
        {
            return Outcome.Unknown;
        }

        if (rank != 2)
        {
            return WrongRank("one step of sequences, (N, features)", input);
        }

        var declared = _inputSize.Read(arguments);
        var output = Shape.Of(input.Axes[0], new Axis(hidden));
        var states = Parameters.OfType<OperandParameter>().Where(p => operands[p] is not null);
        var error =
            Samples.CheckFeatures(this, _inputSize, declared, input.Axes[1])
            ?? states.Select(p => CheckState(p, arguments, operands[p]!.Shape, output)).FirstOrDefault(e => e is not null);
        if (error is not null)
        {
            return Outcome.Fails(error, output);
        }

        if ((declared ?? input.Axes[1].Size) is not { } inputSize)
        {
            return new(output);
        }

        var outcome = new Outcome(output)
        {
            Arguments = arguments.With(_inputSize, ArgumentValue.Of(inputSize)),
            Weights = RecurrentWeights.Of(_gates, inputSize, hidden, _bias.Read(arguments)).ToEquatableArray(),
        };
        return outcome with { MultiplyAdds = outcome.ParameterCount };
    }

    private Mismatch? CheckState(OperandParameter parameter, Arguments arguments, Shape state, Shape expected) =>
        Samples.AreDifferent(state, expected)
            ? new(
                ProblemKind.OperandsDiffer,
                new(parameter.Name),
                Name,
                $"a state {expected}",
                "its hidden size",
                $"is {expected.Axes[1]}",
                $"'{parameter.Read(arguments)[0]}'",
                state.ToString(),
                ""
            )
            : null;
}

/// <summary>The weights of a recurrent step.</summary>
internal static class RecurrentWeights
{
    public static IEnumerable<Weight> Of(int gates, Dim inputSize, Dim hidden, bool bias)
    {
        var rows = gates * hidden;
        yield return new("weight_ih", EquatableArray.Of(rows, inputSize));
        yield return new("weight_hh", EquatableArray.Of(rows, hidden));
        if (bias)
        {
            yield return new("bias_ih", EquatableArray.Of(rows));
            yield return new("bias_hh", EquatableArray.Of(rows));
        }
    }
}
