using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using ShapeGen.Analyzers.Flow;

namespace ShapeGen.Cli;

/// <summary>What the program prints: in the form of the compiler, so that editors find the lines.</summary>
internal static class Report
{
    /// <summary>How many operations on tensors are known, method by method; with --shapes each of them.</summary>
    public static void Survey(
        TextWriter output,
        ImmutableArray<TensorOperation> operations,
        IEnumerable<Diagnostic> findings,
        Options options
    )
    {
        HashSet<Location> wrong = [.. findings.Where(f => f.Severity == DiagnosticSeverity.Error).Select(f => f.Location)];
        if (options.ShowShapes)
        {
            foreach (var operation in operations)
            {
                output.WriteLine($"{PlaceOf(operation.Location, options)}: {OneLine(operation.Code)} → {operation.Shape ?? "?"}");
            }
        }

        foreach (var member in operations.GroupBy(o => o.Member))
        {
            output.WriteLine($"{member.Key}: {CountsOf([.. member], wrong)}");
        }

        output.WriteLine($"Tensor operations: {CountsOf(operations, wrong)}");
    }

    private static string CountsOf(IReadOnlyCollection<TensorOperation> operations, HashSet<Location> wrong)
    {
        var failing = operations.Count(o => o.Shape is null && wrong.Contains(o.Location));
        var proved = operations.Count(o => o.Shape is not null);
        return $"{proved} proved, {(failing > 0 ? $"{failing} wrong, " : "")}{operations.Count - proved - failing} left to run time";
    }

    public static void Findings(TextWriter output, IReadOnlyCollection<Diagnostic> findings, Options options)
    {
        foreach (var finding in findings)
        {
            output.WriteLine($"{PlaceOf(finding.Location, options)}: {WordOf(finding.Severity)} {finding.Id}: {finding.GetMessage(null)}");
            foreach (var location in finding.AdditionalLocations.Where(l => l.IsInSource))
            {
                output.WriteLine($"    {PlaceOf(location, options)}: from here");
            }
        }

        var counts = findings
            .GroupBy(f => f.Severity)
            .OrderByDescending(g => g.Key)
            .Select(g => $"{g.Count()} {WordOf(g.Key)}{(g.Count() > 1 && g.Key != DiagnosticSeverity.Info ? "s" : "")}");
        output.WriteLine(findings.Count == 0 ? "Nothing is wrong." : $"{string.Join(", ", counts)}.");
    }

    /// <summary>error, warning, or info.</summary>
    public static string WordOf(DiagnosticSeverity severity) =>
        severity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            _ => "info",
        };

    private static string PlaceOf(Location location, Options options)
    {
        var span = location.GetLineSpan();
        var path = Path.GetRelativePath(Path.GetDirectoryName(options.Project)!, span.Path);
        return $"{path}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1})";
    }

    private static string OneLine(string code) =>
        string.Join(" ", code.Split(['\r', '\n', ' '], System.StringSplitOptions.RemoveEmptyEntries));
}
