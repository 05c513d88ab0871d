using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using StoryCompare.Internals;
using StoryCompare.Tests.Clustering.Live;

namespace StoryCompare.Tests.Reliability;

/// <summary>A tracker's file: what is loaded goes on as if it had never stopped; what is cut, flipped, forged or newer is refused with a clear word.</summary>
public sealed class TrackerFileTests
{
    private const string Header = "storycompare-tracker/1\n";

    [TestCase(0)]
    [TestCase(5)]
    public void Load_ThenGoOn_GivesWhatNeverStoppingGives(int window)
    {
        StoryCompareOptions options = new() { Clustering = new ClusteringOptions { WindowDays = window } };
        StoryTracker whole = new(options);
        StoryTracker stopped = new(options);
        IReadOnlyList<Article> articles = LiveCorpus.Make(300, 21);
        for (int i = 0; i < articles.Count; i++)
        {
            Assert.That(Told(Step(stopped, articles, i)), Is.EqualTo(Told(Step(whole, articles, i))), $"article {i}");
            if (i % 23 == 5)
            {
                stopped = StoryTracker.Load(new MemoryStream(Bytes(stopped)), options);
            }
        }

        Assert.That(Bytes(stopped), Is.EqualTo(Bytes(whole)));
        Assert.That(ReportWriter.ToJson(stopped.Snapshot()), Is.EqualTo(ReportWriter.ToJson(whole.Snapshot())));
    }

    [Test]
    public void Load_CutAnywhere_SaysSo()
    {
        byte[] file = Bytes(Small());
        for (int length = 0; length < file.Length; length++)
        {
            Assert.That(() => StoryTracker.Load(new MemoryStream(file, 0, length)), Throws.TypeOf<InvalidDataException>().With.Message.Contains(length == 0 ? "is empty" : "is cut"), $"cut at {length}");
        }
    }

    [Test]
    public void Load_FlippedAnywhere_SaysWhatIsWrong()
    {
        byte[] file = Bytes(Small());
        TestContext.Out.WriteLine($"{file.Length} bytes");
        for (int at = 0; at < file.Length; at++)
        {
            for (int bit = LongRun.IsOn ? 0 : at % 8; bit < 8; bit += LongRun.IsOn ? 1 : 8)
            {
                file[at] ^= (byte)(1 << bit);
                InvalidDataException error = Assert.Throws<InvalidDataException>(() => StoryTracker.Load(new MemoryStream(file)), $"byte {at}, bit {bit}")!;
                Assert.That(error.Message, Does.Contain("tracker file"));
                file[at] ^= (byte)(1 << bit);
            }
        }
    }

    [Test]
    public void Load_NewerFormat_SaysSo()
    {
        byte[] file = Bytes(Small());
        file[Header.Length - 2] = (byte)'7';
        Assert.That(() => StoryTracker.Load(new MemoryStream(file)), Throws.TypeOf<InvalidDataException>().With.Message.Contains("version 7").And.Message.Contains("newer"));
    }

    [TestCase("")]
    [TestCase("{\"schema\":\"storycompare-report/1\"}")]
    [TestCase("storycompare-tracker/99999999999999999999\n")]
    public void Load_OtherFile_SaysSo(string content) =>
        Assert.That(() => StoryTracker.Load(new MemoryStream(Encoding.UTF8.GetBytes(content))), Throws.TypeOf<InvalidDataException>().With.Message.Contains("tracker file"));

    [Test]
    public void Load_ForgedContentWithRightChecksums_NeverBreaks()
    {
        byte[] content = Content(Bytes(Small()));
        Random random = new(3);
        int refused = 0;
        for (int i = 0; i < LongRun.Of(1500, 60_000); i++)
        {
            refused += IsRefused(Forge(content, random)) ? 1 : 0;
        }

        TestContext.Out.WriteLine($"{refused} refused");
        Assert.That(refused, Is.GreaterThan(0));
    }

    // The long run found a neighbour of a text with a number below nought, which was looked up at the next article.
    [Test]
    public void Load_FourBytesOfOnesAnywhere_NeverBreaks()
    {
        byte[] content = Content(Bytes(Small()));
        int refused = 0;
        for (int at = 0; at + 4 <= content.Length; at++)
        {
            byte[] forged = [.. content];
            forged.AsSpan(at, 4).Fill(0xFF);
            refused += IsRefused(forged) ? 1 : 0;
        }

        TestContext.Out.WriteLine($"{refused} of {content.Length} refused");
        Assert.That(refused, Is.GreaterThan(content.Length / 10));
    }

    private static bool IsRefused(byte[] content)
    {
        try
        {
            // Like the last article that is held, so that what is kept of others is looked at.
            StoryTracker tracker = StoryTracker.Load(new MemoryStream(Sign(content)));
            tracker.Add(LiveCorpus.Make(6, 14)[^1] with { Id = "more" });
            tracker.Add(new Article("Rain fell on Tarholm on Sunday.") { Id = "still more" });
            tracker.Stories();
            return false;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }

    [Test]
    public void Load_HugeLengths_AllocateLittle()
    {
        byte[] content = Content(Bytes(new StoryTracker()));

        // The number of texts stands in front of the number of full lists, at the end.
        byte[] hostile = [.. content[..^2], 0xFF, 0xFF, 0xFF, 0xFF, 0x07];
        byte[] file = Sign(hostile);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.That(() => StoryTracker.Load(new MemoryStream(file)), Throws.TypeOf<InvalidDataException>());
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(8_000_000));
    }

    [Test]
    public void Load_FileOfAnotherVersion_ReadsTheTextsAgain()
    {
        StoryTracker tracker = new();
        foreach (Article article in LiveCorpus.Make(80, 8))
        {
            tracker.Add(article);
        }

        byte[] content = Content(Bytes(tracker));
        int version = 2 + content[1];
        byte[] other = [1, 3, (byte)'0', (byte)'.', (byte)'1', .. content[version..]];
        StoryTracker loaded = StoryTracker.Load(new MemoryStream(Sign(other)));

        Assert.That(loaded.Stories(), Is.EqualTo(tracker.Stories()));
        Assert.That(loaded.Add(LiveCorpus.Make(80, 8)[79] with { Id = "copy" }).Story, Is.EqualTo(tracker.Stories().Single(static s => s.Article == "8-0079").Story));
    }

    [Test]
    public void Save_ToAPath_LeavesNothingBesideIt()
    {
        string folder = Directory.CreateTempSubdirectory("storycompare-").FullName;
        try
        {
            string path = Path.Combine(folder, "tracker.state");
            StoryTracker tracker = Small();
            tracker.Save(path);
            tracker.Save(path);
            Assert.That(Directory.GetFiles(folder), Is.EqualTo(new[] { path }));
            Assert.That(StoryTracker.Load(path).Stories(), Is.EqualTo(tracker.Stories()));

            File.AppendAllText(path, "x");
            Assert.That(() => StoryTracker.Load(path), Throws.TypeOf<InvalidDataException>().With.Message.Contains("behind its end"));
            Assert.That(() => StoryTracker.Load(Path.Combine(folder, "none")), Throws.TypeOf<FileNotFoundException>());
            Assert.That(() => tracker.Save(Path.Combine(folder, "none", "x")), Throws.InstanceOf<IOException>());
            Assert.That(() => tracker.Save(folder), Throws.InstanceOf<Exception>().With.Property("Message").Not.Empty);
            Assert.That(Directory.GetFiles(folder), Is.EqualTo(new[] { path }));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void Save_OddText_ComesBack()
    {
        StoryTracker tracker = new();
        Article odd = new("\uD800 lone \uDC00 ÿ \u0000 世界") { Id = "\uDFFF", Outlet = "", Title = "\u202E", Url = "x\ud83d", Published = new DateTimeOffset(9999, 12, 31, 20, 59, 0, TimeSpan.FromHours(-2)) };
        tracker.Add(odd);
        ReportedArticle back = StoryTracker.Load(new MemoryStream(Bytes(tracker))).Snapshot().Articles.Single();
        Assert.That((back.Text, back.Id, back.Url), Is.EqualTo((odd.Text, odd.Id, odd.Url)));
    }

    private static StoryTracker Small()
    {
        StoryTracker tracker = new();
        foreach (Article article in LiveCorpus.Make(6, 14))
        {
            tracker.Add(article);
        }

        return tracker;
    }

    // What a desk does: adds, corrects, withdraws, merges and splits.
    private static StoryUpdate Step(StoryTracker tracker, IReadOnlyList<Article> articles, int i)
    {
        StoryUpdate update = tracker.Add(i % 17 == 3 ? articles[i] with { Id = articles[i - 2].Id } : i % 29 == 4 ? articles[i] with { Id = null } : articles[i]);
        string[] stories = [.. tracker.Stories().Select(static s => s.Story).Distinct()];
        if (i % 31 == 7)
        {
            tracker.Withdraw(tracker.Stories()[^1].Article);
        }

        if (i % 41 == 11 && stories.Length > 3)
        {
            tracker.Merge(stories[^2], stories[^3]);
        }

        if (i % 37 == 13)
        {
            tracker.Split([tracker.Stories()[tracker.Count / 2].Article]);
        }

        return update;
    }

    private static string Told(StoryUpdate u) =>
        $"{u} [{string.Join(' ', u.Articles)}] {string.Join(';', u.Reasons.Select(static r => $"{r.A} {r.B} {r.Score:R} {r.Why}"))} {string.Join(';', u.Changes.Select(static c => $"{c} {string.Join(' ', c.Articles)} {string.Join(' ', c.Reasons.Select(static r => r.A + r.B))}"))} {string.Join(' ', u.Expired)}";

    private static byte[] Bytes(StoryTracker tracker)
    {
        MemoryStream stream = new();
        tracker.Save(stream);
        return stream.ToArray();
    }

    // The bytes inside the blocks.
    private static byte[] Content(byte[] file)
    {
        List<byte> content = [];
        for (int at = Header.Length; ;)
        {
            int length = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at));
            if (length == 0)
            {
                return [.. content];
            }

            content.AddRange(file.AsSpan(at + sizeof(int), length));
            at += sizeof(int) + length + SHA256.HashSizeInBytes;
        }
    }

    private static byte[] Sign(byte[] content)
    {
        MemoryStream stream = new();
        CheckedWriter writer = new(stream, Encoding.ASCII.GetBytes(Header));
        foreach (byte b in content)
        {
            writer.Byte(b);
        }

        writer.End();
        return stream.ToArray();
    }

    private static byte[] Forge(byte[] content, Random random)
    {
        List<byte> forged = [.. content];
        for (int change = random.Next(1, 4); change > 0 && forged.Count > 8; change--)
        {
            int at = random.Next(3) == 0 ? random.Next(Math.Min(200, forged.Count)) : random.Next(forged.Count);
            switch (random.Next(5))
            {
                case 0:
                    forged[at] = (byte)random.Next(256);
                    break;
                case 1:
                    forged[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    forged.RemoveRange(at, Math.Min(forged.Count - at, random.Next(1, 40)));
                    break;
                case 3:
                    forged.InsertRange(at, Enumerable.Repeat((byte)(random.Next(2) * 255), random.Next(1, 12)));
                    break;
                default:
                    forged.InsertRange(random.Next(forged.Count), forged.GetRange(at, Math.Min(forged.Count - at, random.Next(1, 200))));
                    break;
            }
        }

        return [.. forged];
    }
}
