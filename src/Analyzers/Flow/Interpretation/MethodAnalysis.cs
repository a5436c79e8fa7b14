using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ShapeGen.Analyzers.Flow.Engine;

namespace ShapeGen.Analyzers.Flow.Interpretation;

/// <summary>Works out one method, as if it were called from somewhere: what is certainly wrong in it and in what it calls.</summary>
/// <param name="semantics">The library.</param>
/// <param name="bodies">The code of the project.</param>
/// <param name="cancellation">Stops it.</param>
/// <param name="observe">Is told what each call, operator and property gave.</param>
internal sealed class MethodAnalysis(
    ISemantics semantics,
    Bodies bodies,
    CancellationToken cancellation,
    Action<IOperation, Value>? observe = null
)
{
    private readonly List<Finding> _findings = [];

    /// <summary>What is certainly wrong, each place once.</summary>
    public IReadOnlyList<Finding> Run(IMethodSymbol? method, Body body)
    {
        var interpreter = new Interpreter(semantics, bodies, new Budget(cancellation), Add, observe);
        try
        {
            if (method is { MethodKind: MethodKind.Constructor })
            {
                interpreter.CreateInstance(method, Entry(method), null);
            }
            else
            {
                var instance = method is { IsStatic: false } ? Instance(interpreter, method.ContainingType) : Value.Unknown;
                var variables = Interpreter.Bind(ValueMap.Empty, method, Entry(method));
                interpreter.Run(body, method, variables, instance, null);
            }
        }
        catch (BudgetExceededException)
        {
            // What was found until then holds.
        }

        return _findings;
    }

    private void Add(Finding finding)
    {
        if (!_findings.Any(f => ReferenceEquals(f.At, finding.At)))
        {
            _findings.Add(finding);
        }
    }

    /// <summary>What parameters are known to be without a call.</summary>
    private IReadOnlyList<Given> Entry(IMethodSymbol? method) =>
        [.. method?.Parameters.Select(p => new Given(p.Name, p.Type, semantics.Parameter(p) ?? Value.Unknown, null)) ?? []];

    /// <summary>Any object of a class: what its only constructor makes for ever, whatever it gets.</summary>
    private Value Instance(Interpreter interpreter, INamedTypeSymbol type)
    {
        var constructors = type.InstanceConstructors.Where(c => !c.IsImplicitlyDeclared || c.Parameters.IsEmpty).ToArray();
        if (type.IsAbstract || type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || constructors.Length != 1)
        {
            return Value.Unknown;
        }

        var instance = interpreter.CreateInstance(constructors[0], Entry(constructors[0]), null);
        interpreter.Forget([instance]);
        interpreter.Open(instance);
        return instance;
    }
}
