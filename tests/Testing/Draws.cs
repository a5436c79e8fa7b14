using CsCheck;

namespace Testing;

/// <summary>Random values that are the same in every run of one seed.</summary>
public static class Draws
{
    /// <summary>So many values, SHAPEGEN_CONFORMANCE times.</summary>
    public static IEnumerable<T> Draw<T>(this Gen<T> gen, int count)
    {
        var random = new PCG(1, (ulong)Setting.Seed);
        for (var i = 0; i < count * Setting.Times; i++)
        {
            yield return gen.Generate(random, null, out _);
        }
    }
}
