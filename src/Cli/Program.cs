using System;
using System.Threading;
using System.Threading.Tasks;

namespace ShapeGen.Cli;

/// <summary>dotnet shapegen check PROJECT [--shapes] [--sarif FILE]</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        try
        {
            return Options.Read(args) is { } options
                ? await CheckCommand.Run(options, Console.Out, Console.Error, stop.Token).ConfigureAwait(false)
                : Help();
        }
        catch (OptionsException e)
        {
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return ExitCodes.Misused;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Misused;
        }
    }

    private static int Help()
    {
        Console.Out.WriteLine(Options.Usage);
        return ExitCodes.Right;
    }
}

/// <summary>What the program says to a script.</summary>
internal static class ExitCodes
{
    /// <summary>Nothing is wrong.</summary>
    public const int Right = 0;

    /// <summary>Something in the project is wrong.</summary>
    public const int Wrong = 1;

    /// <summary>The program was called wrongly, or the project cannot be read.</summary>
    public const int Misused = 2;
}
