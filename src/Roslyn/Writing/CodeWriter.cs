using System;
using System.Text;

namespace ShapeGen.Roslyn.Writing;

/// <summary>Writes C# text line by line, with the indentation of the blocks that are open. Lines end with <c>\n</c> on every system.</summary>
internal sealed class CodeWriter
{
    private const int SpacesPerLevel = 4;

    private readonly StringBuilder _text = new();
    private int _level;

    /// <summary>Writes text, which may have several lines, at the present indentation. Lines with nothing in them stay empty.</summary>
    public void Lines(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            if (line.Length > 0)
            {
                _text.Append(' ', _level * SpacesPerLevel).Append(line);
            }

            _text.Append('\n');
        }
    }

    /// <summary>Writes text as it is, without indentation: for literals of several lines.</summary>
    public void Verbatim(string text) => _text.Append(text).Append('\n');

    public void Blank() => _text.Append('\n');

    /// <summary>Writes a header and the braces around what is written until the result is disposed.</summary>
    public Block Open(string header)
    {
        Lines(header);
        Lines("{");
        _level++;
        return new Block(this);
    }

    public override string ToString() => _text.ToString();

    internal readonly struct Block(CodeWriter writer) : IDisposable
    {
        public void Dispose()
        {
            writer._level--;
            writer.Lines("}");
        }
    }
}
