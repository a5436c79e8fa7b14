using System.Collections.Immutable;

namespace ShapeGen.Analyzers.Flow.Engine;

/// <summary>What is known of variables at a place in the code. A variable that is not in it is unknown.</summary>
/// <param name="values">By local, parameter, or captured intermediate result.</param>
internal sealed class FlowState(ImmutableDictionary<object, Value> values)
{
    public static readonly FlowState Empty = new(ImmutableDictionary<object, Value>.Empty);

    private readonly ImmutableDictionary<object, Value> _values = values;

    public Value this[object variable] => _values.TryGetValue(variable, out var value) ? value : Value.Unknown;

    public FlowState With(object variable, Value value) =>
        new(value == Value.Unknown ? _values.Remove(variable) : _values.SetItem(variable, value));

    /// <summary>What is true on both ways.</summary>
    public static FlowState Join(FlowState left, FlowState right)
    {
        if (ReferenceEquals(left._values, right._values))
        {
            return left;
        }

        var joined = left._values.ToBuilder();
        foreach (var entry in left._values)
        {
            var value = Value.Join(entry.Value, right[entry.Key]);
            if (value == Value.Unknown)
            {
                joined.Remove(entry.Key);
            }
            else
            {
                joined[entry.Key] = value;
            }
        }

        return new(joined.ToImmutable());
    }

    public bool IsSame(FlowState other)
    {
        if (ReferenceEquals(_values, other._values))
        {
            return true;
        }

        if (_values.Count != other._values.Count)
        {
            return false;
        }

        foreach (var entry in _values)
        {
            if (other[entry.Key] != entry.Value)
            {
                return false;
            }
        }

        return true;
    }
}
