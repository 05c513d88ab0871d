using System.Collections.Frozen;
using StoryCompare.Alignment;
using StoryCompare.Claims.Findings;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Reads to whom an act happens, and says whether two acts of one class are one.</summary>
internal sealed class DeedReader
{
    // Tokens before and behind a verb in which those stand to whom it happens.
    private const int ReachBefore = 24;
    private const int ReachAfter = 26;

    // Share of the poorer sentence in common from which people told by common nouns are taken for one, and from which any are.
    private const double LeastOfHumans = 0.25;
    private const double LeastOfSentence = 0.35;

    // Share of the articles with a toll that tell one dead, from which one person died.
    private const double MostlyOne = 0.6;

    private static readonly FrozenSet<int> Deaths = Classes("die", "kill");
    private static readonly FrozenSet<int> Intransitive = Classes("die", "be_born", "fall", "fall_ill", "resign", "retire", "flee", "arrive", "return", "suffer", "survive", "collapse", "escape");
    private static readonly FrozenSet<int> Passing = Classes("ask", "call", "go", "have", "know", "live", "meet", "need", "play", "score", "speak", "start", "think", "use", "want", "work", "begin", "end", "gather", "protest", "attend", "search", "hope", "help", "include", "lead", "leave", "arrive", "enter", "return", "carry", "deploy", "pay", "plan", "win", "lose", "keep", "give", "get", "remain", "close", "open");
    private static readonly TermSet Relatives = TermHash.SetOf("who", "whom", "whose", "which", "that", "while", "when", "after", "before", "but");

    private readonly StoryContext _story;
    private readonly Scope _scope;
    private readonly ClaimContext _context;
    private readonly bool _oneDied;

    public DeedReader(StoryContext story, Scope scope, ClaimContext context, IReadOnlyList<FigureGroup> figures)
    {
        _story = story;
        _scope = scope;
        _context = context;

        // An article may tell of other events' dead beside the one.
        ILookup<int, double> dead = figures.SelectMany(static g => g.Members).Where(f => f.Figure.Role == "killed" && !scope.IsOlder(f)).ToLookup(static f => f.At.Article, static f => f.Figure.Value);
        _oneDied = dead.Count > 0 && dead.Count(static d => d.Contains(1)) >= MostlyOne * dead.Count;
    }

    /// <summary>The act at <paramref name="first"/>; null where it is not told as done, says too little, or nobody stands there.</summary>
    /// <param name="at">The sentence.</param>
    /// <param name="first">First token of the verb, counted in the sentence.</param>
    /// <param name="count">Its tokens.</param>
    /// <param name="act">Its class.</param>
    /// <param name="aside">Words in which nobody is looked for: the place, the time.</param>
    public Deed? Read(SentenceRef at, int first, int count, int act, TextSpan aside)
    {
        if (Passing.Contains(act))
        {
            return null;
        }

        ArticleSlots article = _story.Articles[at.Article];
        Proposition what = PropositionReader.Read(article, at, first, count, negated: false);
        SentenceSlots slots = article[at.Sentence];
        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        bool before = what.Passive || what.NoObject || Intransitive.Contains(act);
        int from = before ? Math.Max(0, first - ReachBefore) : first + count;
        int to = before ? first : Math.Min(tokens.Length, first + count + ReachAfter);
        for (int i = from; i < to && !before; i++)
        {
            to = Relatives.Contains(tokens[i].Term) ? i : to;
        }

        if (!what.Real || from >= to)
        {
            return null;
        }

        TextSpan within = new(tokens[from].Start, tokens[to - 1].End);
        HashSet<int> persons = [];
        foreach (NameMention n in article.Names(at.Sentence))
        {
            if (within.Contains(n.Span) && !aside.Overlaps(n.Span) && article.Article.Names.Entities[n.Entity].Kind is NameKind.Person or NameKind.Other
                && !_context.IsSource(at, n.Span) && !IsPossessive(tokens, n.Span))
            {
                persons.Add(article.GroupOf(n));
            }
        }

        SlotWord[] humans = [.. slots.Words.Where(w => within.Contains(slots.Text.Tokens[w.Token].Span) && !aside.Contains(slots.Text.Tokens[w.Token].Span) && _context.IsHuman(at, w) && !_context.IsName(at, w))];
        return persons.Count == 0 && humans.Length == 0 && !what.SubjectIsPronoun ? null : new Deed(at, act, what.Span, persons, humans);
    }

    /// <summary>What makes two acts of one class one; null where nothing does.</summary>
    public string? Tie(Deed a, Deed b)
    {
        if (a.Persons.Count > 0 && b.Persons.Count > 0)
        {
            return a.Persons.Overlaps(b.Persons) ? "one person" : null;
        }

        if (_oneDied && Deaths.Contains(a.Class))
        {
            return "one person died";
        }

        double shared = _scope.SharedSentence(a.At, b.At);
        bool aligned = _story.Aligned(a.At, b.At);
        bool alike = Array.Exists(a.Humans, w => Array.Exists(b.Humans, v => Kinship.AreEqual(w, v)));
        return alike && (aligned || shared >= LeastOfHumans) ? "people told alike"
            : aligned && shared >= LeastOfSentence ? "aligned sentences" : null;
    }

    private static bool IsPossessive(ReadOnlySpan<Token> tokens, TextSpan name)
    {
        (_, int end) = FigureSlotReader.TokensOf(tokens, name);
        return (tokens[end - 1].Flags & TokenFlags.Possessive) != 0;
    }

    private static FrozenSet<int> Classes(params string[] names) => names.Select(ActLexicon.Default.ClassNamed).Where(static c => c >= 0).ToFrozenSet();
}
