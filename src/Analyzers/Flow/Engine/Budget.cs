using System;
using System.Threading;

namespace ShapeGen.Analyzers.Flow.Engine;

/// <summary>How much work the analysis of one method may be. Past it, what is not known yet stays unknown: that is never a report.</summary>
internal sealed class Budget(CancellationToken cancellation)
{
    // How often a block is run for itself within one call; from then on a loop is taken as one of which the end is not known.
    private const int MostRounds = 200;

    // The same once much work is done: a training loop around a large network, whose rounds are all alike.
    private const int FewRounds = 4;
    private const int MuchWork = 12_000;

    /// <summary>How deep calls are followed.</summary>
    public const int DeepestCall = 24;

    /// <summary>How often a method may be active within itself.</summary>
    public const int DeepestRecursion = 6;

    private const int MostBlocks = 60_000;
    private int _blocks;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>Whether a loop is run once more as the program would run it.</summary>
    public bool MayRepeat(int rounds) => rounds < (_blocks < MuchWork ? MostRounds : FewRounds);

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
