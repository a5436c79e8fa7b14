using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ShapeGen.Analyzers.Flow.Engine;

namespace ShapeGen.Analyzers.Flow.Interpretation;

/// <summary>What is not known any more once code has run that is not known.</summary>
internal sealed partial class Interpreter
{
    private void ForgetMember(ISymbol member)
    {
        foreach (var entry in _state.Heap)
        {
            if (entry.Value is Cell.Instance instance && instance.Fields.Has(member))
            {
                _state = _state.With(entry.Key, instance with { Fields = instance.Fields.With(member, Value.Unknown) });
            }
        }
    }

    // What unknown code has got that can change unseen.
    private readonly HashSet<Value> _handedOn = [];
    private bool _isAllHandedOn;

    /// <summary>Whether code that is not followed may have changed a value in place.</summary>
    public bool IsHandedOn(Value value) => _isAllHandedOn || _handedOn.Contains(value);

    /// <summary>Takes all values for changed in place.</summary>
    public void HandOnAll() => _isAllHandedOn = true;

    /// <summary>Forgets what code that is not known may change: what can be reached from values that it gets, now and from now on.</summary>
    public void Forget(IEnumerable<Value> values)
    {
        var waiting = new Stack<Value>(values);
        var seen = new HashSet<ObjectId>();
        while (waiting.Count > 0)
        {
            var value = waiting.Pop();
            switch (value)
            {
                case Value.IChangeable:
                    _handedOn.Add(value);
                    break;
                case Value.Items items:
                    PushAll(waiting, items.Values);
                    break;
                case Value.Function function:
                    waiting.Push(function.Receiver);
                    PushAll(waiting, function.Captured.All.Select(c => c.Value));
                    break;
                case Value.Reference { Object: var id } when _state[value] is { } cell && seen.Add(id):
                    ForgetCell(id, cell, waiting);
                    break;
            }
        }
    }

    private void ForgetCell(ObjectId id, Cell cell, Stack<Value> waiting)
    {
        _escaped.Add(id);
        if (cell is not Cell.Instance instance)
        {
            if (cell is Cell.Many many)
            {
                waiting.Push(many.Each);
                var staysMany = many.Each is Value.IModule || _state[many.Each] is Cell.Instance or Cell.Elements { IsPipeline: true };
                _state = _state.With(id, staysMany ? cell : null);
                return;
            }

            // Modules that a class keeps to itself are not exchanged; see IsStable, which has looked for that.
            var elements = cell as Cell.Elements;
            PushAll(waiting, elements?.Items ?? default);
            var isKept =
                elements is { Items.Count: > 0 }
                && elements.Items.All(i => i is Value.IModule || _state[i] is Cell.Instance or Cell.Elements { IsPipeline: true });
            _state = _state.With(id, isKept ? cell : null);
            return;
        }

        var kept = instance.Fields.Where(
            (f, v) =>
                f is IParameterSymbol
                || (f is Cell.Named && bodies.AreNamesStable(instance.Type, budget.Cancellation))
                || (f is ISymbol s && bodies.IsStable(s, budget.Cancellation) && !(IsSeen(s) && _state[v] is Cell.Elements or Cell.Many))
        );
        PushAll(waiting, instance.Fields.All.Select(f => f.Value));
        _state = _state.With(id, instance with { Fields = kept });
    }

    // A list that others see they may change, however the field is declared.
    private static bool IsSeen(ISymbol member) =>
        member.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    private static void PushAll(Stack<Value> waiting, IEnumerable<Value> values)
    {
        foreach (var value in values)
        {
            waiting.Push(value);
        }
    }
}
