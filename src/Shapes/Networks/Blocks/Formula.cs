using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Layers;

namespace ShapeGen.Networks.Blocks;

/// <summary>What stands for an argument within a block: a value, or arithmetic with the arguments of the block.</summary>
internal abstract record Formula
{
    internal sealed record Constant(ArgumentValue Value) : Formula;

    /// <summary>An argument of the block.</summary>
    internal sealed record Reference(string Name) : Formula;

    internal sealed record Operation(Operator Operator, EquatableArray<Formula> Operands) : Formula;

    /// <summary>Several sizes or numbers.</summary>
    internal sealed record List(EquatableArray<Formula> Items) : Formula;

    /// <summary>The arguments of the block that it depends on.</summary>
    public IEnumerable<string> References =>
        this switch
        {
            Reference reference => [reference.Name],
            Operation operation => operation.Operands.SelectMany(o => o.References),
            List list => list.Items.SelectMany(i => i.References),
            _ => [],
        };

    /// <summary>The value, or why there is none: "divides by zero".</summary>
    /// <param name="environment">The values of the block's arguments; null for one that is not known.</param>
    public (ArgumentValue? Value, string? Problem) Evaluate(Func<string, ArgumentValue?> environment)
    {
        switch (this)
        {
            case Constant constant:
                return (constant.Value, null);
            case Reference reference:
                return environment(reference.Name) is { } value ? (value, null) : (null, null);
            case List list:
                var items = All(list.Items, environment);
                return items.Problem is { } wrong ? (null, wrong)
                    : items.Values is not { } known ? (null, null)
                    : Listed(known) is { } listed ? (listed, null)
                    : (null, "lists values of several types");
            case Operation { Operator: Operator.Choose, Operands: [var condition, var first, var second] }:
                // The other branch may divide by zero.
                var (chosen, problem) = condition.Evaluate(environment);
                return chosen is ArgumentValue.Flag flag ? (flag.Value ? first : second).Evaluate(environment) : (null, problem);
            case Operation { Operator: Operator.And or Operator.Or, Operands: [var left, var right] } both:
                // As in C#, what is decided already does not look at the rest.
                var (decided, why) = left.Evaluate(environment);
                return decided is not ArgumentValue.Flag decision ? (null, why)
                    : decision.Value == (both.Operator == Operator.Or) ? (decided, null)
                    : right.Evaluate(environment);
            default:
                var operation = (Operation)this;
                var operands = All(operation.Operands, environment);
                return operands.Problem is { } bad ? (null, bad)
                    : operands.Values is { } values ? Arithmetic.Apply(operation.Operator, values)
                    : (null, null);
        }
    }

    private static (ArgumentValue[]? Values, string? Problem) All(
        EquatableArray<Formula> formulas,
        Func<string, ArgumentValue?> environment
    )
    {
        var values = new ArgumentValue[formulas.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var (value, problem) = formulas[i].Evaluate(environment);
            if (value is null)
            {
                return (null, problem);
            }

            values[i] = value;
        }

        return (values, null);
    }

    private static ArgumentValue? Listed(ArgumentValue[] items) =>
        items.All(i => i is ArgumentValue.Sizes { IsList: false })
            ? ArgumentValue.Of([.. items.Cast<ArgumentValue.Sizes>().Select(s => s.Items[0])])
        : items.All(i => i.AsNumber is not null) ? ArgumentValue.OfNumbers([.. items.Select(i => i.AsNumber!.Value)])
        : null;
}

/// <summary>An argument within a block: the parameter's name and what stands for its value.</summary>
internal sealed record FormulaArgument(string Name, Formula Formula);
