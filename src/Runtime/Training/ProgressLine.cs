using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;

namespace ShapeGen.Training;

/// <summary>One line for each epoch. On a terminal it grows while the epoch runs; elsewhere it is written when the epoch is over.</summary>
internal sealed class ProgressLine(TextWriter output, bool isLive, string title, int steps)
{
    private const int BarLength = 20;
    private const int RedrawEveryMilliseconds = 100;

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private long _drawn = -RedrawEveryMilliseconds;

    public void Report(int step, double loss, double accuracy)
    {
        if (isLive && _watch.ElapsedMilliseconds - _drawn >= RedrawEveryMilliseconds)
        {
            _drawn = _watch.ElapsedMilliseconds;
            output.Write('\r' + Line(step, Figures(loss, accuracy)) + "\u001b[K");
        }
    }

    public void Finish(double loss, double accuracy, (double Loss, double Accuracy)? test)
    {
        var figures = Figures(loss, accuracy) + (test is { } t ? $" - {Figures(t.Loss, t.Accuracy, "test_")}" : "");
        output.WriteLine(isLive ? '\r' + Line(steps, figures) + "\u001b[K" : Line(steps, figures));
    }

    private string Line(int step, string figures)
    {
        var bar = isLive ? new string('━', BarLength * step / Math.Max(steps, 1)).PadRight(BarLength) + " " : "";
        var perStep = _watch.Elapsed.TotalMilliseconds / Math.Max(step, 1);
        var time = string.Create(CultureInfo.InvariantCulture, $"{_watch.Elapsed.TotalSeconds:F0}s {perStep:F0}ms/step");
        return $"{title}  {step}/{steps} {bar}{time} - {figures}";
    }

    private static string Figures(double loss, double accuracy, string prefix = "") =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}loss: {loss:F4} - {prefix}accuracy: {accuracy:F4}");
}
