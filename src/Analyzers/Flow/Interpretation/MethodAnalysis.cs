using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ShapeGen.Analyzers.Flow.Engine;

namespace ShapeGen.Analyzers.Flow.Interpretation;

/// <summary>Works out one method, as if it were called from somewhere: what is certainly wrong in it and in what it calls.</summary>
/// <param name="semantics">The library.</param>
/// <param name="bodies">The code of the project.</param>
/// <param name="cancellation">Stops it.</param>
/// <param name="observe">Is told what each call, operator and property gave.</param>
internal sealed class MethodAnalysis(
    ISemantics semantics,
    Bodies bodies,
    CancellationToken cancellation,
    Action<IOperation, Value>? observe = null
)
{
    // How many ways of what a method may get are told apart: two values of two parameters, on objects of two constructors.
    private const int MostCases = 8;
    private const int MostRounds = 3;

    private static readonly Case _anything = new(null, new Dictionary<object, Value>());

    /// <summary>
    /// What is certainly wrong, each place once: what is wrong whatever comes; and where the code itself says what may come, and each of that
    /// goes wrong somewhere, what is wrong with the likeliest.
    /// </summary>
    public IReadOnlyList<Finding> Run(IMethodSymbol? method, Body body)
    {
        var constructors = ConstructorsOf(method);
        if (constructors.Length > 1)
        {
            return InEach([.. constructors.SelectMany(c => CasesOf(Free(c, method, body)))], method, body, []);
        }

        var free = Free(constructors.FirstOrDefault(), method, body);
        var cases = CasesOf(free);
        var certain = Reported(free);
        return cases.Length < 2 && cases[0].Assumed.Count == 0 ? [.. certain, .. Hints(free)] : InEach(cases, method, body, certain);
    }

    private Finding[] InEach(Case[] cases, IMethodSymbol? method, Body body, Finding[] certain)
    {
        if (cases.Length > MostCases)
        {
            return certain;
        }

        // Who looks on sees the likeliest.
        var attempts = cases.Select((c, i) => Try(method, body, c, isObserved: i == 0)).ToArray();
        var isSure = attempts.All(a => Reported(a).Length > 0);
        var likeliest = attempts.All(a => a.Findings.Any(f => !IsHint(f)))
            ? Reported(attempts[0]).Select(f => isSure ? f : f with { Certainty = Certainty.ForBatch })
            : [];
        Finding[] reported = [.. certain, .. likeliest.Where(f => !certain.Any(c => ReferenceEquals(c.At, f.At)))];
        return [.. reported, .. Hints(attempts).Where(f => !reported.Any(r => ReferenceEquals(r.At, f.At)))];
    }

    /// <summary>Whatever comes. What the code asks of integers may say more about others, which are divided by them.</summary>
    private Attempt Free(IMethodSymbol? constructor, IMethodSymbol? method, Body body)
    {
        var attempt = Try(method, body, _anything with { Constructor = constructor });
        for (var round = 0; round < MostRounds; round++)
        {
            var sizes = attempt.Demands.Where(d => d.Key is Value && !attempt.Case.Assumed.ContainsKey(d.Key)).ToArray();
            if (sizes.Length == 0)
            {
                break;
            }

            var assumed = attempt
                .Case.Assumed.Concat(sizes.ToDictionary(d => d.Key, d => d.Value[0]))
                .ToDictionary(a => a.Key, a => a.Value);
            attempt = Try(method, body, attempt.Case with { Assumed = assumed });
        }

        return attempt;
    }

    private static Finding[] Reported(Attempt attempt) => [.. attempt.Findings.Where(f => f.Kind != FindingKind.Unlikely && !IsHint(f))];

    /// <summary>Comments, and paths that need not be taken, that are wrong in each case, and so no matter for what comes.</summary>
    private static IEnumerable<Finding> Hints(params Attempt[] attempts) =>
        attempts[0]
            .Findings.Where(IsHint)
            .Where(f => attempts.All(a => a.Findings.Any(o => o.Kind == f.Kind && IsHint(o) && o.Key.Equals(f.Key))));

    private static bool IsHint(Finding finding) => finding.Kind == FindingKind.Comment || finding.Certainty == Certainty.OnOnePath;

    /// <summary>The cases that the demands of the code leave, the likeliest first.</summary>
    private static Case[] CasesOf(Attempt attempt) =>
        attempt
            .Demands.Where(d => d.Value.Count > 0 && !attempt.Case.Assumed.ContainsKey(d.Key))
            .Aggregate(
                (IEnumerable<Case>)[attempt.Case],
                (cases, demand) =>
                    cases.SelectMany(c =>
                        demand.Value.Select(v =>
                            c with
                            {
                                Assumed = c.Assumed.Append(new(demand.Key, v)).ToDictionary(a => a.Key, a => a.Value),
                            }
                        )
                    )
            )
            .ToArray();

    private Attempt Try(IMethodSymbol? method, Body body, Case given, bool isObserved = true)
    {
        var findings = new List<Finding>();
        var interpreter = new Interpreter(semantics, bodies, new Budget(cancellation), Add, isObserved ? observe : null);
        try
        {
            if (method is { MethodKind: MethodKind.Constructor })
            {
                interpreter.CreateInstance(method, Entry(method, given, interpreter), null);
            }
            else
            {
                var instance = given.Constructor is null ? Value.Unknown : Instance(interpreter, given.Constructor, given);
                interpreter.IsOnEveryRun = true;
                var variables = Interpreter.Bind(ValueMap.Empty, method, Entry(method, given, interpreter));
                interpreter.Run(body, method, variables, instance, null);
            }
        }
        catch (BudgetExceededException)
        {
            // What was found until then holds.
        }

        findings.RemoveAll(f => IsHint(f) && interpreter.HasPassed(f.Key));
        return new(given, findings, interpreter.Demands);

        void Add(Finding finding)
        {
            if (finding is { Certainty: Certainty.OnOnePath, Kind: FindingKind.Samples or FindingKind.Unlikely or FindingKind.Comment })
            {
                return;
            }

            var known = findings.FindIndex(f => f.Key.Equals(finding.Key) && f.Kind == finding.Kind);
            if (known < 0)
            {
                findings.Add(finding);
            }
            else if (finding.Certainty < findings[known].Certainty)
            {
                findings[known] = finding;
            }
        }
    }

    /// <summary>What parameters are known to be without a call.</summary>
    private IReadOnlyList<Given> Entry(IMethodSymbol? method, Case given, Interpreter interpreter) =>
        [.. method?.Parameters.Select(p => new Given(p.Name, p.Type, Entry(p, given, interpreter), null)) ?? []];

    private Value Entry(IParameterSymbol parameter, Case given, Interpreter interpreter) =>
        given.Assumed.TryGetValue(parameter, out var assumed) ? assumed
        : semantics.Parameter(parameter) is { } value ? given.Of(value)
        : IsPlainObject(parameter) ? Outside(parameter, given, interpreter)
        : Value.Unknown;

    private static bool IsPlainObject(IParameterSymbol parameter) =>
        parameter
            is {
                RefKind: RefKind.None,
                NullableAnnotation: not NullableAnnotation.Annotated,
                Type: { TypeKind: TypeKind.Class, DeclaringSyntaxReferences.IsEmpty: false, IsAbstract: false }
                    or { TypeKind: TypeKind.Interface, DeclaringSyntaxReferences.IsEmpty: false }
            };

    /// <summary>An object of the caller's, such as the settings of a network: of its class or of one that inherits from it.</summary>
    private Value Outside(IParameterSymbol parameter, Case given, Interpreter interpreter)
    {
        var type = (INamedTypeSymbol)parameter.Type;
        var fields = (type.TypeKind == TypeKind.Interface ? type.GetMembers() : Bodies.StorageOf(type))
            .Where(m =>
                m
                    is IFieldSymbol
                        or IPropertySymbol { IsVirtual: false, IsOverride: false }
                        or IPropertySymbol { ContainingType.TypeKind: TypeKind.Interface }
            )
            .Select(m => (Member: m, Value: semantics.Member(parameter, m)))
            .Where(m => m.Value is not null)
            .Aggregate(ValueMap.Empty, (map, m) => map.With(m.Member, given.Of(m.Value!)));
        var instance = interpreter.Allocate(new Cell.Instance(type, fields));
        interpreter.Open(instance);
        return instance;
    }

    /// <summary>What may have made the object that a method runs on; none where that is not known.</summary>
    private static IMethodSymbol[] ConstructorsOf(IMethodSymbol? method) =>
        method is { IsStatic: false, MethodKind: not MethodKind.Constructor, ContainingType: { IsAbstract: false } type }
        && type.TypeKind is TypeKind.Class or TypeKind.Struct
            ? [.. type.InstanceConstructors.Where(c => !c.IsImplicitlyDeclared || c.Parameters.IsEmpty)]
            : [];

    /// <summary>Any object of a class: what a constructor makes for ever, whatever it gets.</summary>
    private Value Instance(Interpreter interpreter, IMethodSymbol constructor, Case given)
    {
        var instance = interpreter.CreateInstance(constructor, Entry(constructor, given, interpreter), null, isOpen: true);
        interpreter.Forget([instance]);
        return instance;
    }

    /// <summary>What a method may run with.</summary>
    /// <param name="Constructor">What made its object; null where that is not known.</param>
    /// <param name="Assumed">What parameters, and values that come through them, are taken to be.</param>
    private sealed record Case(IMethodSymbol? Constructor, Dictionary<object, Value> Assumed)
    {
        /// <summary>A value from outside, as it is taken to be.</summary>
        public Value Of(Value value) => Assumed.TryGetValue(value, out var assumed) ? assumed : value;
    }

    private sealed record Attempt(Case Case, IReadOnlyList<Finding> Findings, IReadOnlyDictionary<object, IReadOnlyList<Value>> Demands);
}
