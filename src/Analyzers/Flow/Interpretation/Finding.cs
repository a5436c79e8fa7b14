using Microsoft.CodeAnalysis;

namespace ShapeGen.Analyzers.Flow.Interpretation;

internal enum FindingKind
{
    /// <summary>A tensor does not have the shape that a method takes.</summary>
    Contract,

    /// <summary>An operation cannot work on what it gets.</summary>
    Operation,

    /// <summary>It runs, and mixes the samples of a batch.</summary>
    Samples,

    /// <summary>
    /// It runs, and nobody means it. That is no report, but says that a value that was only assumed did not come.
    /// </summary>
    Unlikely,

    /// <summary>A comment says something else.</summary>
    Comment,

    /// <summary>An operation is of an object that is disposed.</summary>
    Disposed,

    /// <summary>Autograd refuses an operation.</summary>
    Gradient,
}

/// <summary>When it is wrong.</summary>
internal enum Certainty
{
    /// <summary>On every run that comes to the method.</summary>
    Always,

    /// <summary>On every run that comes to the place, which a condition guards of which nothing is known.</summary>
    OnOnePath,

    /// <summary>If what comes is a batch, and the code could mean one sample.</summary>
    ForBatch,
}

/// <summary>A number in the code that should be another one.</summary>
/// <param name="At">Where it is written.</param>
/// <param name="Expected">What it should be.</param>
/// <param name="Factors">What that is the product of, separated by commas; empty for nothing.</param>
internal sealed record WrongNumber(Location At, string Expected, string Factors);

/// <summary>What is certainly wrong, and where.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="At">The code that is wrong.</param>
/// <param name="Message">Why.</param>
internal sealed record Finding(FindingKind Kind, IOperation At, string Message)
{
    /// <summary>Where it is, if that is not the code; and what may stand there instead.</summary>
    public (Location At, string Replacement)? Text { get; init; }

    /// <summary>What stands for the place, of which there is one finding of a kind: a text, or the code.</summary>
    public object Key => Text?.At ?? (object)At;

    public Certainty Certainty { get; init; }

    /// <summary>The number that is written wrong, where one is.</summary>
    public WrongNumber? Number { get; init; }

    /// <summary>The call through which it came there, where it stands in another method.</summary>
    public IOperation? Caller { get; init; }
}
