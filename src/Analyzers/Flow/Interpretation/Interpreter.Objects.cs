using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ShapeGen.Analyzers.Flow.Engine;

namespace ShapeGen.Analyzers.Flow.Interpretation;

/// <summary>Objects of classes of the project: how they are made, and their properties.</summary>
internal sealed partial class Interpreter
{
    /// <summary>A new object.</summary>
    public Value Allocate(Cell cell)
    {
        var id = new ObjectId();
        _state = _state.With(id, cell);
        return new Value.Reference(id);
    }

    /// <summary>Changes what is known of an object.</summary>
    public void Update(Value value, Cell? cell)
    {
        if (value is Value.Reference { Object: var id })
        {
            // A list that unknown code has got hold of may change at any time.
            _state = _state.With(id, cell is Cell.Elements or Cell.Many && _escaped.Contains(id) ? null : cell);
        }
    }

    /// <summary>Forgets of all variables and objects what does not satisfy a condition.</summary>
    public void ForgetAll(System.Func<Value, bool> mayStay)
    {
        bool Keep(Value value) => !value.Holds(part => !mayStay(part));
        for (var frame = _frame; frame is not null; frame = frame.Caller)
        {
            // The variables of who called are the same ones when it goes on.
            frame.Kept.Add(Keep);
        }

        _state = _state with { Variables = _state.Variables.Where((_, v) => Keep(v)) };
        foreach (var entry in _state.Heap)
        {
            var cell = entry.Value switch
            {
                Cell.Instance instance => instance with { Fields = instance.Fields.Where((_, v) => Keep(v)) },
                Cell.Elements elements when !elements.Items.All(Keep) => null,
                Cell.Many many when !Keep(many.Each) => null,
                _ => entry.Value,
            };
            _state = _state.With(entry.Key, cell);
        }
    }

    private Value Create(IObjectCreationOperation creation)
    {
        var arguments = ArgumentsOf(creation.Arguments);
        if (creation.Constructor is not { } constructor)
        {
            return Value.Unknown;
        }

        var call = new Call(constructor, Value.Null, arguments, creation);
        return semantics.Create(call, this) ?? CreateList(call) ?? CreateInstance(constructor, arguments, creation);
    }

    /// <summary>An object of a class of the project; unknown where its source is not here.</summary>
    public Value CreateInstance(IMethodSymbol constructor, IReadOnlyList<Given> arguments, IOperation? at, bool isOpen = false)
    {
        var type = constructor.ContainingType;
        if (!bodies.HasCodeOf(type) || type.TypeKind != TypeKind.Class)
        {
            Forget(arguments.Select(a => a.Value));
            return Value.Unknown;
        }

        var instance = Allocate(new Cell.Instance(type, ValueMap.Empty));
        if (isOpen)
        {
            Open(instance);
        }

        Construct(constructor, instance, arguments, at);
        return instance;
    }

    /// <summary>Runs a constructor on an object: initialisers, the constructor of the base, the body.</summary>
    private void Construct(IMethodSymbol constructor, Value instance, IReadOnlyList<Given> arguments, IOperation? at)
    {
        var definition = constructor.OriginalDefinition;
        var type = definition.ContainingType;
        if (!bodies.HasCodeOf(type))
        {
            return;
        }

        if (!MayEnter(definition))
        {
            Update(instance, null);
            return;
        }

        var variables = Bind(ValueMap.Empty, definition, arguments);
        var body = bodies.Of(definition, budget.Cancellation);
        var chained = body is null ? null : ChainedBy(body);
        if (chained is null || !SymbolEqualityComparer.Default.Equals(chained.ContainingType.OriginalDefinition, type))
        {
            Initialize(type, definition, instance, variables, at);
        }

        if (chained is null && type.BaseType?.InstanceConstructors.FirstOrDefault(c => c.Parameters.IsEmpty) is { } parent)
        {
            Construct(parent, instance, [], at);
        }

        if (body is not null)
        {
            Run(body, definition, variables, instance, at);
        }
        else if (!constructor.IsImplicitlyDeclared && !IsPrimary(definition))
        {
            Update(instance, null);
        }
    }

    /// <summary>The constructor that a constructor calls first; null where nothing is written.</summary>
    private static IMethodSymbol? ChainedBy(Body body) =>
        body.Graph.OriginalOperation is IConstructorBodyOperation { Initializer: { } initializer }
            ? initializer
                .DescendantsAndSelf()
                .OfType<IInvocationOperation>()
                .FirstOrDefault(i => i.TargetMethod.MethodKind == MethodKind.Constructor)
                ?.TargetMethod
            : null;

    private void Initialize(INamedTypeSymbol type, IMethodSymbol constructor, Value instance, ValueMap variables, IOperation? at)
    {
        if (IsPrimary(constructor) && _state[instance] is Cell.Instance cell)
        {
            var fields = constructor.Parameters.Aggregate(cell.Fields, (f, p) => f.With(p, variables[p]));
            Update(instance, cell with { Fields = fields });
        }

        foreach (var member in Bodies.StorageOf(type))
        {
            if (bodies.InitializerOf(member, budget.Cancellation) is { } initializer)
            {
                Run(initializer, null, variables, instance, at);
            }
            else
            {
                // The properties of a record that its header declares have the values of the header.
                var declared = constructor.Parameters.FirstOrDefault(p => type.IsRecord && IsPrimary(constructor) && p.Name == member.Name);
                AssignMember(instance, member, declared is null ? DefaultOf(member) : variables[declared]);
            }
        }
    }

    private static bool IsPrimary(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax);

    /// <summary>What a field has before anything is assigned to it.</summary>
    private static Value DefaultOf(ISymbol member) => DefaultOf((member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type);

    private static Value DefaultOf(ITypeSymbol? type) =>
        type switch
        {
            { SpecialType: SpecialType.System_Boolean } => new Value.Flag(false),
            { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 } => new Value.Size(0),
            { IsReferenceType: true } => Value.Null,
            { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => Value.Null,
            _ => Value.Unknown,
        };

    private Value Property(IPropertyReferenceOperation reference) => Property(Evaluate(reference.Instance), reference);

    private Value Property(Value instance, IPropertyReferenceOperation reference)
    {
        var arguments = ArgumentsOf(reference.Arguments);
        var property = reference.Property.OriginalDefinition;
        if (semantics.Property(instance, reference, arguments, this) is { } known)
        {
            return known;
        }

        if (property.ContainingType.SpecialType == SpecialType.System_Nullable_T)
        {
            return property.Name == "Value" ? instance
                : IsNull(instance) is Value.Flag { IsTrue: var isNull } ? new Value.Flag(!isNull)
                : Value.Unknown;
        }

        if (ListProperty(instance, property, arguments, reference) is { } listed)
        {
            return listed;
        }

        if (instance is Value.Items { Values: var items } && property.Name is "Length" or "Count")
        {
            return new Value.Size(items.Count);
        }

        var getter = property.GetMethod;
        if (_state[instance] is Cell.Instance { Fields: var fields, Type: var type } && getter is not null)
        {
            var actual = (ImplementationIn(type, getter)?.AssociatedSymbol as IPropertySymbol ?? property).OriginalDefinition;
            if (type.TypeKind == TypeKind.Interface)
            {
                return fields[actual];
            }

            if (IsOpen(instance, actual.GetMethod))
            {
                return Value.Unknown;
            }

            if (Bodies.IsStored(actual))
            {
                var value =
                    actual.GetMethod is { } own && bodies.Of(own, budget.Cancellation) is not null ? Value.Unknown : Shared(fields[actual]);
                return value == Value.Unknown ? semantics.Declared(actual) ?? value : value;
            }
        }

        return getter is not null && !property.ContainingType.DeclaringSyntaxReferences.IsEmpty
            ? Follow(new Call(getter, instance, arguments, reference))
            : Value.Unknown;
    }
}
