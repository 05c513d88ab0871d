using System.Globalization;
using StoryCompare.Alignment;
using StoryCompare.Claims.Slots;
using StoryCompare.Names;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds one result told with different pairs of numbers: "by 61 votes to 38", "64-35"; "won 3-1", "3-2"; "(31-2)", "32-2".</summary>
/// <remarks>
/// A vote or score meets the only other one of an article, or one in a sentence that aligns or names the same two; a record that of the same holder by name. Always low: there are many votes and matches.
/// Linear in the story's words; pairs only within a kind, bounded.
/// </remarks>
internal sealed class ResultConflicts
{
    // Pairs of one kind that are held against each other.
    private const int MostPairs = 60;

    // Days between two reports of one record, and matches between two such reports.
    private const int MostDays = 2;
    private const double MostMatches = 3;

    // Scores of one match lie within this factor; small ones within so many goals.
    private const double FarthestFactor = 1.6;
    private const double FewGoals = 12;

    private readonly StoryContext _story;
    private readonly Scope _scope;
    private readonly ClaimContext _context;

    private ResultConflicts(StoryContext story, Scope scope, ClaimContext context)
    {
        _story = story;
        _scope = scope;
        _context = context;
    }

    /// <summary>Adds the conflicts to the ledger.</summary>
    public static void Find(StoryContext story, Scope scope, ClaimContext context, ConflictLedger ledger)
    {
        ResultConflicts finder = new(story, scope, context);
        foreach (IGrouping<ResultKind, ResultPair> kind in story.Statements().SelectMany(at => ResultReader.Read(story, at)).GroupBy(static p => p.Kind).OrderBy(static g => g.Key))
        {
            finder.Compare([.. kind.Take(MostPairs).Where(p => !scope.IsOlder(p.At, p.Span))], ledger);
        }
    }

    private void Compare(ResultPair[] all, ConflictLedger ledger)
    {
        HashSet<(int, double, double, double, double)> written = [];
        for (int i = 0; i < all.Length; i++)
        {
            for (int j = i + 1; j < all.Length; j++)
            {
                if (all[i].At.Article != all[j].At.Article && !all[i].IsSame(all[j]) && _story.Outlet[all[i].At.Article] != _story.Outlet[all[j].At.Article] && !ledger.Tells(ConflictKind.Figure, all[i].At, all[j].At) && AreOfOne(all, all[i], all[j]) && !TellsBoth(all, all[i], all[j])
                    && written.Add((all[i].Holder, all[i].First, all[i].Second, all[j].First, all[j].Second)))
                {
                    Write(all, all[i], all[j], ledger);
                }
            }
        }
    }

    private bool AreOfOne(ResultPair[] all, ResultPair a, ResultPair b) => a.Kind switch
    {
        ResultKind.Record => HolderOf(a) is >= 0 and int holder && holder == HolderOf(b) && Math.Abs(a.First + a.Second - b.First - b.Second) <= MostMatches && Math.Abs(a.First - b.First) <= MostMatches && _story.ArePublishedWithin(a.At.Article, b.At.Article, MostDays),
        ResultKind.Vote => a.Outcome * b.Outcome >= 0 && AreOfOneBody(a, b) && MayBeOne(all, a, b),
        _ => AreLike(a, b) && MayBeOne(all, a, b),
    };

    // "His record": the story's person.
    private int HolderOf(ResultPair p) => p.Holder >= 0 ? p.Holder : _context.CentralPerson ?? -1;

    // The only ones of two articles that name nothing apart, or in sentences that align or name the same two.
    private bool MayBeOne(ResultPair[] all, ResultPair a, ResultPair b)
    {
        HashSet<int> mine = NamesOf(a);
        HashSet<int> theirs = NamesOf(b);
        int shared = mine.Count(theirs.Contains);
        return _story.Aligned(a.At, b.At) || shared >= 2 || (IsOnly(all, a) && IsOnly(all, b) && (mine.Count == 0 || mine.Any(n => Knows(b.At.Article, n)) || SharesWord(a, b.At.Article)) && (theirs.Count == 0 || theirs.Any(n => Knows(a.At.Article, n)) || SharesWord(b, a.At.Article)));
    }

    private bool Knows(int article, int group) => _story.Input.NameGroups[article].Contains(group);

    // "United" where the other article has "Halden United".
    private bool SharesWord(ResultPair p, int article)
    {
        ArticleSlots mine = _story.Articles[p.At.Article];
        return mine.Names(p.At.Sentence).Any(n => _story.Articles[article].Article.Names.Mentions.Any(m => SourceIdentity.ShareWord(mine.Article.Text.String(n.Span), _story.Analyzed(article).Text.String(m.Span))));
    }

    // Who only speaks plays no part.
    private HashSet<int> NamesOf(ResultPair p)
    {
        ArticleSlots article = _story.Articles[p.At.Article];
        HashSet<int> groups = [];
        foreach (NameMention n in article.Names(p.At.Sentence))
        {
            if (!article.Attributions(p.At.Sentence).Any(a => a.Source.Overlaps(n.Span)))
            {
                groups.Add(article.GroupOf(n));
            }
        }

        return groups;
    }

    private static bool IsOnly(ResultPair[] all, ResultPair p) => Array.TrueForAll(all, x => x.At.Article != p.At.Article || x.IsSame(p));

    private static bool AreOfOneBody(ResultPair a, ResultPair b) => a.Bodies.Length == 0 || b.Bodies.Length == 0 || a.Bodies.Intersect(b.Bodies).Any();

    private static bool AreLike(ResultPair a, ResultPair b)
    {
        double x = a.First + a.Second;
        double y = b.First + b.Second;
        return Math.Max(x, y) <= FewGoals || Math.Max(x, y) <= FarthestFactor * Math.Min(x, y);
    }

    private bool TellsBoth(ResultPair[] all, ResultPair a, ResultPair b) =>
        Array.Exists(all, x => x.IsSame(a) && HolderOf(x) == HolderOf(a) && x.At.Article == b.At.Article) || Array.Exists(all, x => x.IsSame(b) && HolderOf(x) == HolderOf(b) && x.At.Article == a.At.Article);

    private void Write(ResultPair[] all, ResultPair a, ResultPair b, ConflictLedger ledger)
    {
        string x = Words(a);
        string y = Words(b);
        string about = a.Kind switch { ResultKind.Vote => "vote", ResultKind.Score => "score", _ => "record" };
        ledger.Add(new ConflictDraft
        {
            Kind = ConflictKind.Figure,
            Severity = Severity.Low,
            About = about,
            Explanation = $"{about}: {x} / {y}",
            Sides = [Side(all, x, a), Side(all, y, b)],
            Details = [string.Create(CultureInfo.InvariantCulture, $"figure: {about} {a.First}-{a.Second} against {b.First}-{b.Second}, {(a.Kind == ResultKind.Record ? "of one holder" : "each the only one of its article, or of sentences that tell the same")}; low, since there may be two")],
        });
    }

    private static SideDraft Side(ResultPair[] all, string says, ResultPair one) => new(says, [.. all.Where(p => p.IsSame(one) && p.Holder == one.Holder).Select(static p => p.At).Distinct()]);

    private string Words(ResultPair p) => _story.Analyzed(p.At.Article).Text.String(p.Span);
}
