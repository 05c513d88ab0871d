using System.Globalization;
using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Names;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds one thing told of two places: "a dairy in Oster" against "a dairy at Velm".</summary>
/// <remarks>
/// Nothing here knows which place lies in which. So a place of the whole event meets only another such one, places that one article names together never meet,
/// and a vicinity ("near") is never firm: what is left may still be one place told twice, hence the low severity unless the sentences align.
/// </remarks>
internal sealed class PlaceConflicts
{
    // Least share of the poorer clause's weight in common where sentences align, and where they do not.
    private const double LeastShareAligned = 0.25;
    private const double LeastShare = 0.5;

    // The same where what is at the place is told by a rare word ("a dairy").
    private const double LeastShareOfRare = 0.3;
    private const double RareWeight = 1.15;

    // Where one act happens at both: words in common, the act among them; or the share of the poorer sentence.
    private const int ActWords = 2;
    private const double LeastOfSentence = 0.35;
    private const double LeastOfOther = 0.2;

    // Clauses that say the same, and the share of their sentences: "moved to Velm", "moved to Tarn".
    private const double LeastOfSame = 0.9;
    private const double LeastOfLikeSentence = 0.2;

    // Weight of the shared words that tells something: a word rarer than the average one.
    private const double LeastWeight = 1.0;

    // Strength from which a firm meeting is of medium severity.
    private const double FirmStrength = 0.9;

    // Letters by which two names are taken for forms of one.
    private const int LikePrefix = 5;

    // Letters below which a word of a name may stand for another ("Mt", "St.").
    private const int AbbreviatedBelow = 4;

    // Placed words that are compared for one stem; a longer list is a topic.
    private const int MostPerWord = 40;

    private readonly StoryContext _story;
    private readonly Scope _scope;
    private readonly ClaimContext _context;
    private readonly ConflictLedger _ledger;
    private readonly HashSet<int> _persons;
    private readonly HashSet<(int, int)> _together = [];

    // By the first word of each name: "Ost High Street" lies where "Ost in Velm" does.
    private readonly HashSet<(uint, uint)> _wordsTogether = [];

    private PlaceConflicts(StoryContext story, Scope scope, ClaimContext context, ConflictLedger ledger)
    {
        _story = story;
        _context = context;
        _persons = [.. story.Articles.SelectMany(static a => a.Article.Names.Mentions.Where(m => a.Article.Names.Entities[m.Entity].Kind == NameKind.Person).Select(m => a.GroupOf(m)))];
        _scope = scope;
        _ledger = ledger;
    }

    /// <summary>Adds the place conflicts of a story.</summary>
    public static void Find(StoryContext story, Scope scope, ClaimContext context, ConflictLedger ledger)
    {
        PlaceConflicts finder = new(story, scope, context, ledger);
        List<Placed> all = finder.ReadAll();
        List<(int First, int Second)> pairs = WordPairs.Of(all, static p => p.At.Article, static p => p.Slot.Words.Select(static w => w.Stem).Concat(p.Slot.Acts.Select(static c => (uint)c)), MostPerWord);
        finder.Write([.. pairs.Select(p => finder.Meet(all[p.First], all[p.Second])).OfType<Meeting>()]);
    }

    private List<Placed> ReadAll()
    {
        List<Placed> all = [];
        for (int a = 0; a < _story.Articles.Length; a++)
        {
            for (int s = 0; s < _story.Articles[a].SentenceCount; s++)
            {
                SentenceRef at = new(a, s);
                int[] names = [.. _scope.NamesOf(at).Order()];
                for (int i = 0; i < names.Length; i++)
                {
                    for (int j = i + 1; j < names.Length; j++)
                    {
                        _together.Add((names[i], names[j]));
                    }
                }

                uint[] words = [.. _story.Articles[a].Names(s).Select(n => FirstWord(a, n.Span)).Distinct()];
                foreach (uint x in words)
                {
                    foreach (uint y in words)
                    {
                        _wordsTogether.Add((x, y));
                    }
                }

                if (_story.Articles[a].IsStatement(s))
                {
                    all.AddRange(PlaceSlotReader.Read(_story.Articles[a], s).Select(slot => new Placed(at, slot)));
                }
            }
        }

        return all;
    }

    // "At 2 a.m. in Tarn": the hour is no thing at a place.
    private bool IsClock(Placed p) => _story.Analyzed(p.At.Article).Text.Chars(p.Slot.Head).Contains('.');

    // "In a Tarn town": the name says what kind of town, and of which region.
    private bool IsOfKind(Placed p) => _story.Analyzed(p.At.Article).Text.Source.AsSpan(p.Slot.Phrase.Start, p.Slot.Name.Start - p.Slot.Phrase.Start).TrimEnd() is var before && (before.EndsWith(" a", StringComparison.OrdinalIgnoreCase) || before.EndsWith(" an", StringComparison.OrdinalIgnoreCase));

    // "Friday night in Velm": a time is at no place; "Mt" is half a name.
    private static bool IsNothing(Placed p) => PropositionReader.IsTime(p.Slot.Head.Term) || p.Slot.Name.Length < AbbreviatedBelow - 1;

    private Meeting? Meet(Placed a, Placed b)
    {
        if (a.Slot.Group == b.Slot.Group || IsOfKind(a) || IsOfKind(b) || IsNothing(a) || IsNothing(b) || a.Slot.IsGoal != b.Slot.IsGoal || a.Slot.IsNegated != b.Slot.IsNegated || a.Slot.IsFurther != b.Slot.IsFurther
            || IsClock(a) || IsClock(b) || IsOwner(a) || IsOwner(b) || MayBeOfTwo(a, b) || _scope.NamesOf(a.At).Contains(b.Slot.Group) || _scope.NamesOf(b.At).Contains(a.Slot.Group))
        {
            return null;
        }

        (int words, double share) = FigureTie.Shared(a.Slot.Words, a.Slot.Weights, b.Slot.Words, b.Slot.Weights);
        bool aligned = _story.Aligned(a.At, b.At);
        double weight = share * Math.Min(a.Slot.Weights.Sum(), b.Slot.Weights.Sum());
        bool head = FigureTie.Same(a.Slot.Head, b.Slot.Head);
        bool act = a.Slot.Acts.Overlaps(b.Slot.Acts);
        bool tied = (act || !a.Slot.IsGoal) && words > 0 && weight >= LeastWeight && (aligned ? share >= LeastShareAligned : head && (share >= LeastShare || (share >= LeastShareOfRare && weight >= RareWeight)));
        bool same = act && (aligned || (a.Slot.IsOfEvent && b.Slot.IsOfEvent && share >= LeastShareOfRare) || (words >= ActWords && share >= LeastShare) || _scope.SharedSentence(a.At, b.At) >= LeastOfSentence);
        same |= _scope.SharedSentence(a.At, b.At) >= LeastOfSentence && AreOnly(a, b);
        // A crowd here and a crowd there: without an act the sentences must tell one thing.
        tied &= aligned || act || _scope.SharedSentence(a.At, b.At) >= LeastOfOther;
        same |= aligned && AreOnly(a, b) && !a.Slot.IsGoal && _story.Articles[a.At.Article].Told(a.At.Sentence).Overlaps(_story.Articles[b.At.Article].Told(b.At.Sentence));
        same |= act && head && share >= LeastOfSame && _scope.SharedSentence(a.At, b.At) >= LeastOfLikeSentence && !_scope.DifferByPeriod(a.At, b.At);
        if (!tied && !same)
        {
            return null;
        }

        if (AreAlike(Text(a, a.Slot.Name), Text(b, b.Slot.Name)))
        {
            return null;
        }

        string? why = _scope.IsCentral(a.Slot.Group) != _scope.IsCentral(b.Slot.Group) ? "one is the place of the whole event: the other may lie in it"
            : AreTogether(a, b) ? "the places are told together: one may lie in or near the other"
            : _scope.IsOlder(a.At) != _scope.IsOlder(b.At) ? "one tells of an earlier event"
            : (aligned ? PlaceLevels.MayHold(LevelOf(a), LevelOf(b)) : LevelOf(a) != LevelOf(b)) ? "one may lie in the other: a street or house in a town, a town in a region"
            : aligned ? null
            : AreBeside(a, b) ? "one is told by what is near it"
            : a.Slot.IsFurther || b.Slot.IsFurther || _context.DifferInTime(a.At, b.At) ? "they are told of two events or times"
            : null;
        if (why is not null)
        {
            _ledger.Add(new NotConflictDraft(ConflictKind.Place, why, [a.At, b.At]));
            return null;
        }

        return new Meeting(a, b, share + (aligned ? 0.3 : 0), aligned && head && IsPlace(a) && IsPlace(b));
    }

    // "On Mill Street", "near Harbour Road": a corner of both.
    private bool AreBeside(Placed a, Placed b) => a.Slot.IsVicinity != b.Slot.IsVicinity || (a.Slot.IsVicinity && LevelOf(a) is PlaceLevel.Street or PlaceLevel.Site);

    // "To Velm", "to Tarn": what is brought, lost or tied to two places need not be one thing.
    private bool MayBeOfTwo(Placed a, Placed b) => a.Slot.IsGoal && !_story.Aligned(a.At, b.At) && _scope.SharedSentence(a.At, b.At) < LeastOfSentence;

    // "At Tarrow's": whose it is, not where; somebody's name is no place.
    private bool IsOwner(Placed p) =>
        _story.Analyzed(p.At.Article).Text.Source.AsSpan(p.Slot.Name.End) is ['\'' or '\u2019', 's', ..]
        || Text(p, p.Slot.Name).EndsWith("'s", StringComparison.Ordinal) || Text(p, p.Slot.Name).EndsWith("\u2019s", StringComparison.Ordinal)
        || _persons.Contains(p.Slot.Group);

    private PlaceLevel LevelOf(Placed p) => PlaceLevels.Of(_story.Analyzed(p.At.Article).Text.Chars(p.Slot.Name));

    private bool AreTogether(Placed a, Placed b) =>
        _together.Contains((Math.Min(a.Slot.Group, b.Slot.Group), Math.Max(a.Slot.Group, b.Slot.Group))) || _wordsTogether.Contains((FirstWord(a.At.Article, a.Slot.Name), FirstWord(b.At.Article, b.Slot.Name)));

    private uint FirstWord(int article, TextSpan name)
    {
        ReadOnlySpan<char> words = _story.Analyzed(article).Text.Chars(name);
        int end = words.IndexOfAny(' ', '-', '\u00A0');
        return TermHash.Of(end < 0 ? words : words[..end]);
    }

    private bool IsPlace(Placed p)
    {
        ArticleSlots article = _story.Articles[p.At.Article];
        return article.Names(p.At.Sentence).Any(n => n.Span == p.Slot.Name && article.Article.Names.Entities[n.Entity].Kind == NameKind.Place);
    }

    // Whether each sentence names one place, beside those that both name.
    private bool AreOnly(Placed a, Placed b) => IsOnly(a, b) && IsOnly(b, a);

    private bool IsOnly(Placed a, Placed b)
    {
        HashSet<int> others = _scope.NamesOf(b.At);
        ArticleSlots article = _story.Articles[a.At.Article];
        return !a.Slot.IsGoal && article.Names(a.At.Sentence).All(n => article.GroupOf(n) == a.Slot.Group || others.Contains(article.GroupOf(n)) || article.Article.Names.Entities[n.Entity].Kind != NameKind.Place);
    }

    // "Mount Cook" and "Mt Cook", "Sicily" and "Sicilian": forms of one name that folding did not join. "Lower Brod" and "Upper Brod" are two.
    internal static bool AreAlike(string a, string b)
    {
        string[] x = a.Split([' ', '-', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        string[] y = b.Split([' ', '-', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        int alike = x.Count(v => Array.Exists(y, w => AreAlikeWords(v, w)));
        return alike > 0 && (alike >= Math.Min(x.Length, y.Length) || Array.Exists(x, static w => w.Length < AbbreviatedBelow) || Array.Exists(y, static w => w.Length < AbbreviatedBelow));
    }

    private static bool AreAlikeWords(string x, string y)
    {
        int n = Math.Min(LikePrefix, Math.Min(x.Length, y.Length));
        return n >= 4 && x.AsSpan(0, n).Equals(y.AsSpan(0, n), StringComparison.OrdinalIgnoreCase);
    }

    private void Write(List<Meeting> meetings)
    {
        HashSet<(int, int)> written = [];
        foreach (Meeting m in meetings.OrderByDescending(static m => m.Strength).ThenBy(static m => m.A.At.Article).ThenBy(static m => m.A.At.Sentence).ThenBy(static m => m.B.At.Article).ThenBy(static m => m.B.At.Sentence))
        {
            if (!written.Add((Math.Min(m.A.Slot.Group, m.B.Slot.Group), Math.Max(m.A.Slot.Group, m.B.Slot.Group))))
            {
                continue;
            }

            Meeting[] same = [.. meetings.Where(x => x.A.Slot.Group == m.A.Slot.Group && x.B.Slot.Group == m.B.Slot.Group)];
            string head = Text(m.A, m.A.Slot.Head.Span);
            _ledger.Add(new ConflictDraft
            {
                Kind = ConflictKind.Place,
                Severity = m.IsFirm && !m.A.Slot.IsVicinity && !m.B.Slot.IsVicinity && m.Strength >= FirmStrength ? Severity.Medium : Severity.Low,
                About = head,
                Explanation = $"where \"{head}\": {Text(m.A, m.A.Slot.Phrase)} / {Text(m.B, m.B.Slot.Phrase)}",
                Sides = [new SideDraft(Text(m.A, m.A.Slot.Phrase), [.. same.Select(static x => x.A.At)]), new SideDraft(Text(m.B, m.B.Slot.Phrase), [.. same.Select(static x => x.B.At)])],
                Details = [string.Create(CultureInfo.InvariantCulture, $"place: \"{head} {Text(m.A, m.A.Slot.Phrase)}\" against \"{Text(m.B, m.B.Slot.Head.Span)} {Text(m.B, m.B.Slot.Phrase)}\"; {(m.IsFirm ? "one thing in aligned sentences" : _story.Aligned(m.A.At, m.B.At) ? "aligned sentences" : "shared words, places of one size")}, strength {m.Strength:0.00}; no article names the places together")],
            });
        }
    }

    private string Text(Placed at, TextSpan span) => _story.Analyzed(at.At.Article).Text.String(span);

    private sealed record Placed(SentenceRef At, PlaceSlot Slot);

    // Firm: aligned sentences that put one thing, not only one sentence, at the places.
    private sealed record Meeting(Placed A, Placed B, double Strength, bool IsFirm);
}
