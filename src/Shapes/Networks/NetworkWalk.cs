using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;
using ShapeGen.Networks.Blocks;

namespace ShapeGen.Networks;

/// <summary>A layer on the way through a network.</summary>
/// <param name="Index">Its place among the layers of the <see cref="NetworkSpec"/>.</param>
/// <param name="Layer">The layer, with what it makes of what comes.</param>
internal sealed record LayerStep(int Index, LayerModel Layer)
{
    /// <summary>The way through it, of a block.</summary>
    public BlockWalk? Block { get; init; }

    /// <summary>Whether its result is known, and everything before it in its own block fits.</summary>
    public bool Fits => Layer.Outcome is { Error: null, Output.Rank: not null };
}

/// <summary>The way through a block.</summary>
/// <param name="Spec">Its layers, for the arguments and the inputs that it has here.</param>
/// <param name="Steps">What they make of these.</param>
/// <param name="Problems">What is wrong with the arguments.</param>
internal sealed record BlockWalk(NetworkSpec Spec, IReadOnlyList<LayerStep> Steps, IReadOnlyList<Problem> Problems)
{
    public NetworkModel Model { get; } = NetworkModel.Of(Spec, Steps.Select(s => s.Layer));
}

/// <summary>What each layer makes of what the one before it gives. After a layer of which nothing is known, the shapes are unknown.</summary>
internal sealed class NetworkWalk
{
    private readonly EquatableArray<BlockSpec> _blocks;

    // Those that are on their way, from the outermost inwards.
    private readonly Stack<string> _active = new();
    private int _symbols;
    private int _layers;

    private NetworkWalk(EquatableArray<BlockSpec> blocks) => _blocks = blocks;

    public static IEnumerable<LayerStep> Of(NetworkSpec spec) => new NetworkWalk(spec.Blocks).Through(spec);

    private IEnumerable<LayerStep> Through(NetworkSpec spec)
    {
        var names = LayerNames.Of(spec, []);
        var scope = new Scope([.. spec.Inputs.Select(i => (i.Name, i.Operand))]);
        for (var i = 0; i < spec.Layers.Count; i++)
        {
            var layer = spec.Layers[i];
            var parts = layer.Kind == LayerCatalog.Shortcut ? Shortcut.Parts(layer, names[i], spec.Inputs[0], scope) : [layer];
            foreach (var part in parts)
            {
                var step = Step(spec, i, part, part == layer ? names[i] : part.Name!, scope);
                var key = layer.Name is null ? spec.Prefix + step.Layer.Name : step.Layer.Name;
                var isImplied = part != layer && part.Kind != LayerCatalog.Shortcut;
                yield return step with
                {
                    Layer = step.Layer with { Origin = layer.Origin, Key = key, IsImplied = isImplied },
                };
                scope.Add(step.Layer.Name, part.IsComplete ? LayerCatalog.Find(part.Kind) : null, step.Layer.Outcome);
            }
        }
    }

    private LayerStep Step(NetworkSpec spec, int index, LayerSpec layer, string name, Scope scope)
    {
        var definition = layer.IsComplete ? LayerCatalog.Find(layer.Kind) : null;
        if (definition is null)
        {
            return new(index, new(layer.Kind, name, scope.Current, Outcome.Unknown));
        }

        var (operands, error) = scope.Resolve(definition, layer.Arguments);
        if (error is null && ++_layers > Limits.AllLayers)
        {
            error = new(ProblemKind.TooLarge, null, spec.Name, $"more than {Limits.AllLayers} layers");
        }

        if (error is not null)
        {
            return new(index, new(layer.Kind, name, scope.Current, Outcome.Fails(error)));
        }

        if (layer.Use is { } use)
        {
            return Step(index, layer, use, name, scope, operands);
        }

        var outcome = definition.Infer(layer.Arguments, operands);
        return new(index, new(layer.Kind, name, scope.Current, outcome with { Output = WithSymbols(outcome.Output) }));
    }

    private LayerStep Step(int index, LayerSpec layer, BlockUse use, string name, Scope scope, Operands operands)
    {
        var block = _blocks.Find(use.Block);
        var model = new LayerModel(layer.Kind, name, scope.Current, Outcome.Unknown with { Arguments = layer.Arguments });
        if (block is not { IsSound: true })
        {
            return new(index, model);
        }

        if (Refuse(block, operands) is { } error)
        {
            return new(index, model with { Outcome = Outcome.Fails(error) });
        }

        _active.Push(block.Id);
        var (body, problems) = Instantiation.Of(block, use.Given, [operands.Main, .. operands.All(BlockLayer.With)], _blocks);
        var walk = new BlockWalk(body, [.. Through(body)], problems);
        _active.Pop();

        var fits = problems.Count == 0 && walk.Steps.All(s => s.Fits);
        var last = walk.Steps.Count > 0 ? walk.Steps[walk.Steps.Count - 1].Layer.Outcome : null;
        var result = last is null ? new Outcome(operands.Input) : new Outcome(last.Output) { Type = last.Type };
        result = result with { Arguments = layer.Arguments, Type = result.Type ?? operands.Main.Type };
        return new(index, model with { Outcome = fits ? result : model.Outcome, Body = walk.Model }) { Block = walk };
    }

    private Mismatch? Refuse(BlockSpec block, Operands operands)
    {
        if (_active.Contains(block.Id))
        {
            var inside = _active.TakeWhile(id => id != block.Id).Select(id => _blocks.Find(id)!.Name).Reverse().ToArray();
            return new(
                ProblemKind.BlockContainsItself,
                null,
                block.Name,
                inside.Length == 0 ? "itself" : $"{string.Join(", which contains ", inside)}, which contains {block.Name}"
            );
        }

        var given = operands.All(BlockLayer.With).Length + 1;
        return given == block.Inputs.Count
            ? null
            : new(
                ProblemKind.BadArgument,
                new(BlockLayer.With.Name),
                BlockLayer.With.Name,
                block.Name,
                $"must name {block.Inputs.Count - 1} tensors{(block.Inputs.Count > 1 ? $" ({string.Join(", ", block.Inputs.Skip(1))})" : "")}, but names {given - 1}"
            );
    }

    /// <summary>A size that no expression has, such as that of a window in ceil mode on an image of any size, is a new symbol.</summary>
    private Shape WithSymbols(Shape shape)
    {
        if (shape.Rank is null || shape.Axes.All(a => a.Size is not null))
        {
            return shape;
        }

        var axes = new List<Axis>();
        foreach (var axis in shape.Axes)
        {
            axes.Add(axis.Size is null ? axis with { Size = Dim.Symbol($"S{++_symbols}") } : axis);
        }

        return Shape.Of(axes);
    }
}
