using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;

namespace ShapeGen.Networks;

/// <summary>Works out the sizes of a network layer by layer, and finds what does not fit.</summary>
internal static class NetworkInference
{
    /// <summary>The batch: any number of samples from 1 on.</summary>
    public static readonly Dim Batch = Dim.Symbol("N");

    public static NetworkInferenceResult Infer(NetworkSpec spec)
    {
        var problems = new List<Problem>();
        var layers = new List<LayerModel>();
        var names = LayerNames.Of(spec, problems);
        var unknown = new HashSet<string>(StringComparer.Ordinal);
        var isComplete = spec.Inputs.All(i => i.Sizes is not null) && spec.Layers.Count > 0;

        foreach (var (index, input, outcome) in Walk(spec))
        {
            isComplete &= outcome is { Error: null, Output.Rank: not null };
            layers.Add(new(spec.Layers[index].Kind, names[index], input, outcome));
            if ((outcome.Error ?? outcome.Doubt) is { } mismatch)
            {
                problems.Add(Describe(spec, layers, index, mismatch) with { IsDoubt = outcome.Error is null });
            }

            if (outcome.Error is null && (Limits.Check(layers[index]) ?? UnknownSize(spec, index, outcome, unknown)) is { } excess)
            {
                problems.Add(excess with { Layer = index });
                isComplete = false;
            }

            isComplete &= UnknownArgument(outcome) is null;
        }

        if (isComplete)
        {
            // Otherwise what is missing may be what another layer misspells.
            problems.AddRange(WholeNetwork.Check(spec, layers));
        }

        var isSound = isComplete && problems.All(p => p.Kind != ProblemKind.BadName);
        var model = new NetworkModel(spec.Name, InputsOf(spec).ToEquatableArray(), WithIndices(layers).ToEquatableArray());
        return new(model, isSound, problems.ToEquatableArray());
    }

    /// <summary>What each layer makes of what the one before it gives. After a layer of which nothing is known, the shapes are unknown.</summary>
    public static IEnumerable<(int Index, Operand Input, Outcome Outcome)> Walk(NetworkSpec spec)
    {
        var names = LayerNames.Of(spec, []);
        var scope = new Scope([.. InputsOf(spec).Select(i => (i.Name, i.Operand))]);
        var symbols = 0;
        for (var i = 0; i < spec.Layers.Count; i++)
        {
            var layer = spec.Layers[i];
            var definition = layer.IsComplete ? LayerCatalog.Find(layer.Kind) : null;
            var outcome = Outcome.Unknown;
            if (definition is not null)
            {
                var (operands, error) = scope.Resolve(definition, layer.Arguments);
                outcome = error is null ? definition.Infer(layer.Arguments, operands) : Outcome.Fails(error);
                outcome = outcome with { Output = WithSymbols(outcome.Output, ref symbols) };
            }

            yield return (i, scope.Current, outcome);
            scope.Add(names[i], definition, outcome);
        }
    }

    /// <summary>A size that no expression has, such as that of a window in ceil mode on an image of any size, is a new symbol.</summary>
    private static Shape WithSymbols(Shape shape, ref int symbols)
    {
        if (shape.Rank is null || shape.Axes.All(a => a.Size is not null))
        {
            return shape;
        }

        var axes = new List<Axis>();
        foreach (var axis in shape.Axes)
        {
            axes.Add(axis.Size is null ? axis with { Size = Dim.Symbol($"S{++symbols}") } : axis);
        }

        return Shape.Of(axes);
    }

    private static IEnumerable<InputModel> InputsOf(NetworkSpec spec) =>
        spec.Inputs.Select(i => new InputModel(i.Name, new(i.Sizes is { } sizes ? ShapeOf(sizes) : Shape.Unknown, i.Type)));

    private static Shape ShapeOf(EquatableArray<Dim> sizes)
    {
        // A sample of three or four dimensions is an image or a volume with its channels first; one of two may be a sequence.
        var isImage = sizes.Count is 3 or 4;
        var axes = sizes.Select(
            (s, i) =>
                new Axis(
                    s,
                    !isImage ? AxisRole.Plain
                        : i == 0 ? AxisRole.Channels
                        : AxisRole.Spatial
                )
        );
        return Shape.Of(axes.Prepend(Axis.Batch(Batch)));
    }

    /// <summary>A size that the layer must have when it is made, and that only a call knows; each is reported at the first layer that needs it.</summary>
    private static Problem? UnknownSize(NetworkSpec spec, int index, Outcome outcome, HashSet<string> reported)
    {
        if (UnknownArgument(outcome) is not { } argument || !reported.Add(argument.Value.ToString()!))
        {
            return null;
        }

        var remedy = Counterfactuals.FindRemedy(spec, index);
        var why = $"must be known when the network is made, but is {argument.Value}{(remedy is null ? "" : $"; {remedy}")}";
        return new(ProblemKind.BadArgument, argument.Name, spec.Layers[index].Kind, why) { At = new(argument.Name) };
    }

    /// <summary>An argument, inferred, that is no number.</summary>
    public static Argument? UnknownArgument(Outcome outcome) =>
        outcome.Arguments.Items.FirstOrDefault(a => a.Value is ArgumentValue.Sizes s && s.Items.Any(d => !d.IsConstant));

    /// <summary>The layers, those marked whose indices a later one takes.</summary>
    private static IEnumerable<LayerModel> WithIndices(List<LayerModel> layers)
    {
        var wanted = layers
            .SelectMany(l => WholeNetwork.OperandsOf(l).Where(p => p.TakesIndices).SelectMany(p => p.Read(l.Arguments)))
            .ToArray();
        return layers.Select(l => wanted.Contains(l.Name) ? l with { AreIndicesWanted = true } : l);
    }

    /// <summary>Whether what flows behind a layer is of its making.</summary>
    private static bool IsProducer(LayerModel layer) => layer.Output != layer.Input || LayerCatalog.Find(layer.Kind) is Returning;

    private static Problem Describe(NetworkSpec spec, List<LayerModel> layers, int index, Mismatch mismatch)
    {
        var producer = layers.FindLastIndex(index, l => IsProducer(l) && l != layers[index]);
        var subject = producer < 0 ? "the input" : layers[producer].Kind;
        var cause = mismatch.Words.Contains(Mismatch.Cause) ? Counterfactuals.FindCause(spec, index, mismatch) : null;
        var words = mismatch.Words.Select(w =>
            w switch
            {
                Mismatch.Source => producer < 0 ? $"{subject} has" : $"{subject} gives it",
                Mismatch.SourceOfShape => producer < 0 ? $"{subject} is" : $"{subject} gives it",
                Mismatch.Cause => cause is null ? "" : $"; {cause}",
                _ => w,
            }
        );
        return new(mismatch.Kind, words.ToEquatableArray(), index, mismatch.At, producer)
        {
            Mismatch = mismatch,
            FlattenFits =
                mismatch.Kind is ProblemKind.MissingFlatten or ProblemKind.FeaturesDiffer && Counterfactuals.FitsFlattened(spec, index),
            ThirdIsStride = mismatch.Kind == ProblemKind.ChannelsDiffer && Counterfactuals.FitsWithStride(spec, index),
        };
    }
}
