using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ShapeGen.Generator.Emit;
using ShapeGen.Layers;
using ShapeGen.Networks;
using ShapeGen.Roslyn.Reading;

namespace ShapeGen.Generator.Plan;

/// <summary>One operation of <c>forward</c>.</summary>
/// <param name="Layer">The layer it belongs to.</param>
/// <param name="Expression">The C# expression.</param>
/// <param name="Results">The variables that take the result, one for each item of a tuple; empty where the operation overwrites its input.</param>
/// <param name="Uses">The variables that it reads.</param>
internal sealed record Operation(LayerModel Layer, string Expression, IReadOnlyList<string> Results, IReadOnlyList<string> Uses)
{
    /// <summary>The variables that nothing reads any more afterwards.</summary>
    public IReadOnlyList<string> Dead { get; init; } = [];
}

/// <summary>What <c>forward</c> does: operations in order, with liveness and in-place writes decided. The writer only prints.</summary>
internal sealed class ForwardPlan
{
    private static readonly Regex _placeholder = new(@"\$(\w*)", RegexOptions.CultureInvariant);

    private readonly List<Operation> _operations = [];
    private readonly List<string> _kept = [];

    // What later layers can name: the results of layers, and the indices of those that are asked for them.
    private readonly Dictionary<string, string> _results = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _indices = new(StringComparer.Ordinal);

    // What flowed into each layer.
    private readonly Dictionary<string, string> _pooled = new(StringComparer.Ordinal);

    // x1, x2, …, unless a parameter or a field is called so.
    private const string Letters = "xyzuvwabc";
    private readonly string _variable;
    private readonly string[] _inputs;
    private string _current;
    private bool _canOverwrite;
    private int _count;

    private ForwardPlan(NetworkModel network)
    {
        _inputs = [.. network.Inputs.Select(i => i.Name)];
        _current = _inputs[0];
        var names = _inputs.Concat(network.Layers.SelectMany(GeneratedMembers.NamesOf)).ToArray();
        _variable = Letters
            .Select(letter => letter.ToString())
            .Append("value")
            .First(stem =>
                !names.Any(n => n.StartsWith(stem, StringComparison.Ordinal) && n.Length > stem.Length && char.IsDigit(n[stem.Length]))
            );
        foreach (var input in _inputs)
        {
            _results[input] = input;
        }
    }

    public IReadOnlyList<Operation> Operations => _operations;

    /// <summary>The variables with the last states of the layers that keep theirs, in the order of the layers.</summary>
    public IReadOnlyList<string> Kept => _kept;

    /// <summary>
    /// What is returned, one for each output: the variable that was made for it, or another object for a tensor that is the caller's or
    /// is returned already.
    /// </summary>
    public IReadOnlyList<string> Results { get; private set; } = [];

    /// <summary>Whether what is returned is an object of its own that no gradient needs.</summary>
    public bool CanOverwriteResult { get; private set; }

    public static ForwardPlan Of(NetworkModel network)
    {
        var plan = new ForwardPlan(network);
        var named = network.Layers.SelectMany(OperandsOf).Select(o => o.Layer).ToArray();
        foreach (var layer in network.Layers)
        {
            plan.Add(layer);

            // What a later layer reads must stay as it is.
            plan._canOverwrite &= !named.Contains(layer.Name);
        }

        plan.Return(network);
        return plan;
    }

    private void Add(LayerModel layer)
    {
        var emission = LayerEmissions.Of(layer.Kind);
        if (_canOverwrite && emission.InPlace is { } inPlace)
        {
            _operations.Add(new(layer, $"{_current}.{inPlace}", [], [_current]));

            // Its own gradient needs what it wrote.
            _canOverwrite = false;
        }
        else
        {
            var names = OperandsOf(layer).ToDictionary(o => o.Name, o => (o.Parameter.TakesIndices ? _indices : _results)[o.Layer]);
            foreach (var operand in OperandsOf(layer).Where(o => o.Parameter.TakesIndices))
            {
                names[LayerEmission.IndexedImage] = _pooled[operand.Layer];
            }

            _pooled[layer.Name] = _current;
            foreach (var step in emission.Steps(layer))
            {
                Add(layer, step, names);
                _canOverwrite = layer.Body is { } body ? BlockEmissions.ResultCanBeOverwritten(body) : emission.ResultCanBeOverwritten;
            }

            if (layer.KeepsState)
            {
                _kept.AddRange(LayerEmission.States.Where(names.ContainsKey).Select(s => names[s]));
            }

            if (names.TryGetValue(LayerEmission.Indices, out var indices))
            {
                _indices[layer.Name] = indices;
            }
        }

        _results[layer.Name] = _current;
    }

    private void Add(LayerModel layer, Step step, Dictionary<string, string> names)
    {
        // A step that is only a name computes nothing.
        if (_placeholder.Match(step.Expression) is { Success: true } name && name.Value == step.Expression)
        {
            _current = names[name.Groups[1].Value];
            return;
        }

        var uses = new List<string>();
        var expression = _placeholder.Replace(
            step.Expression,
            match =>
            {
                var variable = match.Groups[1].Value is { Length: > 0 } operand ? names[operand] : _current;
                uses.Add(variable);
                return variable;
            }
        );
        _count++;
        var results = new List<string>();
        foreach (var result in step.Results)
        {
            var variable = $"{_variable}{_count}{result}";
            results.Add(variable);
            names[result] = variable;
        }

        _operations.Add(new(layer, expression, results, uses));
        _current = step.Results.Contains(Step.Flow) ? names[Step.Flow] : _current;
    }

    private static IEnumerable<(OperandParameter Parameter, string Name, string Layer)> OperandsOf(LayerModel layer) =>
        from parameter in LayerCatalog.Find(layer.Kind)!.Parameters.OfType<OperandParameter>()
        from operand in parameter.Read(layer.Arguments).Select((name, i) => (Name: parameter.NameOf(i), Layer: name))
        select (parameter, operand.Name, operand.Layer);

    private void Return(NetworkModel network)
    {
        string[] variables = network.OutputNames is { Length: > 0 } names ? [.. names.Select(n => _results[n])] : [_current];
        var own = new HashSet<string>(_inputs.Concat(_kept), StringComparer.Ordinal);
        Results = [.. variables.Select(v => own.Add(v) ? v : $"{v}.alias()")];
        CanOverwriteResult = _canOverwrite && Results.Count == 1 && Results[0] == _current;
        FindDead(own);
    }

    /// <summary>A variable is dead after the last operation that reads it, or where it is made if none does.</summary>
    private void FindDead(HashSet<string> alive)
    {
        for (var i = _operations.Count - 1; i >= 0; i--)
        {
            var operation = _operations[i];
            var last = operation.Uses.Concat(operation.Results).Distinct().Where(alive.Add).ToArray();
            _operations[i] = operation with { Dead = last };
        }
    }
}
