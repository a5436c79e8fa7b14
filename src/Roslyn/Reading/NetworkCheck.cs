using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;
using ShapeGen.Networks;

namespace ShapeGen.Roslyn.Reading;

/// <summary>All that is known of a network: what generator and analyzer agree on.</summary>
/// <param name="Type">The class.</param>
/// <param name="Forward">The layers of the class, with shapes as far as they are known; null where forward is written by hand.</param>
/// <param name="Stages">The methods with layers.</param>
/// <param name="IsSound">Whether it fits together and can be generated in full.</param>
/// <param name="Problems">What is wrong with it.</param>
internal sealed record NetworkCheck(
    TypeFacts Type,
    NetworkModel? Forward,
    EquatableArray<StageModel> Stages,
    bool IsSound,
    EquatableArray<Problem> Problems
)
{
    /// <summary>The parts of which each is one run of layers.</summary>
    public IEnumerable<NetworkModel> Models => (Forward is null ? [] : new[] { Forward }).Concat(Stages.Select(s => s.Model));

    /// <summary>The layers of all parts.</summary>
    public IEnumerable<LayerModel> Layers => Models.SelectMany(m => m.Layers);

    public static NetworkCheck Of(NetworkDeclaration declaration)
    {
        var type = declaration.Type;
        var forward = declaration.Forward is { } spec ? NetworkInference.Infer(spec) : null;
        var stages = declaration.Stages.Select(s => NetworkInference.Infer(s.Spec)).ToArray();
        var models = stages.Select((s, i) => new StageModel(declaration.Stages[i].Method, s.Model)).ToEquatableArray();

        var check = new NetworkCheck(type, forward?.Model, models, false, default);
        var problems = declaration
            .Problems.Concat(forward?.Problems ?? [])
            .Concat(stages.SelectMany((s, i) => s.Problems.Select(p => p with { Stage = i })))
            .Concat(stages.SelectMany((s, i) => WrongResults(models[i]).Select(p => p with { Stage = i })))
            .Concat(NameChecks.Conflicts(check))
            .Concat(NameChecks.BadNames(check))
            .ToEquatableArray();
        var isSound = forward?.IsSound != false && stages.All(s => s.IsSound) && problems.All(p => p.IsDoubt);
        return check with { IsSound = isSound, Problems = problems };
    }

    /// <summary>A method that gives so many tensors, of layers that give others; or the same in another order.</summary>
    private static IEnumerable<Problem> WrongResults(StageModel stage)
    {
        var given = stage.Model.Outputs.Length;
        if (given != stage.Method.Results)
        {
            var what = $"gives {stage.Method.Results} tensor{(stage.Method.Results == 1 ? "" : "s")}, but its layers give {given}";
            yield return new(ProblemKind.BadStage, stage.Model.Name, what);
        }

        var (named, outputs) = (stage.Method.ResultNames, stage.Model.OutputNames);
        var isSameOrder = named.SequenceEqual(outputs, StringComparer.OrdinalIgnoreCase);
        if (!isSameOrder && named.OrderBy(Lower).SequenceEqual(outputs.OrderBy(Lower), StringComparer.OrdinalIgnoreCase))
        {
            var what = $"gives ({string.Join(", ", named)}), but its Output has them as {string.Join(", ", outputs)}";
            yield return new(ProblemKind.BadStage, stage.Model.Name, what);
        }
    }

    private static string Lower(string name) => name.ToLowerInvariant();

    /// <summary>Whether two members of the generated class would have one name, or one would be the user's.</summary>
    public bool HasNameConflicts => Problems.Any(p => p.Kind is ProblemKind.MemberConflict or ProblemKind.BadName);
}

/// <summary>A method with layers.</summary>
internal sealed record StageModel(StageMethod Method, NetworkModel Model);
