namespace StoryCompare.Tests;

/// <summary>A file that holds what was looked at and found right. What differs is written beside it as <c>.received</c>; <c>.ci/accept</c> takes it over.</summary>
internal static class GoldenFile
{
    /// <summary>Fails where <paramref name="actual"/> is not what the golden file holds, naming the first line that differs.</summary>
    public static void Check(string path, string actual)
    {
        string received = path + ".received";
        string expected = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        if (expected == actual)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        string[] was = expected.Split('\n');
        string[] now = actual.Split('\n');
        int line = was.Zip(now).TakeWhile(static p => p.First == p.Second).Count();
        Assert.Fail($"{Path.GetFileName(path)} differs from line {line + 1} on.\n  was: {was.ElementAtOrDefault(line)}\n  now: {now.ElementAtOrDefault(line)}\n{Path.GetFileName(received)} holds the new text: review it as an editor would, then run .ci/accept.");
    }
}
