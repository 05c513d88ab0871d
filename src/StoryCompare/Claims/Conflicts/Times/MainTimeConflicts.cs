using System.Collections.Frozen;
using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;
using StoryCompare.Times;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds two times of what the story is about, whatever words tell it: "happened around 11:30 p.m.", "opened fire about 11 p.m.".</summary>
/// <remarks>
/// Times of words that say only that it happened, or of an act that most articles tell first of all. Only where an article tells one such time, and does not tell the other's.
/// A call for help before the act is a conflict, one after it is none. Low: the clause does not say which of several acts it is of. Linear in the times told.
/// </remarks>
internal sealed class MainTimeConflicts
{
    // Statements of an article that say what it is about, and the share of the articles that tell an act there.
    private const int LeadStatements = 3;
    private const double MostArticles = 0.6;

    // Minutes from which a call comes before the act, and between the clock times of one act.
    private const int LeastBefore = 15;
    private const int LeastApart = 16;

    // The same where one is "just before" an hour.
    private const int LeastApartOfRough = 28;

    // More times of an article than these are a chronicle.
    private const int MostTimes = 5;

    private static readonly TermSet Happening = Terms("happening");
    private static readonly TermSet Calling = Terms("calling");
    private static readonly FrozenSet<int> Passing = new[] { "die", "arrest", "charge", "say", "report", "announce", "confirm", "identify", "search", "investigate", "release", "call", "go", "leave", "arrive", "find", "sentence", "convict", "appear", "plead_guilty", "have", "live", "work" }.Select(ActLexicon.Default.ClassNamed).Where(static c => c >= 0).ToFrozenSet();

    private static readonly string[] Zones = [.. EmbeddedData.Rows("date_words.tsv", "zone").SelectMany(static r => r[1].Split('|'))];
    private static readonly uint Control = TermHash.Of("control");
    private static readonly TermSet Near = TermHash.SetOf("just", "shortly", "moments", "right", "minutes", "soon");

    private readonly StoryContext _story;
    private readonly Scope _scope;
    private readonly HashSet<int> _main = [];

    private MainTimeConflicts(StoryContext story, Scope scope)
    {
        _story = story;
        _scope = scope;
        ReadMain();
    }

    /// <summary>Adds the conflicts to the ledger.</summary>
    public static void Find(StoryContext story, Scope scope, ConflictLedger ledger)
    {
        MainTimeConflicts finder = new(story, scope);
        ILookup<int, Told> told = story.Statements().SelectMany(finder.Read).ToLookup(static t => t.At.Article);
        HashSet<(string, string)> written = [];
        for (int i = 0; i < story.Articles.Length; i++)
        {
            for (int j = i + 1; j < story.Articles.Length; j++)
            {
                if (story.Outlet[i] != story.Outlet[j])
                {
                    finder.Compare([.. told[i]], [.. told[j]], written, ledger);
                }
            }
        }
    }

    // Acts that most articles tell first of all.
    private void ReadMain()
    {
        Dictionary<int, int> articles = [];
        foreach (ArticleSlots article in _story.Articles)
        {
            HashSet<int> acts = [];
            int statements = 0;
            for (int s = 0; s < article.SentenceCount && statements < LeadStatements; s++)
            {
                if (article.IsStatement(s))
                {
                    statements++;
                    acts.UnionWith(article.Acts(s).Select(static a => (int)a.Class));
                }
            }

            foreach (int act in acts)
            {
                articles[act] = articles.GetValueOrDefault(act) + 1;
            }
        }

        _main.UnionWith(articles.Where(a => a.Value >= Math.Max(2, MostArticles * _story.Articles.Length) && !Passing.Contains(a.Key)).Select(static a => a.Key));
    }

    private IEnumerable<Told> Read(SentenceRef at)
    {
        foreach (DateSlot slot in _story.Articles[at.Article].Dates(at.Sentence))
        {
            Stage stage = Calling.Contains(slot.Head.Term) ? Stage.Call : Happening.Contains(slot.Head.Term) || IsMain(at, slot.Head) ? Stage.Act : Stage.Other;
            if (!Array.Exists(slot.Words, static w => w.Term == Control) && !slot.IsFuture && !slot.IsNegated && !slot.IsFurther && slot.Time.TimeOfDay is not null && IsClock(at, slot.Time.Span) && !_scope.IsOlder(at, slot.Near))
            {
                yield return new Told(at, slot, stage, _story.Analyzed(at.Article).Text.String(slot.Time.Span));
            }
        }
    }

    private bool IsMain(SentenceRef at, Token head)
    {
        ArticleSlots article = _story.Articles[at.Article];
        ReadOnlySpan<Token> tokens = article.Article.Text.TokensOf(_story.Sentence(at));
        foreach (ActMention m in article.Acts(at.Sentence))
        {
            if (_main.Contains(m.Class) && tokens[m.FirstToken].Start <= head.Start && head.Start < tokens[m.FirstToken + m.TokenCount - 1].End)
            {
                return true;
            }
        }

        return false;
    }

    // A clock time that stands for a moment: "by 6 p.m.", "before 6 p.m." leave hours open, "just before 6 p.m." does not.
    private bool IsClock(SentenceRef at, TextSpan span)
    {
        TokenizedText text = _story.Analyzed(at.Article).Text;
        ReadOnlySpan<char> words = text.Chars(span);
        if (!words.ContainsAnyInRange('0', '9') || !(words.Contains("m", StringComparison.OrdinalIgnoreCase) || words.Contains(':')))
        {
            return false;
        }

        bool bound = words.StartsWith("by", StringComparison.OrdinalIgnoreCase) || words.StartsWith("before", StringComparison.OrdinalIgnoreCase) || words.StartsWith("after", StringComparison.OrdinalIgnoreCase) || words.StartsWith("until", StringComparison.OrdinalIgnoreCase) || words.StartsWith("since", StringComparison.OrdinalIgnoreCase);
        ReadOnlySpan<Token> tokens = text.TokensOf(_story.Sentence(at));
        (int first, _) = FigureSlotReader.TokensOf(tokens, span);
        return !bound || (first > 0 && Near.Contains(tokens[first - 1].Term));
    }

    private void Compare(Told[] a, Told[] b, HashSet<(string, string)> written, ConflictLedger ledger)
    {
        if (a.Length is 0 or > MostTimes || b.Length is 0 or > MostTimes)
        {
            return;
        }

        foreach (Told x in a)
        {
            foreach (Told y in b)
            {
                if (Differ(x, y) && IsOnly(a, x) && IsOnly(b, y) && !Array.Exists(a, t => IsSame(t, y)) && !Array.Exists(b, t => IsSame(t, x)) && !ledger.Tells(ConflictKind.Date, x.At, y.At) && written.Add(Key(x, y)))
                {
                    Write(x, y, a, b, ledger);
                    return;
                }
            }
        }
    }

    private static (string, string) Key(Told x, Told y) => string.CompareOrdinal(x.Words, y.Words) <= 0 ? (x.Words, y.Words) : (y.Words, x.Words);

    private bool Differ(Told x, Told y)
    {
        if (x.Stage == Stage.Other || y.Stage == Stage.Other || (x.Stage == Stage.Call && y.Stage == Stage.Call) || IsOtherDay(x.Slot.Time, y.Slot.Time))
        {
            return false;
        }

        int minutes = Apart(x, y);
        int least = x.IsRough || y.IsRough ? LeastApartOfRough : LeastApart;
        return ZoneOf(x) == ZoneOf(y) && (x.Stage == y.Stage ? Math.Abs(minutes) >= least : x.Stage == Stage.Call ? minutes <= -Math.Max(least, LeastBefore) : minutes >= Math.Max(least, LeastBefore));
    }

    private string ZoneOf(Told t)
    {
        string source = _story.Analyzed(t.At.Article).Text.Source;
        ReadOnlySpan<char> behind = source.AsSpan(t.Slot.Time.Span.End).TrimStart(" .(\u00A0");
        foreach (string zone in Zones)
        {
            if (t.Words.EndsWith(zone, StringComparison.Ordinal) || (behind.StartsWith(zone, StringComparison.Ordinal) && (behind.Length == zone.Length || !char.IsLetter(behind[zone.Length]))))
            {
                return zone;
            }
        }

        return "";
    }

    // "11:30 p.m." of Friday, "00:10 a.m." of Saturday: a night lies between.
    private static bool IsOtherDay(TimeMention a, TimeMention b) =>
        a.Weekday is { } p && b.Weekday is { } q ? p != q && ((int)p - (int)q + 7) % 7 is not (1 or 6) : a.From is { } x && b.From is { } y && Math.Abs(x.DayNumber - y.DayNumber) > 1;

    // Minutes from the second to the first, within half a day.
    private static int Apart(Told x, Told y)
    {
        int minutes = (int)Math.Round((x.Slot.Time.TimeOfDay!.Value.ToTimeSpan() - y.Slot.Time.TimeOfDay!.Value.ToTimeSpan()).TotalMinutes);
        return minutes > 720 ? minutes - 1440 : minutes < -720 ? minutes + 1440 : minutes;
    }

    private static bool IsOnly(Told[] all, Told own) => Array.TrueForAll(all, t => t.Stage != own.Stage || Math.Abs(Apart(t, own)) < LeastApart);

    private static bool IsSame(Told a, Told b) => Math.Abs(Apart(a, b)) < LeastApart;

    private void Write(Told x, Told y, Told[] a, Told[] b, ConflictLedger ledger)
    {
        string about = _story.Analyzed(x.At.Article).Text.String(x.Slot.Head.Span);
        ledger.Add(new ConflictDraft
        {
            Kind = ConflictKind.Date,
            Severity = Severity.Low,
            About = about,
            Explanation = $"when it happened: {x.Words} / {y.Words}",
            Sides = [new SideDraft(x.Words, [.. a.Where(t => t.Stage == x.Stage && IsSame(t, x)).Select(static t => t.At).Distinct()]), new SideDraft(y.Words, [.. b.Where(t => t.Stage == y.Stage && IsSame(t, y)).Select(static t => t.At).Distinct()])],
            Details = [$"main time: \"{x.Words}\" [{about}, {x.Stage}] against \"{y.Words}\" [{_story.Analyzed(y.At.Article).Text.String(y.Slot.Head.Span)}, {y.Stage}]; each article tells one time of it; low, since several acts make one event"],
        });
    }

    private static TermSet Terms(string kind) => EmbeddedData.Rows("date_words.tsv", kind).SelectMany(static r => r[1].Split('|')).Select(static w => TermHash.Of(w)).ToTermSet();

    private enum Stage : byte
    {
        Other,
        Act,
        Call,
    }

    private sealed record Told(SentenceRef At, DateSlot Slot, Stage Stage, string Words)
    {
        /// <summary>Whether it is told from an hour: "just before 6 p.m.".</summary>
        public bool IsRough => Words.StartsWith("before", StringComparison.OrdinalIgnoreCase) || Words.StartsWith("after", StringComparison.OrdinalIgnoreCase);
    }
}
