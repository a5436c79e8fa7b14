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
    public static void Survey(TextWriter output, ImmutableArray<TensorOperation> operations, Options options)
    {
        if (options.ShowShapes)
        {
            foreach (var operation in operations)
            {
                output.WriteLine($"{PlaceOf(operation.Location, options)}: {OneLine(operation.Code)} → {operation.Shape ?? "?"}");
            }
        }

        foreach (var member in operations.GroupBy(o => o.Member))
        {
            output.WriteLine(
                $"{member.Key}: {member.Count(o => o.Shape is not null)} proved, {member.Count(o => o.Shape is null)} left to run time"
            );
        }

        var proved = operations.Count(o => o.Shape is not null);
        output.WriteLine($"Tensor operations: {proved} proved, {operations.Length - proved} left to run time");
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

        output.WriteLine(findings.Count == 0 ? "Nothing is wrong." : $"{findings.Count} found.");
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
