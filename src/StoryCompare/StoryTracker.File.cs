using System.Globalization;
using System.Reflection;
using System.Text;
using StoryCompare.Clustering;
using StoryCompare.Internals;

namespace StoryCompare;

/// <summary>A tracker as a file.</summary>
public sealed partial class StoryTracker
{
    private const string What = "tracker file";
    private const string Magic = "storycompare-tracker/";
    private const int FormatVersion = 1;
    private const int MostVersionDigits = 8;

    // Features made by one version of the library are not compared with those of another.
    private static readonly string Writer =
        typeof(StoryTracker).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    /// <summary>Writes all that is held, articles included. What is loaded and gone on with gives what never stopping gives, byte for byte.</summary>
    /// <param name="stream">Written to from where it stands; neither flushed to disk nor closed.</param>
    /// <remarks>Additions wait meanwhile. About 3 KB an article beside its text. The options are not part of the file: give the same ones to <see cref="Load(Stream, StoryCompareOptions?)"/>.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        lock (_lock)
        {
            CheckedWriter writer = new(stream, Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Magic}{FormatVersion}\n")));
            writer.Text(Writer);
            writer.Int32(_unnamed);
            _clusterer.Write(writer);
            writer.End();
        }
    }

    /// <summary>Writes a file whole or not at all: beside the target first, flushed to disk, then renamed over it. Whatever stops it, the old file or the new one stands.</summary>
    /// <param name="path">A file in a folder that exists.</param>
    /// <remarks>A process killed in between leaves the part it wrote as <c>path.*.tmp</c>.</remarks>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    /// <exception cref="IOException">The file cannot be written; what was there is untouched.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written; what was there is untouched.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string full = Path.GetFullPath(path);
        string temporary = $"{full}.{Path.GetRandomFileName()}.tmp";
        try
        {
            using (FileStream file = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                Save(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, full, overwrite: true);
        }
        finally
        {
            // Gone when it was renamed.
            File.Delete(temporary);
        }
    }

    /// <summary>Reads a tracker that <see cref="Save(Stream)"/> wrote.</summary>
    /// <param name="stream">Read from where it stands up to the end of the tracker; not closed.</param>
    /// <param name="options">Null for the defaults. Going on gives the same as never stopping when they are those of the tracker that was saved.</param>
    /// <remarks>A file of another version of the library is read too: its texts are analysed again, its stories and their ids stay.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="InvalidDataException">It is no tracker file, one of a newer format, cut or damaged; the message says which, and where.</exception>
    public static StoryTracker Load(Stream stream, StoryCompareOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        StoryTracker tracker = new(options);
        CheckedReader reader = new(stream, ReadHeader(stream), What);
        bool same = string.Equals(reader.Text("the writer's version"), Writer, StringComparison.Ordinal);
        tracker._unnamed = reader.Int32();
        tracker._clusterer.Read(reader, same ? null : tracker.Read);
        reader.End();
        return tracker;
    }

    /// <summary>Reads a tracker from a file that <see cref="Save(string)"/> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">See <see cref="Load(Stream, StoryCompareOptions?)"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty, or an option is out of range.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no tracker file, one of a newer format, cut, damaged or longer than it says; the message says which, and where.</exception>
    public static StoryTracker Load(string path, StoryCompareOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        StoryTracker tracker = Load(file, options);
        return file.ReadByte() < 0 ? tracker : throw new InvalidDataException($"The {What} is damaged: it goes on behind its end.");
    }

    // The line "storycompare-tracker/1".
    private static byte[] ReadHeader(Stream stream)
    {
        List<byte> header = [];
        byte[] magic = Encoding.ASCII.GetBytes(Magic);
        int version = 0;
        while (true)
        {
            int next = stream.ReadByte();
            if (next < 0)
            {
                throw new InvalidDataException(header.Count == 0 ? $"The {What} is empty." : string.Create(CultureInfo.InvariantCulture, $"The {What} is cut: it ends after {header.Count} bytes."));
            }

            int at = header.Count;
            header.Add((byte)next);
            if (at < magic.Length ? next != magic[at] : next != '\n' && !char.IsAsciiDigit((char)next) || at > magic.Length + MostVersionDigits)
            {
                throw new InvalidDataException($"This is no {What}: it does not begin with '{Magic}{FormatVersion}'.");
            }

            if (at >= magic.Length && next == '\n')
            {
                break;
            }

            version = at < magic.Length ? 0 : (version * 10) + (next - '0');
        }

        return version == FormatVersion
            ? [.. header]
            : throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"The {What} has format version {version}; this library reads version {FormatVersion}{(version > FormatVersion ? "; a newer version of the library wrote it" : "")}."));
    }
}
