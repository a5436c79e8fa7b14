using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.MSBuild;
using ShapeGen.Analyzers.Declarations;
using ShapeGen.Analyzers.Flow;
using ShapeGen.Analyzers.Usage;

namespace ShapeGen.Cli;

/// <summary>Reads the project as MSBuild does, and says what is wrong with the sizes in it, and how much of it is known.</summary>
internal static class CheckCommand
{
    private static ImmutableArray<DiagnosticAnalyzer> Analyzers =>
        [new NetworkAnalyzer(), new BlockArgumentAnalyzer(), new FlowAnalyzer(), new RegistrationAnalyzer(), new TrapAnalyzer()];

    public static async Task<int> Run(Options options, TextWriter output, TextWriter progress, CancellationToken cancellation)
    {
        using var workspace = MSBuildWorkspace.Create();
        var troubles = new List<string>();
        using var listening = workspace.RegisterWorkspaceFailedHandler(e => troubles.Add(e.Diagnostic.Message));
        await progress.WriteLineAsync($"Reading {Path.GetFileName(options.Project)} …").ConfigureAwait(false);
        var projects = await Projects(workspace, options.Project, cancellation).ConfigureAwait(false);
        var findings = new List<Diagnostic>();
        var read = 0;
        foreach (var project in projects.Where(p => p.Language == LanguageNames.CSharp))
        {
            await progress.WriteLineAsync($"Checking {project.Name} …").ConfigureAwait(false);
            if (await project.GetCompilationAsync(cancellation).ConfigureAwait(false) is not { } compilation)
            {
                continue;
            }

            read++;
            var errors = compilation.GetDiagnostics(cancellation).Where(d => d.Severity == DiagnosticSeverity.Error).ToArray();
            if (errors.Length > 0)
            {
                // What does not compile is worked out as far as it goes.
                await progress
                    .WriteLineAsync(
                        $"{project.Name} has {errors.Length} errors of the compiler, the first: {errors[0].GetMessage(null)}{Unrestored(project)}"
                    )
                    .ConfigureAwait(false);
            }

            var found = await compilation
                .WithAnalyzers(Analyzers, project.AnalyzerOptions)
                .GetAnalyzerDiagnosticsAsync(cancellation)
                .ConfigureAwait(false);
            findings.AddRange(found.Where(d => !d.IsSuppressed));
            Report.Survey(output, FlowSurvey.Of(compilation, cancellation), found, options);
        }

        if (read == 0)
        {
            await progress.WriteLineAsync($"No C# project could be read. {string.Join(" ", troubles.Take(3))}").ConfigureAwait(false);
            return ExitCodes.Misused;
        }

        var ordered = findings
            .OrderBy(f => f.Location.GetLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(f => f.Location.SourceSpan.Start)
            .ToArray();
        Report.Findings(output, ordered, options);
        if (options.Sarif is { } file)
        {
            await File.WriteAllTextAsync(file, Sarif.Of(ordered, Path.GetDirectoryName(options.Project)!), cancellation)
                .ConfigureAwait(false);
        }

        return ordered.Any(f => f.Severity >= DiagnosticSeverity.Warning) ? ExitCodes.Wrong : ExitCodes.Right;
    }

    // Without its packages nothing of them is known.
    private static string Unrestored(Project project) =>
        Path.GetDirectoryName(project.FilePath) is { } folder && !File.Exists(Path.Combine(folder, "obj", "project.assets.json"))
            ? " (if its packages are not there yet: dotnet restore)"
            : "";

    private static async Task<IEnumerable<Project>> Projects(MSBuildWorkspace workspace, string path, CancellationToken cancellation) =>
        Path.GetExtension(path) == ".csproj"
            ? [await workspace.OpenProjectAsync(path, cancellationToken: cancellation).ConfigureAwait(false)]
            : (await workspace.OpenSolutionAsync(path, cancellationToken: cancellation).ConfigureAwait(false)).Projects;
}
