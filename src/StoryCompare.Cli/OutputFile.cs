namespace StoryCompare.Cli;

/// <summary>Writes to standard output, or to a file that appears whole or not at all.</summary>
internal static class OutputFile
{
    /// <summary>Calls <paramref name="write"/> with the target; false when the file could not be written, which is said on standard error.</summary>
    public static bool Write(string? path, Action<Stream> write)
    {
        if (path is null)
        {
            using Stream output = Console.OpenStandardOutput();
            using BufferedStream buffered = new(output, 1 << 16);
            write(buffered);
            return true;
        }

        string full = Path.GetFullPath(path);
        string temporary = $"{full}.{Environment.ProcessId}.tmp";
        try
        {
            using (FileStream file = new(temporary, FileMode.Create, FileAccess.Write))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, full, overwrite: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Terminal.Say($"{path}: {e.Message}");
            TryDelete(temporary);
            return false;
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Terminal.Say($"{path}: {e.Message}");
        }
    }
}
