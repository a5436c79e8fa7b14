using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Text;

namespace ShapeGen.Native;

/// <summary>A version of another library that a shared library needs, such as GLIBCXX_3.4.32 of libstdc++.so.6.</summary>
/// <param name="Library">The library that must have the version.</param>
/// <param name="Version">The name of the version.</param>
/// <param name="FlagsOffset">Where in the file the flags of this need are.</param>
/// <param name="IsWeak">Whether the loader only warns if the version is missing.</param>
internal sealed record VersionNeed(string Library, string Version, int FlagsOffset, bool IsWeak);

/// <summary>
/// Reads the section <c>.gnu.version_r</c> of a little-endian 64-bit ELF file. Source: the Linux Standard Base, "Symbol Versioning".
/// </summary>
internal static class ElfVersionNeeds
{
    /// <summary>VER_FLG_WEAK: the loader does not refuse the library when the version is missing.</summary>
    public const ushort Weak = 2;

    private const uint VersionNeedSection = 0x6ffffffe;

    /// <summary>The needs of the file; empty if it is not such a file, or not one that we understand.</summary>
    public static IReadOnlyList<VersionNeed> Read(ReadOnlySpan<byte> file)
    {
        var needs = new List<VersionNeed>();
        try
        {
            Read(file, needs);
        }
        catch (Exception failure) when (failure is ArgumentOutOfRangeException or OverflowException)
        {
            // An offset points outside the file: it is damaged, and nothing can be said about it.
            needs.Clear();
        }

        return needs;
    }

    private static void Read(ReadOnlySpan<byte> file, List<VersionNeed> needs)
    {
        if (file.Length < 64 || !file[..6].SequenceEqual(new byte[] { 0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1 }))
        {
            return;
        }

        var sections = checked((int)Int64(file, 0x28));
        var (sectionSize, sectionCount) = (Int16(file, 0x3a), Int16(file, 0x3c));
        for (var i = 0; i < sectionCount; i++)
        {
            var section = sections + i * sectionSize;
            if (Int32(file, section + 4) == VersionNeedSection)
            {
                var strings = sections + (int)Int32(file, section + 0x28) * sectionSize;
                ReadSection(file, (int)Int64(file, section + 0x18), (int)Int64(file, strings + 0x18), needs);
            }
        }
    }

    private static void ReadSection(ReadOnlySpan<byte> file, int entry, int strings, List<VersionNeed> needs)
    {
        uint next;
        do
        {
            var library = Text(file, strings + (int)Int32(file, entry + 4));
            var item = entry + (int)Int32(file, entry + 8);
            for (var count = Int16(file, entry + 2); count > 0; count--)
            {
                var flags = Int16(file, item + 4);
                var version = Text(file, strings + (int)Int32(file, item + 8));
                needs.Add(new(library, version, item + 4, (flags & Weak) != 0));
                item += (int)Int32(file, item + 12);
            }

            next = Int32(file, entry + 12);
            entry += (int)next;
        } while (next != 0);
    }

    private static ushort Int16(ReadOnlySpan<byte> file, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(file[offset..]);

    private static uint Int32(ReadOnlySpan<byte> file, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(file[offset..]);

    private static long Int64(ReadOnlySpan<byte> file, int offset) => BinaryPrimitives.ReadInt64LittleEndian(file[offset..]);

    private static string Text(ReadOnlySpan<byte> file, int offset)
    {
        var text = file[offset..];
        return Encoding.ASCII.GetString(text[..text.IndexOf((byte)0)]);
    }
}
