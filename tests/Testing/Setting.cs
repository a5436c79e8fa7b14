using System.Globalization;

namespace Testing;

/// <summary>Numbers that the environment sets for a longer run, or another one.</summary>
public static class Setting
{
    /// <summary>SHAPEGEN_SEED: the seed of random tests.</summary>
    public static int Seed { get; } = Of("SHAPEGEN_SEED", 20261122);

    /// <summary>SHAPEGEN_CONFORMANCE: how many times as many random configurations.</summary>
    public static int Times { get; } = Of("SHAPEGEN_CONFORMANCE", 1);

    private static int Of(string name, int standard) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : standard;
}
