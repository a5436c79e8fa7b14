using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;

namespace ShapeGen.Cli;

/// <summary>Findings as SARIF 2.1.0 (docs.oasis-open.org/sarif/sarif/v2.1.0), which code hosts show beside the lines.</summary>
internal static class Sarif
{
    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true };

    public static string Of(IReadOnlyCollection<Diagnostic> findings, string root)
    {
        var rules = findings
            .Select(f => f.Descriptor)
            .DistinctBy(d => d.Id)
            .Select(d => new JsonObject
            {
                ["id"] = d.Id,
                ["shortDescription"] = new JsonObject { ["text"] = d.Title.ToString(null) },
                ["helpUri"] = d.HelpLinkUri,
            });
        var results = findings.Select(f => new JsonObject
        {
            ["ruleId"] = f.Id,
            ["level"] = f.Severity switch
            {
                DiagnosticSeverity.Error => "error",
                DiagnosticSeverity.Warning => "warning",
                _ => "note",
            },
            ["message"] = new JsonObject { ["text"] = f.GetMessage(null) },
            ["locations"] = new JsonArray(LocationOf(f.Location, root)),
            ["relatedLocations"] = new JsonArray([.. f.AdditionalLocations.Where(l => l.IsInSource).Select(l => LocationOf(l, root))]),
        });
        var log = new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(
                new JsonObject
                {
                    ["tool"] = new JsonObject
                    {
                        ["driver"] = new JsonObject { ["name"] = "ShapeGen", ["rules"] = new JsonArray([.. rules]) },
                    },
                    ["results"] = new JsonArray([.. results]),
                }
            ),
        };
        return log.ToJsonString(_indented);
    }

    private static JsonObject LocationOf(Location location, string root)
    {
        var span = location.GetLineSpan();
        return new()
        {
            ["physicalLocation"] = new JsonObject
            {
                ["artifactLocation"] = new JsonObject { ["uri"] = Path.GetRelativePath(root, span.Path).Replace('\\', '/') },
                ["region"] = new JsonObject
                {
                    ["startLine"] = span.StartLinePosition.Line + 1,
                    ["startColumn"] = span.StartLinePosition.Character + 1,
                    ["endLine"] = span.EndLinePosition.Line + 1,
                    ["endColumn"] = span.EndLinePosition.Character + 1,
                },
            },
        };
    }
}
