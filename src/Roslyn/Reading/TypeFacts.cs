using ShapeGen.Algebra;

namespace ShapeGen.Roslyn.Reading;

/// <summary>What the generator must know of a class besides its layers. Strings only, so that it can be compared and cached.</summary>
/// <param name="MetadataName">The full name without escapes, as in <c>My.Outer`1+ConvNet</c>.</param>
/// <param name="Namespace">The namespace; null for the global one.</param>
/// <param name="Headers">The declarations from the outermost type to the class itself: <c>class Outer&lt;T&gt;</c>.</param>
/// <param name="Name">The name of the class, without type parameters.</param>
/// <param name="MemberNames">The names of the members that the user wrote, in ordinal order; constructors and forward with the types of their parameters.</param>
/// <param name="CanBeGenerated">False where no partial declaration of it could compile.</param>
internal sealed record TypeFacts(
    string MetadataName,
    string? Namespace,
    EquatableArray<string> Headers,
    string Name,
    EquatableArray<string> MemberNames,
    bool CanBeGenerated
)
{
    /// <summary>The names of the type parameters of the class, which no member can have.</summary>
    public EquatableArray<string> TypeParameters { get; init; }

    /// <summary>
    /// The types that a forward takes and gives which is written by hand, none without one; null where the class names its base class.
    /// </summary>
    public EquatableArray<string>? ForwardByHand { get; init; }
}
