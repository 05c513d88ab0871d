using StoryCompare.Claims.Lexicon;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Slots;

/// <summary>Slots of a frame, or of an office.</summary>
internal enum EventSlot : byte
{
    /// <summary>Who did it.</summary>
    Who,
    /// <summary>Where it happened.</summary>
    Where,
    /// <summary>What caused it.</summary>
    Cause,
    /// <summary>Who holds an office from now on.</summary>
    Office,
}

/// <summary>One thing that the event of a story holds once, and the words that tell it (<c>event_frames.tsv</c>).</summary>
internal sealed class EventFrame
{
    private EventFrame(string[] row, int index)
    {
        Index = index;
        Name = row[0];
        HasWho = row[1].Split('|').Contains("who");
        HasWhere = row[1].Split('|').Contains("where");
        IsOfPerson = row[1].Split('|').Contains("person");
        IsOfPatient = IsOfPerson || row[1].Split('|').Contains("patient");
        HasCause = row[1].Split('|').Contains("cause");
        About = row[2];
        Nouns = TermHash.SetOf([.. row[4].Split('|', StringSplitOptions.RemoveEmptyEntries).SelectMany(static w => new[] { w, w + "s" })]);
        string things = row[5].TrimStart('@');
        TakesPlaces = row[5].StartsWith('@');
        Things = Stems(things);
        string leads = row[6];
        IsAnywhere = leads == "*";
        Leads = [.. leads.Split('|').Select(static w => TermHash.Of(w)).Distinct()];
    }

    /// <summary>All frames, in order.</summary>
    public static IReadOnlyList<EventFrame> All { get; } = [.. EmbeddedData.Rows("event_frames.tsv").Select(static (r, i) => new EventFrame(r, i))];

    /// <summary>Verbs and phrases, with the frames they belong to; inverse where who did it stands behind.</summary>
    public static PhraseTable<(EventFrame Frame, bool Inverse)[]> Verbs { get; } = PhraseTable.Of(EmbeddedData.Rows("event_frames.tsv").SelectMany(static (r, i) => r[3].Split('|', StringSplitOptions.RemoveEmptyEntries).Select(p => (Phrase: p.TrimStart('<'), Frame: All[i], Inverse: p[0] == '<')))
        .GroupBy(static p => p.Phrase, StringComparer.Ordinal).Select(static g => (g.Key, g.Select(static p => (p.Frame, p.Inverse)).ToArray())));

    /// <summary>The frames with a place, by the nouns for their event, as written.</summary>
    public static TermMap<EventFrame[]> PlacesByNoun { get; } = All.Where(static f => f.HasWhere).SelectMany(static f => f.Nouns.Select(n => (Noun: n, Frame: f))).GroupBy(static x => x.Noun)
        .ToTermMap(static g => g.Key, static g => g.Select(static x => x.Frame).OrderBy(static f => f.Index).ToArray());

    public int Index { get; }
    public string Name { get; }
    public bool HasWho { get; }
    public bool HasWhere { get; }
    public bool HasCause { get; }
    /// <summary>Whether its place is somebody's to whom it happens.</summary>
    public bool IsOfPerson { get; }
    /// <summary>Whether its place is that of whom or what it happens to.</summary>
    public bool IsOfPatient { get; }
    /// <summary>What a conflict about who or where is called.</summary>
    public string About { get; }
    /// <summary>The nouns for the event, as written, one or several.</summary>
    public TermSet Nouns { get; }
    /// <summary>Stems of what it is done to; empty where that does not matter.</summary>
    public TermSet Things { get; }
    /// <summary>Whether it may be done to a place told by name.</summary>
    public bool TakesPlaces { get; }
    private uint[] Leads { get; }
    private bool IsAnywhere { get; }

    /// <summary>Whether an article with these terms among its first sentences tells of it; a detail of any event is told anywhere.</summary>
    public bool IsOf(HashSet<uint> leads) => IsAnywhere || Array.Exists(Leads, leads.Contains);

    private static TermSet Stems(string words) => words.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(WordTable.StemOf).ToTermSet();
}
