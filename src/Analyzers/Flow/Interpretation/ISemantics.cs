using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ShapeGen.Analyzers.Flow.Engine;

namespace ShapeGen.Analyzers.Flow.Interpretation;

/// <summary>What a library gives to the values of C#: the interpreter asks it before it looks at code. Null says: not mine.</summary>
internal interface ISemantics
{
    /// <summary>What a call gives.</summary>
    Value? Call(Call call, Interpreter interpreter);

    /// <summary>What a property or an indexer gives.</summary>
    Value? Property(Value instance, IPropertyReferenceOperation property, IReadOnlyList<Given> arguments, Interpreter interpreter);

    /// <summary>What a field has that belongs to no object.</summary>
    Value? Field(IFieldSymbol field);

    /// <summary>What a field or a property says that it has, whatever was assigned to it.</summary>
    Value? Declared(ISymbol member);

    /// <summary>Is told of a value that a field or a property gets, which may have said what it takes.</summary>
    void Assigned(ISymbol member, Value value, IOperation at, Interpreter interpreter);

    /// <summary>Is told of a value that goes through an indexer of the library; false says that it is not the library's.</summary>
    bool AssignedItem(
        Value instance,
        IPropertyReferenceOperation indexer,
        IReadOnlyList<Given> arguments,
        Value value,
        Interpreter interpreter
    );

    /// <summary>Is told what a method gives, which may have said what that is.</summary>
    /// <param name="method">The method.</param>
    /// <param name="value">What it gives.</param>
    /// <param name="at">Where it does.</param>
    /// <param name="interpreter">What runs it.</param>
    void Returned(IMethodSymbol method, Value value, IOperation at, Interpreter interpreter);

    /// <summary>Is told what a method gets, whose comments may say something else.</summary>
    /// <param name="method">The method.</param>
    /// <param name="values">What its parameters are.</param>
    /// <param name="at">Its code.</param>
    /// <param name="interpreter">What runs it.</param>
    void Entered(IMethodSymbol method, Func<IParameterSymbol, Value> values, IOperation at, Interpreter interpreter);

    /// <summary>Is told what a piece of code gives, of which a comment may say something else.</summary>
    /// <param name="operation">The code.</param>
    /// <param name="value">What it gives.</param>
    /// <param name="interpreter">What runs it.</param>
    void Observed(IOperation operation, Value value, Interpreter interpreter);

    /// <summary>What an operator gives that is declared by a type of the library.</summary>
    Value? Operator(IOperation operation, string sign, IReadOnlyList<Given> operands, Interpreter interpreter);

    /// <summary>What a conversion gives that is declared by a type of the library.</summary>
    Value? Convert(Value value, IConversionOperation conversion, Interpreter interpreter);

    /// <summary>What <c>new</c> gives, of a class of the library.</summary>
    Value? Create(Call call, Interpreter interpreter);

    /// <summary>Whether a method of the library leaves what it gets as it is, but for what <see cref="Call"/> says.</summary>
    bool IsHarmless(IMethodSymbol method);

    /// <summary>Whether a value of the library is of a type; null where that is not known.</summary>
    bool? IsOfType(Value value, ITypeSymbol type);

    /// <summary>What a parameter is known to be, where a method is entered from nowhere.</summary>
    Value? Parameter(IParameterSymbol parameter);

    /// <summary>The same of a field or a property of an object that a parameter is.</summary>
    Value? Member(IParameterSymbol parameter, ISymbol member);
}
