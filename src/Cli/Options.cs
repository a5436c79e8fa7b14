using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ShapeGen.Cli;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Project">The project or solution file.</param>
/// <param name="ShowShapes">Whether the shape of each tensor is listed.</param>
/// <param name="Sarif">The file for the findings as SARIF; null for none.</param>
internal sealed record Options(string Project, bool ShowShapes, string? Sarif)
{
    public const string Usage = """
        Checks the sizes of the neural networks of a project.

        Usage: dotnet shapegen check [PROJECT] [options]

          PROJECT        a .csproj, .sln or .slnx file, or a folder with one; the current folder if it is left out
          --shapes       lists the shape of each tensor, line by line
          --sarif FILE   writes the findings as SARIF 2.1.0

        Exit code: 0 if nothing is wrong, 1 if something is, 2 if the project cannot be read.
        """;

    private static readonly string[] _extensions = [".csproj", ".sln", ".slnx"];

    /// <summary>Null where help was asked for.</summary>
    /// <exception cref="OptionsException">The arguments make no sense.</exception>
    public static Options? Read(IReadOnlyList<string> args)
    {
        if (args.Count == 0 || args.Any(a => a is "--help" or "-h" or "-?"))
        {
            return null;
        }

        if (args[0] != "check")
        {
            throw new OptionsException($"'{args[0]}' is not a command; there is one, check.");
        }

        var (showShapes, sarif, project) = (false, (string?)null, (string?)null);
        for (var i = 1; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--shapes":
                    showShapes = true;
                    break;
                case "--sarif":
                    sarif = ++i < args.Count ? args[i] : throw new OptionsException("--sarif needs the name of a file.");
                    break;
                case var option when option.StartsWith('-'):
                    throw new OptionsException($"'{option}' is not an option; there are --shapes and --sarif FILE.");
                default:
                    project = project is null ? args[i] : throw new OptionsException($"One project at a time: '{project}' or '{args[i]}'.");
                    break;
            }
        }

        return new(Find(project ?? "."), showShapes, sarif);
    }

    private static string Find(string path)
    {
        if (File.Exists(path))
        {
            return _extensions.Contains(Path.GetExtension(path))
                ? Path.GetFullPath(path)
                : throw new OptionsException($"'{path}' is no project: expected a .csproj, .sln or .slnx file.");
        }

        if (!Directory.Exists(path))
        {
            throw new OptionsException($"'{path}' does not exist.");
        }

        var found = Directory.GetFiles(path).Where(f => _extensions.Contains(Path.GetExtension(f))).Order(StringComparer.Ordinal).ToArray();
        return found.Length == 1
            ? Path.GetFullPath(found[0])
            : throw new OptionsException(
                found.Length == 0
                    ? $"There is no project in '{path}'."
                    : $"There are several projects in '{path}': {string.Join(", ", found.Select(Path.GetFileName))}; name one."
            );
    }
}

/// <summary>The program was called wrongly; the message says how.</summary>
internal sealed class OptionsException(string message) : Exception(message);
