namespace ShapeGen.Analyzers.Flow.Torch.Marks;

/// <summary>
/// What is known of a tensor besides its shape and its type: where it comes from, or what has become of it. It stays where ways meet that
/// both have it.
/// </summary>
internal abstract record Mark
{
    /// <summary>Whether what an operator computes value by value from the tensor has it, too.</summary>
    public virtual bool IsOfValues => false;
}
