using System.Linq;
using System.Text;
using TorchSharp;

namespace Mnist;

/// <summary>Images as text: two rows of pixels to a line.</summary>
internal static class Picture
{
    /// <summary>The columns that one image takes.</summary>
    public const int Width = 28 + 2;

    private const float Lit = 0.35f;

    public static string SideBySide(torch.Tensor images)
    {
        var (count, height, width) = ((int)images.shape[0], (int)images.shape[2], (int)images.shape[3]);
        using var contiguous = images.contiguous();
        var pixels = contiguous.data<float>().ToArray();
        var text = new StringBuilder();
        for (var row = 0; row < height; row += 2)
        {
            var line = Enumerable.Range(0, count).Select(i => Line(pixels, i * height * width + row * width, width, row + 1 < height));
            text.Append(string.Concat(line).TrimEnd()).Append('\n');
        }

        return text.ToString().Trim('\n');
    }

    private static string Line(float[] pixels, int start, int width, bool hasLower)
    {
        var line = Enumerable.Range(start, width).Select(i => (pixels[i] > Lit, hasLower && pixels[i + width] > Lit));
        return string.Concat(
                line.Select(p =>
                    p switch
                    {
                        (true, true) => '█',
                        (true, false) => '▀',
                        (false, true) => '▄',
                        _ => ' ',
                    }
                )
            )
            .PadRight(Width);
    }
}
