using System;
using System.Threading;

namespace ShapeGen.Analyzers.Flow.Engine;

/// <summary>How much work the analysis of one method may be. Past it, what is not known yet stays unknown: that is never a report.</summary>
internal sealed class Budget(CancellationToken cancellation)
{
    /// <summary>How often a block is run for itself within one call; from then on a loop is taken as one of which the end is not known.</summary>
    public const int MostRounds = 200;

    /// <summary>How deep calls are followed.</summary>
    public const int DeepestCall = 24;

    /// <summary>How often a method may be active within itself.</summary>
    public const int DeepestRecursion = 6;

    private const int MostBlocks = 60_000;
    private int _blocks;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>Counts a block of code.</summary>
    /// <exception cref="BudgetExceededException">It was one too many.</exception>
    public void Spend()
    {
        Cancellation.ThrowIfCancellationRequested();
        if (++_blocks > MostBlocks)
        {
            throw new BudgetExceededException();
        }
    }
}

/// <summary>The analysis of a method is given up; what it found holds.</summary>
#pragma warning disable CA1032 // It carries nothing.
internal sealed class BudgetExceededException : Exception;
#pragma warning restore CA1032
