using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen.Layers;

namespace ShapeGen.Networks;

/// <summary>The tensors that a layer can take: the one that flows through the network, and those of earlier layers by their names.</summary>
internal sealed class Scope
{
    /// <summary>The name of an input that has no other.</summary>
    public const string InputName = "input";

    private readonly Dictionary<string, (LayerDefinition? Definition, Operand Input, Operand Result, bool PadsSame)> _layers = new(
        StringComparer.Ordinal
    );

    /// <param name="inputs">The inputs of the network, of which the first one flows.</param>
    public Scope(IReadOnlyList<(string Name, Operand Operand)> inputs)
    {
        (CurrentName, Current) = inputs.Count > 0 ? inputs[0] : (InputName, Operand.Unknown);
        foreach (var (name, operand) in inputs)
        {
            _layers[name] = (null, operand, operand, false);
            _hasUnknown |= operand.Shape.Rank is null;
        }
    }

    // A layer that the compiler reports, or an input that is wrong, may have the name that another one takes.
    private bool _hasUnknown;

    /// <summary>What the next layer takes.</summary>
    public Operand Current { get; private set; }

    /// <summary>The name of what gave it.</summary>
    public string CurrentName { get; private set; }

    public void Add(string name, LayerDefinition? definition, Outcome outcome)
    {
        _hasUnknown |= definition is null;
        var result = new Operand(outcome.Output, outcome.Type ?? ElementType.Unknown);

        // Padding that is not libtorch's own moves the places that a pooling finds.
        var padsSame =
            outcome.Arguments[PaddingParameter.ParameterName] is ArgumentValue.Sizes { IsList: false } sizes
            && sizes.Items[0].Constant == Pad.Same
            && outcome.Windows.Any(w =>
                w is not { PadBefore: { } before, PadAfter: { } after } || !before.Equals(Dim.Zero) || !after.Equals(Dim.Zero)
            );
        _layers[name] = (definition, Current, result, padsSame);
        Current = result;
        CurrentName = name;
    }

    /// <summary>The operands of a layer, or what is wrong with a name of one.</summary>
    public (Operands Operands, Mismatch? Error) Resolve(LayerDefinition definition, Arguments arguments)
    {
        var others = new List<(string, Operand)>();
        foreach (var parameter in definition.Parameters.OfType<OperandParameter>())
        {
            var names = parameter.Read(arguments);
            for (var i = 0; i < names.Length; i++)
            {
                var (operand, problem) = Find(parameter, names[i]);
                if (problem is not null)
                {
                    return (new(Current), new(ProblemKind.BadArgument, new(parameter.Name, i), parameter.Name, definition.Name, problem));
                }

                others.Add((parameter.Name, operand));
            }
        }

        return (new(Current, [.. others]), null);
    }

    private (Operand Operand, string? Problem) Find(OperandParameter parameter, string name)
    {
        if (!_layers.TryGetValue(name, out var layer))
        {
            if (_hasUnknown)
            {
                return (Operand.Unknown, null);
            }

            var meant = Spelling.Nearest(name, _layers.Keys);
            return (
                Operand.Unknown,
                $"must be the name of an earlier layer, but '{name}' is none{(meant is null ? "" : $"; did you mean '{meant}'?")}"
            );
        }

        if (!parameter.TakesIndices)
        {
            return (layer.Result, null);
        }

        if (layer.Definition is not { GivesIndices: true })
        {
            var what = layer.Definition is null ? "an input" : layer.Definition.Name;
            return (Operand.Unknown, $"must be the name of a max pooling, but '{name}' is {what}");
        }

        return layer.PadsSame
            ? (Operand.Unknown, $"must be the name of a max pooling whose padding is a number, but '{name}' pads Same")
            : (new(layer.Result.Shape, ElementType.Int64) { PointsInto = layer.Input.Shape }, null);
    }
}
