using System.Collections.Generic;
using System.Linq;
using ShapeGen.Generator.Emit;
using ShapeGen.Networks;

namespace ShapeGen.Generator.Plan;

/// <summary>One operation of <c>forward</c>.</summary>
/// <param name="Layer">The layer it belongs to.</param>
/// <param name="Expression">The C# expression.</param>
/// <param name="Result">The variable that takes the result; null where the operation overwrites its input.</param>
/// <param name="Dead">The variable that nothing reads any more afterwards; null for none.</param>
internal sealed record Operation(LayerModel Layer, string Expression, string? Result, string? Dead);

/// <summary>What <c>forward</c> does: operations in order, with liveness and in-place writes decided. The writer only prints.</summary>
internal sealed record ForwardPlan(IReadOnlyList<Operation> Operations, string Result)
{
    public const string Input = "input";

    public static ForwardPlan Of(NetworkModel network)
    {
        var operations = new List<Operation>();
        var current = Input;
        var canOverwrite = false;
        foreach (var layer in network.Layers)
        {
            var emission = LayerEmissions.Of(layer.Kind);
            if (canOverwrite && emission.InPlace is { } inPlace)
            {
                operations.Add(new(layer, $"{current}.{inPlace}", null, null));

                // Its own gradient needs what it wrote.
                canOverwrite = false;
                continue;
            }

            foreach (var template in emission.Calls(layer))
            {
                var next = $"x{operations.Count(o => o.Result is not null) + 1}";
                operations.Add(new(layer, template.Replace(LayerEmission.Operand, current), next, current == Input ? null : current));
                (current, canOverwrite) = (next, emission.ResultCanBeOverwritten);
            }
        }

        return new(operations, current);
    }

    /// <summary>Whether any layer does anything: otherwise the result is the input itself.</summary>
    public bool IsEmpty => Operations.Count == 0 || Operations.All(o => o.Result is null);
}
