using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;

namespace ShapeGen.Networks.Blocks;

/// <summary>Makes the layers of a block for given arguments and inputs: arithmetic is done, repetitions are written out.</summary>
internal sealed class Instantiation
{
    private readonly EquatableArray<BlockSpec> _blocks;
    private readonly Dictionary<string, ArgumentValue?> _environment = new(StringComparer.Ordinal);
    private readonly List<Problem> _problems = [];

    private Instantiation(EquatableArray<BlockSpec> blocks) => _blocks = blocks;

    /// <summary>The layers of a network, which has no arguments.</summary>
    public static (EquatableArray<LayerSpec> Layers, IReadOnlyList<Problem> Problems) OfNetwork(
        EquatableArray<LayerTemplate> layers,
        EquatableArray<BlockSpec> blocks
    )
    {
        var network = new Instantiation(blocks);
        return (network.Expand(layers), network._problems);
    }

    /// <summary>A block as a network of its own, which takes the given tensors.</summary>
    public static (NetworkSpec Body, IReadOnlyList<Problem> Problems) Of(
        BlockSpec block,
        Arguments given,
        IReadOnlyList<Operand> inputs,
        EquatableArray<BlockSpec> blocks
    )
    {
        var body = new Instantiation(blocks);
        foreach (var parameter in block.Parameters)
        {
            body._environment[parameter.Name] = given[parameter.Name] ?? parameter.Default;
        }

        foreach (var name in block.Channels)
        {
            body._environment[name] = Channels.Of(inputs[0].Shape, block, blocks) is { } channels ? ArgumentValue.Of(channels) : null;
        }

        var specs = block.Inputs.Select((name, i) => new InputSpec(null, Name: name) { Given = i < inputs.Count ? inputs[i] : null });
        var layers = body.Expand(block.Layers);
        return (new(block.Name, specs.ToEquatableArray(), layers) { Blocks = blocks, Block = block.Id }, body._problems);
    }

    private EquatableArray<LayerSpec> Expand(EquatableArray<LayerTemplate> templates) =>
        templates.SelectMany((template, i) => Expand(template, i)).ToEquatableArray();

    private IEnumerable<LayerSpec> Expand(LayerTemplate template, int index)
    {
        var isThere = template.If is null ? ArgumentValue.Of(true) : Evaluate(template, index, "If", template.If);
        if (isThere is ArgumentValue.Flag { Value: false })
        {
            yield break;
        }

        var arguments = Evaluate(template, index, template.Arguments);
        var isComplete = template.IsComplete && isThere is not null && arguments.Count == template.Arguments.Count;
        var layer = new LayerSpec(template.Kind, template.Name, new(arguments), isComplete) { Origin = index };
        if (template.Use is not { } use)
        {
            yield return layer;
            yield break;
        }

        var given = new Arguments(Given(template, index, use));
        layer = layer with { IsComplete = isComplete && given.Items.Count == use.Given.Count };
        var one = _blocks.Find(use.Block)?.Find(BlockParameter.Stride)?.Convert(ArgumentValue.Of(Dim.One));
        var copies = Copies(template, index, use);
        for (var copy = 0; copy < copies; copy++)
        {
            yield return layer with
            {
                Name = LayerNames.OfCopy(template.Name, copy, isRepeated: use.Repeat is not null),
                Use = new(use.Block, copy > 0 && one is not null ? given.With(BlockParameter.Stride, one) : given, use.Positional),
            };
        }
    }

    /// <summary>What the use gives, in the types of the block's arguments.</summary>
    private EquatableArray<Argument> Given(LayerTemplate template, int index, BlockUseTemplate use)
    {
        var block = _blocks.Find(use.Block);
        var given = new List<Argument>();
        foreach (var argument in Evaluate(template, index, use.Given))
        {
            var place = block?.Parameters.ToList().FindIndex(p => p.Name == argument.Name) ?? -1;
            if (place < 0 || block!.Parameters[place].Convert(argument.Value) is not { } value)
            {
                var problem = $"must be {block?.Parameters[place].Type}, but is {argument.Value}";
                _problems.Add(
                    new(ProblemKind.BadArgument, argument.Name, block?.Name ?? template.Kind, problem)
                    {
                        Layer = index,
                        At = use.ArgumentAt(argument.Name, place),
                    }
                );
            }
            else
            {
                given.Add(argument with { Value = value });
            }
        }

        return given.ToEquatableArray();
    }

    private int Copies(LayerTemplate template, int index, BlockUseTemplate use)
    {
        if (use.Repeat is null)
        {
            return 1;
        }

        var value = Evaluate(template, index, "Repeat", use.Repeat);
        var count = value is ArgumentValue.Sizes { IsList: false } sizes ? sizes.Items[0].Constant : null;
        if (count >= 1 && count <= Limits.Layers)
        {
            return (int)count.Value;
        }

        if (value is not null)
        {
            var block = _blocks.Find(use.Block)?.Name ?? template.Kind;
            Report(block, index, "Repeat", $"must be between 1 and {Limits.Layers}, but is {value}");
        }

        return 1;
    }

    private EquatableArray<Argument> Evaluate(LayerTemplate template, int index, EquatableArray<FormulaArgument> arguments) =>
        arguments
            .Select(a => (a.Name, Value: Evaluate(template, index, a.Name, a.Formula)))
            .Where(a => a.Value is not null)
            .Select(a => new Argument(a.Name, a.Value!))
            .ToEquatableArray();

    private ArgumentValue? Evaluate(LayerTemplate template, int index, string name, Formula formula)
    {
        var (value, problem) = formula.Evaluate(n => _environment.TryGetValue(n, out var known) ? known : null);
        if (problem is not null)
        {
            Report(template.Kind, index, name, problem);
        }

        return value;
    }

    private void Report(string layer, int index, string name, string problem) =>
        _problems.Add(new(ProblemKind.BadArgument, name, layer, problem) { Layer = index, At = new(name) });
}
