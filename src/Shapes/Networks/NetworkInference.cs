using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;
using ShapeGen.Networks.Blocks;

namespace ShapeGen.Networks;

/// <summary>Works out the sizes of a network layer by layer, and finds what does not fit.</summary>
internal sealed class NetworkInference
{
    private readonly NetworkSpec _spec;
    private readonly List<Problem> _problems = [];
    private readonly List<LayerModel> _layers = [];
    private readonly HashSet<string> _unknown;
    private bool _isComplete;
    private bool _isSound = true;

    private NetworkInference(NetworkSpec spec, HashSet<string> unknown)
    {
        (_spec, _unknown) = (spec, unknown);
        _isComplete = spec.Inputs.All(i => i.Operand.Shape.Rank is not null);
    }

    public static NetworkInferenceResult Infer(NetworkSpec spec)
    {
        var inference = new NetworkInference(spec, new(StringComparer.Ordinal));
        inference.Through(NetworkWalk.Of(spec));
        return new(
            NetworkModel.Of(spec, inference._layers),
            inference._isSound,
            // What is wrong in a block is wrong at all its uses alike.
            inference
                ._problems.GroupBy(p => p.Block is null ? (object)p : (p.Kind, p.Layer, p.At, p.Block))
                .Select(g => g.First())
                .ToEquatableArray()
        );
    }

    /// <summary>An argument, inferred, that is no number.</summary>
    public static Argument? UnknownArgument(Outcome outcome) =>
        outcome.Arguments.Items.FirstOrDefault(a => a.Value is ArgumentValue.Sizes s && s.Items.Any(d => !d.IsConstant));

    private void Through(IEnumerable<LayerStep> steps)
    {
        LayerNames.Of(_spec, _problems);
        _isSound &= _problems.Count == 0;
        foreach (var step in steps)
        {
            _layers.Add(step.Layer);
            _isComplete &= step.Fits;
            if (step.Block is { } block)
            {
                Through(block, step);
            }
            else
            {
                Check(step);
            }
        }

        if (_isComplete && _spec.Block is null)
        {
            // Of a block, another use may take what this one does not. And otherwise what is missing may be what another layer misspells.
            _problems.AddRange(WholeNetwork.Check(_spec, _layers));
        }

        _isSound &= _isComplete;
    }

    private void Check(LayerStep step)
    {
        var outcome = step.Layer.Outcome;
        if ((outcome.Error ?? outcome.Doubt) is { } mismatch)
        {
            _problems.Add(Describe(step, mismatch) with { IsDoubt = outcome.Error is null });
        }

        if (outcome.Error is null && (Limits.Check(step.Layer) ?? UnknownSize(step)) is { } excess)
        {
            _problems.Add(excess with { Layer = step.Layer.Origin });
            _isComplete = false;
        }

        _isComplete &= UnknownArgument(outcome) is null;
    }

    private void Through(BlockWalk block, LayerStep use)
    {
        var inner = new NetworkInference(block.Spec, _unknown);
        inner._problems.AddRange(block.Problems);
        inner.Through(block.Steps);
        _isComplete &= inner._isComplete;
        _isSound &= inner._isSound;
        _problems.AddRange(inner._problems.Select(p => BlockProblems.From(p, _spec, _spec.Layers[use.Index])));
    }

    /// <summary>A size that the layer must have when it is made, and that only a call knows; each is reported at the first layer that needs it.</summary>
    private Problem? UnknownSize(LayerStep step)
    {
        if (UnknownArgument(step.Layer.Outcome) is not { } argument || !_unknown.Add(argument.Value.ToString()!))
        {
            return null;
        }

        var remedy = Counterfactuals.FindRemedy(_spec, step.Index);
        var why = $"must be known when the network is made, but is {argument.Value}{(remedy is null ? "" : $"; {remedy}")}";
        return new(ProblemKind.BadArgument, argument.Name, step.Layer.Kind, why) { At = new(argument.Name) };
    }

    /// <summary>Whether what flows behind a layer is of its making.</summary>
    private static bool IsProducer(LayerModel layer) => layer.Output != layer.Input || LayerCatalog.Find(layer.Kind) is Returning;

    private Problem Describe(LayerStep step, Mismatch mismatch)
    {
        var producer = _layers.FindLastIndex(_layers.Count - 1, l => IsProducer(l) && l != step.Layer);
        var subject =
            producer >= 0 ? _layers[producer].Title
            : _spec.Block is not null ? $"the input of {_spec.Name}"
            : "the input";
        var cause = mismatch.Words.Contains(Mismatch.Cause) ? Counterfactuals.FindCause(_spec, step.Index, mismatch) : null;
        var words = mismatch.Words.Select(w =>
            w switch
            {
                Mismatch.Source => producer < 0 ? $"{subject} has" : $"{subject} gives it",
                Mismatch.SourceOfShape => producer < 0 ? $"{subject} is" : $"{subject} gives it",
                Mismatch.Cause => cause is null ? "" : $"; {cause}",
                _ => w,
            }
        );
        return new(
            mismatch.Kind,
            words.ToEquatableArray(),
            step.Layer.Origin,
            mismatch.At,
            producer < 0 ? producer : _layers[producer].Origin
        )
        {
            Mismatch = mismatch,
            FlattenFits =
                mismatch.Kind is ProblemKind.MissingFlatten or ProblemKind.FeaturesDiffer
                && Counterfactuals.FitsFlattened(_spec, step.Index),
            ThirdIsStride = mismatch.Kind == ProblemKind.ChannelsDiffer && Counterfactuals.FitsWithStride(_spec, step.Index),
        };
    }
}
