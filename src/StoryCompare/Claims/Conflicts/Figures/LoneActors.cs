using StoryCompare.Alignment;
using StoryCompare.Claims.Findings;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds those who attacked told as several in one report and as one in another: "two gunmen opened fire", "the gunman fled on foot".</summary>
/// <remarks>
/// A report tells one where it names the attacker in the singular at its head, at the head of a sentence or more than once, and nowhere several or an accomplice. Always low: one of several may be meant.
/// At most one conflict a story. Linear in the story's words.
/// </remarks>
internal sealed class LoneActors
{
    // Mentions in the singular from which a report tells one, where none opens it or a sentence.
    private const int LeastMentions = 2;

    // Tokens behind a number of men within which the act stands.
    private const int ActWithin = 7;

    private static readonly TermSet Singular = WordSets.Of("attacker.one");
    private static readonly TermSet Several = WordSets.Of("attacker.several");
    private static readonly TermSet Acts = WordSets.Of("attacker.acts");
    private static readonly TermSet Articles = TermHash.SetOf("a", "an", "the", "lone", "single", "masked", "armed", "unknown", "unidentified");

    private readonly StoryContext _story;
    private readonly Scope _scope;

    private LoneActors(StoryContext story, Scope scope)
    {
        _story = story;
        _scope = scope;
    }

    /// <summary>Adds the conflict to the ledger.</summary>
    public static void Find(StoryContext story, Scope scope, IReadOnlyList<FigureGroup> groups, ConflictLedger ledger)
    {
        LoneActors finder = new(story, scope);
        StoryFigure[] several = [.. groups.SelectMany(static g => g.Members).Where(finder.CountsAttackers).OrderBy(static f => f.At.Article).ThenBy(static f => f.At.Sentence)];
        if (several.Length == 0)
        {
            return;
        }

        HashSet<int> told = [.. several.Select(static f => f.At.Article)];
        SentenceRef[] lone = [.. Enumerable.Range(0, story.Articles.Length).Where(a => !told.Contains(a)).Select(finder.LoneIn).OfType<SentenceRef>()];
        SentenceRef[] others = [.. lone.Where(l => story.Outlet[l.Article] != story.Outlet[several[0].At.Article])];
        if (others.Length == 0)
        {
            return;
        }

        string many = story.Analyzed(several[0].At.Article).Text.String(several[0].Extracted.Span);
        ledger.Add(new ConflictDraft
        {
            Kind = ConflictKind.Figure,
            Severity = Severity.Low,
            About = "attackers",
            Explanation = $"attackers: {many} / one",
            Sides = [new SideDraft(many, [.. several.Where(f => f.Figure.Value == several[0].Figure.Value).Select(static f => f.At).Distinct()]), new SideDraft("one", others)],
            Details = [$"figure: \"{many}\" against articles that speak of one throughout; low, since one of several may be meant"],
        });
    }

    private bool CountsAttackers(StoryFigure f)
    {
        if (f.Slot.Thing != "people" || f.Figure.Value < 2 || f.Figure.Qualifier == FigureQualifier.Vague || f.Slot.IsUnreal || _scope.IsPart(f) || _scope.IsOlder(f) || _scope.IsOfSeveral(f))
        {
            return false;
        }

        if (f.Slot.Narrow is "fighter" or "robber")
        {
            return f.Figure.Role.Length == 0 || f.Figure.Role is "detained" or "charged" or "convicted";
        }

        // "Two men on a ferry shot at a bus".
        ReadOnlySpan<Token> tokens = _story.Analyzed(f.At.Article).Text.TokensOf(_story.Sentence(f.At));
        (_, int end) = FigureSlotReader.TokensOf(tokens, f.Extracted.Span);
        for (int i = end; f.Slot.Narrow is "man" or "woman" or "teen" or "suspect" or "" && f.Figure.Role.Length == 0 && i < Math.Min(tokens.Length, end + ActWithin); i++)
        {
            if (tokens[i].Kind == TokenKind.Punctuation)
            {
                return false;
            }

            if (Acts.Contains(tokens[i].Term))
            {
                return !(i > 0 && tokens[i - 1] is { IsStopWord: true } before && before.Term != TermHash.Of("who") && before.Term != TermHash.Of("then"));
            }
        }

        return false;
    }

    // Where the article speaks of one attacker; null where it speaks of none, of several or of an accomplice.
    private SentenceRef? LoneIn(int article)
    {
        SentenceRef? first = null;
        int mentions = 0;
        bool leads = false;
        for (int s = 0; s < _story.Articles[article].SentenceCount; s++)
        {
            SentenceRef at = new(article, s);
            ReadOnlySpan<Token> tokens = _story.Analyzed(article).Text.TokensOf(_story.Sentence(at));
            for (int i = 0; i < tokens.Length; i++)
            {
                if (Several.Contains(tokens[i].Term))
                {
                    return null;
                }

                if (i > 0 && Singular.Contains(tokens[i].Term) && Articles.Contains(tokens[i - 1].Term) && _story.Articles[article].IsStatement(s) && !_scope.IsOlder(at))
                {
                    first ??= at;
                    mentions++;
                    leads |= i == 1 || _scope.IsLead(at);
                }
            }
        }

        return leads || mentions >= LeastMentions ? first : null;
    }
}
