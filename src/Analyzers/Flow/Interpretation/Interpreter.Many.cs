using ShapeGen.Analyzers.Flow.Engine;

namespace ShapeGen.Analyzers.Flow.Interpretation;

/// <summary>Lists of which nobody knows how many elements they have, but what each is like: the blocks of a transformer of n layers.</summary>
internal sealed partial class Interpreter
{
    /// <summary>One of many elements: what may have been changed of any of them is not known of it.</summary>
    private Value AnyOf(Value each)
    {
        Forget([each]);
        return each;
    }

    private Value OfMany(Call call, Value list, Cell.Many many, bool isExtension)
    {
        switch (call.Method.Name)
        {
            case "GetEnumerator":
                return Allocate(new Cell.Stroll(many.Each));
            case "AsEnumerable" or "AsReadOnly":
                return list;
            case "ToArray" or "ToList" or "Cast":
                return Allocate(many);
            case "Select" when isExtension:
                return Allocate(
                    new Cell.Many(Apply(call.Argument(1), [Placed(AnyOf(many.Each), call.At), Placed(Value.Unknown, call.At)], call.At))
                );
            case "Append" or "Prepend" when isExtension && Likeness.AreAlike(call.Argument(1), _state, many.Each, _state):
                return Allocate(many);
            case "Add" or "append" when call.Arguments.Count == 1 && Likeness.AreAlike(call.Argument(0), _state, many.Each, _state):
                return call.Method.ReturnsVoid ? Value.Unknown : list;
            case "First" or "Last" when call.Arguments.Count == 1:
                return AnyOf(many.Each);
        }

        if (!isExtension && _changing.Contains(call.Method.Name))
        {
            Update(list, null);
            Forget(call.Values);
        }

        return Value.Unknown;
    }
}
