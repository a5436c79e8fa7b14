using static TorchSharp.torch;

namespace Generator.Tests;

/// <summary>Whether something leaves tensors behind.</summary>
internal static class Leaks
{
    private const int Attempts = 3;

    /// <summary>
    /// The number of tensors is the same afterwards. The garbage collector may end those of other tests meanwhile, so it is tried again
    /// after it has done so; what leaks, leaks each time.
    /// </summary>
    public static void None(Action run, string what = "")
    {
        run();
        var (before, after) = (0L, 0L);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            before = Tensor.TotalCount;
            run();
            after = Tensor.TotalCount;
            if (before == after)
            {
                return;
            }

            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Equal((what, before), (what, after));
    }
}
