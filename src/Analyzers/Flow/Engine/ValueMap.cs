using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace ShapeGen.Analyzers.Flow.Engine;

/// <summary>What is known of variables, or of the fields of an object. What is not in it is unknown.</summary>
/// <param name="values">By local, parameter, field, or captured intermediate result.</param>
internal sealed class ValueMap(ImmutableDictionary<object, Value> values) : IEquatable<ValueMap>
{
    public static readonly ValueMap Empty = new(ImmutableDictionary<object, Value>.Empty);

    private readonly ImmutableDictionary<object, Value> _values = values;

    public Value this[object variable] => _values.TryGetValue(variable, out var value) ? value : Value.Unknown;

    public IEnumerable<KeyValuePair<object, Value>> All => _values;

    public bool Has(object variable) => _values.ContainsKey(variable);

    public ValueMap With(object variable, Value value) =>
        new(value == Value.Unknown ? _values.Remove(variable) : _values.SetItem(variable, value));

    public ValueMap Where(Func<object, Value, bool> keep) =>
        new(_values.RemoveRange(_values.Where(v => !keep(v.Key, v.Value)).Select(v => v.Key)));

    /// <summary>These, and of another map what these lack.</summary>
    public ValueMap Over(ValueMap other) => _values.Aggregate(other, (all, v) => all.With(v.Key, v.Value));

    /// <summary>What is true of both.</summary>
    public static ValueMap Join(ValueMap left, ValueMap right) => left.Merge(right, Value.Join);

    /// <summary>What is the same in both.</summary>
    public static ValueMap Common(ValueMap left, ValueMap right) => left.Merge(right, (a, b) => a == b ? a : Value.Unknown);

    private ValueMap Merge(ValueMap other, Func<Value, Value, Value> merge)
    {
        if (ReferenceEquals(_values, other._values))
        {
            return this;
        }

        var merged = _values.ToBuilder();
        foreach (var entry in _values)
        {
            var value = merge(entry.Value, other[entry.Key]);
            if (value == Value.Unknown)
            {
                merged.Remove(entry.Key);
            }
            else
            {
                merged[entry.Key] = value;
            }
        }

        return new(merged.ToImmutable());
    }

    public bool Equals(ValueMap? other) =>
        other is not null
        && (
            ReferenceEquals(_values, other._values)
            || (_values.Count == other._values.Count && _values.All(v => other._values.TryGetValue(v.Key, out var o) && o == v.Value))
        );

    public override bool Equals(object? obj) => Equals(obj as ValueMap);

    public override int GetHashCode() => _values.Count;
}
