namespace ShapeGen.Algebra;

/// <summary>The answer to a question about sizes that may hold symbols.</summary>
internal enum Truth
{
    /// <summary>It holds for some admissible values of the symbols and not for others, or the algebra cannot tell.</summary>
    Unknown,

    /// <summary>It holds for every admissible value of the symbols.</summary>
    Proved,

    /// <summary>It holds for no admissible value of the symbols.</summary>
    Refuted,
}
