using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ShapeGen.Analyzers.Flow.Engine;

namespace ShapeGen.Analyzers.Flow.Interpretation;

/// <summary>A call, with what is known of what it gets.</summary>
/// <param name="Method">What is called.</param>
/// <param name="Receiver">The object that it is called on.</param>
/// <param name="Arguments">In the order of the parameters; what was left out has its default.</param>
/// <param name="At">The whole call.</param>
internal sealed record Call(IMethodSymbol Method, Value Receiver, IReadOnlyList<Given> Arguments, IOperation At)
{
    public Value this[string parameter] => Arguments.FirstOrDefault(a => a.Name == parameter)?.Value ?? Value.Unknown;

    /// <summary>The value of an argument by its place; unknown where there is none.</summary>
    public Value Argument(int index) => index < Arguments.Count ? Arguments[index].Value : Value.Unknown;

    public IEnumerable<Value> Values => Arguments.Select(a => a.Value);
}

/// <summary>An argument of a call.</summary>
/// <param name="Name">The name of the parameter.</param>
/// <param name="Type">The type of the parameter.</param>
/// <param name="Value">What is known of it.</param>
/// <param name="At">Where it is written; null for a default.</param>
internal sealed record Given(string Name, ITypeSymbol? Type, Value Value, IOperation? At)
{
    /// <summary>Whether it was written, and is not a default.</summary>
    public bool IsWritten => At is not null;
}
