using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ShapeGen.Analyzers.Flow.Engine;

namespace ShapeGen.Analyzers.Flow.Interpretation;

/// <summary>Which method runs where a call names one.</summary>
internal sealed partial class Interpreter
{
    // Objects from outside the method under analysis, of which only a base class is known.
    private readonly HashSet<Value> _open = [];

    /// <summary>The method that runs: that of the object's own class.</summary>
    private IMethodSymbol? TargetOf(Call call)
    {
        var method = call.Method;
        if (method.IsStatic || method.MethodKind == MethodKind.LocalFunction)
        {
            return method.OriginalDefinition;
        }

        if (_state[call.Receiver] is Cell.Instance { Type: var type })
        {
            var found = ImplementationIn(type, method);
            return IsOpen(call.Receiver, found) ? null : found;
        }

        // A method that cannot be overridden is the one that runs, whatever the object is.
        return method is { IsVirtual: false, IsAbstract: false, IsOverride: false, ContainingType.TypeKind: not TypeKind.Interface }
            ? method.OriginalDefinition
            : null;
    }

    /// <summary>Takes an object for one of a class or of a class that inherits from it.</summary>
    public void Open(Value instance) => _open.Add(instance);

    /// <summary>Whether a class that inherits may have another method in its place.</summary>
    public bool IsOpen(Value instance, IMethodSymbol? method) =>
        _open.Contains(instance)
        && method
            is { IsSealed: false, ContainingType.IsSealed: false }
                and ({ IsVirtual: true } or { IsOverride: true } or { IsAbstract: true })
        && _state[instance] is Cell.Instance { Type.IsSealed: false };

    /// <summary>What runs for a method in a class; null where that is not known.</summary>
    public static IMethodSymbol? ImplementationIn(INamedTypeSymbol type, IMethodSymbol method)
    {
        if (method.ContainingType.TypeKind == TypeKind.Interface)
        {
            return (type.FindImplementationForInterfaceMember(method) as IMethodSymbol)?.OriginalDefinition;
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers(method.Name).OfType<IMethodSymbol>())
            {
                for (var overridden = member; overridden is not null; overridden = overridden.OverriddenMethod)
                {
                    if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, method.OriginalDefinition))
                    {
                        return member.OriginalDefinition;
                    }
                }
            }
        }

        return null;
    }

    private static bool CanEnter(IMethodSymbol method) => !method.IsAsync && !method.IsExtern && !IsIterator(method);

    private static bool IsIterator(IMethodSymbol method) =>
        method.ReturnType.OriginalDefinition.SpecialType
            is SpecialType.System_Collections_IEnumerable
                or SpecialType.System_Collections_Generic_IEnumerable_T
                or SpecialType.System_Collections_Generic_IEnumerator_T
        && method.DeclaringSyntaxReferences.Any(r =>
            r.GetSyntax().DescendantNodes().Any(n => n is Microsoft.CodeAnalysis.CSharp.Syntax.YieldStatementSyntax)
        );

    /// <summary>What the library gets it does not change, nor what these classes of System get.</summary>
    private bool IsHarmless(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.IsEmpty
        && method.MethodKind != MethodKind.LocalFunction
        && (
            semantics.IsHarmless(method)
            || method.ContainingType
                is { SpecialType: SpecialType.System_String or SpecialType.System_Object }
                    or { Name: "Enumerable" or "Console" or "Math" or "MathF" or "Debug" or "GC" or "Convert" }
        );
}
