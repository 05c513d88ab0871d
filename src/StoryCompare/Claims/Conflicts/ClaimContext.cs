using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Text;
using StoryCompare.Times;

namespace StoryCompare.Claims.Conflicts;

/// <summary>What two sentences of a story have in common beside the claim that is compared: names, days, words, outlets.</summary>
internal sealed class ClaimContext(StoryContext story, Scope scope)
{
    private static readonly TermSet People = EmbeddedData.Lines("people_words.txt").Select(WordTable.StemOf).ToTermSet();

    // Tokens of a sentence that goes on with the one before it.
    private const int MostContinuing = 8;

    // An event this many days before the publication is an older one.
    private const int OldAfterDays = 21;

    private static readonly uint Ago = TermHash.Of("ago");
    private static readonly uint Since = TermHash.Of("since");
    private static readonly uint Previous = TermHash.Of("previous");
    private static readonly uint Previously = TermHash.Of("previously");

    private readonly Scope _scope = scope;
    private readonly BySentence<OpenQuestion[]> _questions = new(story);
    private readonly BySentence<SaidWords> _said = new(story);
    private readonly BySentence<HashSet<DateOnly>> _days = new(story);

    // 1 for older, -1 for not.
    private readonly BySentence<sbyte> _older = new(story);
    private readonly Lazy<int?> _central = new(() => FindCentral(story));
    private readonly int _latestYear = story.Articles.Max(static a => a.Article.Published.From?.Year) ?? 0;

    /// <summary>The questions that a sentence leaves open.</summary>
    public OpenQuestion[] Questions(SentenceRef at) => _questions[at] ??= [.. QuestionReader.Read(story, this, at)];

    /// <summary>Whether the sentences belong to different outlets.</summary>
    public bool MayConflict(SentenceRef a, SentenceRef b) => story.Outlet[a.Article] != story.Outlet[b.Article];

    /// <summary>Whether the word names somebody: part of a person's or party's name, or a word for people.</summary>
    public bool IsPerson(SentenceRef at, SlotWord word)
    {
        ArticleSlots article = story.Articles[at.Article];
        TextSpan span = article.Article.Text.Tokens[word.Token].Span;
        foreach (NameMention n in article.Names(at.Sentence))
        {
            if (Names(n, span))
            {
                return article.Article.Names.Entities[n.Entity].Kind != NameKind.Place;
            }
        }

        return People.Contains(word.Stem);
    }

    // The possessive of a name is no part of its span.
    private static bool Names(in NameMention name, TextSpan word) => name.Span.Contains(word) || (name.Span.Start <= word.Start && word.Start < name.Span.End && word.End - name.Span.End <= 2);

    /// <summary>Whether the word names a single person or a kind of person: what "he" can stand for.</summary>
    public bool IsHuman(SentenceRef at, SlotWord word) => PersonOf(at, word) is not null || (People.Contains(word.Stem) && !IsName(at, word));

    /// <summary>The person the story names most, where two articles or more name him; null where there is none.</summary>
    public int? CentralPerson => _central.Value;

    // Who speaks is not who the story is about.
    private static int? FindCentral(StoryContext story) => story.Articles
        .SelectMany((a, i) => a.Article.Names.Mentions.Where(m => IsPersonal(a.Article.Names.Entities[m.Entity].Kind) && !IsOfSource(a, m.Sentence, m.Span)).Select(m => (Group: a.GroupOf(m), Article: i)))
        .GroupBy(static m => m.Group).Where(static g => g.Select(static m => m.Article).Distinct().Skip(1).Any())
        .OrderByDescending(static g => g.Count()).ThenBy(static g => g.Key).Select(static g => (int?)g.Key).FirstOrDefault();

    // A surname alone has often no kind.
    private static bool IsPersonal(NameKind kind) => kind is NameKind.Person or NameKind.Other;

    /// <summary>Whether the word is part of the name of a person or organisation.</summary>
    public bool IsName(SentenceRef at, SlotWord word)
    {
        TextSpan span = story.Analyzed(at.Article).Text.Tokens[word.Token].Span;
        return story.Articles[at.Article].Names(at.Sentence).Any(n => Names(n, span) && story.Analyzed(at.Article).Names.Entities[n.Entity].Kind != NameKind.Place);
    }

    /// <summary>The story-wide group of the person the word is part of the name of; null for other words.</summary>
    public int? PersonOf(SentenceRef at, SlotWord word) => GroupOf(at, word, static k => k == NameKind.Person);

    /// <summary>The same where the kind of the name may be unknown: a surname alone.</summary>
    public int? PersonalOf(SentenceRef at, SlotWord word) => GroupOf(at, word, IsPersonal);

    /// <summary>Whether the word is part of the name of <see cref="CentralPerson"/>.</summary>
    public bool IsCentralPerson(SentenceRef at, SlotWord word) => GroupOf(at, word, IsPersonal) is { } group && group == CentralPerson;

    /// <summary>Whether both sentences name one person who does not only speak there.</summary>
    public bool SharesPerson(SentenceRef a, SentenceRef b) => Names(a, IsPersonal).Overlaps(Names(b, IsPersonal));

    private int? GroupOf(SentenceRef at, SlotWord word, Func<NameKind, bool> kinds)
    {
        ArticleSlots article = story.Articles[at.Article];
        TextSpan span = article.Article.Text.Tokens[word.Token].Span;
        foreach (NameMention n in article.Names(at.Sentence))
        {
            if (Names(n, span) && kinds(article.Article.Names.Entities[n.Entity].Kind))
            {
                return article.GroupOf(n);
            }
        }

        return null;
    }

    /// <summary>Groups of all names of the sentence.</summary>
    public HashSet<int> NamesIn(SentenceRef at) => _scope.NamesOf(at);

    /// <summary>Whether one tells of another time or another place: an older event, other days, places of its own.</summary>
    public bool DifferInScope(SentenceRef a, SentenceRef b) =>
        DifferInTime(a, b) || DifferByPlace(a, b);

    /// <summary>The same for two predicates: only the days told in their own clauses count.</summary>
    public bool DifferInScope(Proposition a, Proposition b) =>
        DifferByAge(a.At, b.At) || Differ(DaysOf(a.At, a.Clause), DaysOf(b.At, b.Clause)) || DifferByPlace(a.At, b.At);

    private static bool Differ(HashSet<DateOnly> x, HashSet<DateOnly> y) => x.Count > 0 && y.Count > 0 && !x.Overlaps(y);

    /// <summary>Whether one tells of another time: an older event, or other days.</summary>
    public bool DifferInTime(SentenceRef a, SentenceRef b) => DifferByAge(a, b) || DifferByDay(a, b);

    /// <summary>Whether the sentence tells of an older event by its dates: a day or year well before the publication, "ago".</summary>
    public bool IsOlder(SentenceRef at)
    {
        ref sbyte known = ref _older[at];
        if (known == 0)
        {
            known = TellsOlder(at) || (Continues(at) && TellsOlder(at with { Sentence = at.Sentence - 1 })) ? (sbyte)1 : (sbyte)-1;
        }

        return known > 0;
    }

    // "A tanker ran aground here in 1998. Nobody was hurt.": a few words without a name or time of their own go on with the sentence before.
    private bool Continues(SentenceRef at)
    {
        ArticleSlots article = story.Articles[at.Article];
        Sentence[] sentences = article.Article.Text.Sentences;
        return at.Sentence > 0 && sentences[at.Sentence].Paragraph == sentences[at.Sentence - 1].Paragraph && sentences[at.Sentence].TokenCount <= MostContinuing
            && !article.Names(at.Sentence).Any() && !article.Times(at.Sentence).Any();
    }

    private bool TellsOlder(SentenceRef at)
    {
        ArticleSlots article = story.Articles[at.Article];
        TokenizedText text = article.Article.Text;
        ReadOnlySpan<Token> tokens = text.TokensOf(text.Sentences[at.Sentence]);
        foreach (TimeMention t in article.Times(at.Sentence))
        {
            if (t.To is { } to && article.Article.Published.From is { } published && to.DayNumber < published.DayNumber - OldAfterDays && !IsAfterSince(tokens, t.Span.Start))
            {
                return true;
            }
        }

        int year = article.Article.Published.From?.Year ?? _latestYear;
        foreach (Token t in tokens)
        {
            bool older = t.Term == Ago || t.Term == Previous || t.Term == Previously
                || (t.Kind == TokenKind.Number && t.Length == 4 && int.TryParse(text.Chars(t), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int n) && n is >= 1800 and <= 2099 && n < year);
            if (older && !IsAfterSince(tokens, t.Start))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether both name people or organisations, and none in common.</summary>
    public bool DifferByParty(SentenceRef a, SentenceRef b)
    {
        HashSet<int> x = Names(a, static k => k != NameKind.Place);
        HashSet<int> y = Names(b, static k => k != NameKind.Place);
        return x.Count > 0 && y.Count > 0 && !x.Overlaps(y);
    }

    /// <summary>Share of the poorer sentence's weight that the other holds, in [0, 1], who is quoted for it left out.</summary>
    public double SharedRest(SentenceRef a, SentenceRef b)
    {
        SentenceSlots x = story.Slots(a);
        SentenceSlots y = story.Slots(b);
        double shared = 0, sumX = 0, sumY = 0;
        foreach (SlotWord v in y.Words)
        {
            sumY += IsOfSource(b, y, v) ? 0 : v.Weight;
        }

        foreach (SlotWord w in x.Words)
        {
            if (IsOfSource(a, x, w))
            {
                continue;
            }

            sumX += w.Weight;
            shared += IndexOfEqual(y.Words, w) >= 0 ? w.Weight : 0;
        }

        double least = Math.Min(sumX, sumY);
        return story.Aligned(a, b) ? Math.Max(0.6, Math.Min(1, shared / least)) : least == 0 ? 0 : Math.Min(1, shared / least);
    }

    /// <summary>Share of the weight of what both say that stands in both, the poorer of the two shares, in [0, 1]; 0 where one says fewer than <paramref name="fewest"/> content words, or less than <paramref name="least"/> is shared.</summary>
    public double SharedContent(SentenceRef a, TextSpan saidA, SentenceRef b, TextSpan saidB, int fewest, double least)
    {
        SlotWord[] x = Said(a, saidA);
        SlotWord[] y = Said(b, saidB);
        double shared = Math.Min(x.Length, y.Length) < fewest ? 0 : SharedOf(x, y);
        shared = shared < least ? 0 : Math.Min(shared, SharedOf(y, x));
        return shared < least ? 0 : shared;
    }

    /// <summary>Content words of what is said.</summary>
    public int WordsSaid(SentenceRef at, TextSpan said) => Said(at, said).Length;

    // Each statement is laid beside many others.
    private SlotWord[] Said(SentenceRef at, TextSpan said)
    {
        ref SaidWords? kept = ref _said[at];
        for (SaidWords? known = kept; known is not null; known = known.Next)
        {
            if (known.Said == said)
            {
                return known.Words;
            }
        }

        SentenceSlots slots = story.Slots(at);
        SlotWord[] words = [.. slots.Words.Where(w => said.Contains(slots.Text.Tokens[w.Token].Span))];
        kept = new SaidWords(said, words, kept);
        return words;
    }

    // The words of one of the statements of a sentence, and of those read before it.
    private sealed record SaidWords(TextSpan Said, SlotWord[] Words, SaidWords? Next);

    private static double SharedOf(SlotWord[] x, SlotWord[] y)
    {
        double sum = 0, shared = 0;
        foreach (SlotWord w in x)
        {
            sum += w.Weight;
            shared += IndexOfEqual(y, w) >= 0 ? w.Weight : 0;
        }

        return sum == 0 ? 0 : shared / sum;
    }

    /// <summary>The first word of the word's stem, or of a near synonym's; -1 where there is none.</summary>
    public static int IndexOfEqual(SlotWord[] words, in SlotWord word)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (Kinship.AreEqual(words[i], word))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether all of one side's articles are later than all of the other's.</summary>
    public bool TimeExplains(IReadOnlyList<SentenceRef> left, IReadOnlyList<SentenceRef> right) =>
        AllLater(left, right) || AllLater(right, left);

    /// <summary>Whether all of the first are later than all of the second.</summary>
    public bool IsLater(IReadOnlyList<SentenceRef> late, IReadOnlyList<SentenceRef> early) => AllLater(late, early);

    private bool AllLater(IReadOnlyList<SentenceRef> late, IReadOnlyList<SentenceRef> early) =>
        late.All(l => early.All(e => story.Analyzed(l.Article).Published.From is { } x && story.Analyzed(e.Article).Published.To is { } y && x > y));

    /// <summary>Whether the words name who says it, or that it is said.</summary>
    public bool IsSource(SentenceRef at, TextSpan span) => IsOfSource(story.Articles[at.Article], at.Sentence, span);

    private bool IsOfSource(SentenceRef at, SentenceSlots slots, SlotWord word) => IsOfSource(story.Articles[at.Article], at.Sentence, slots.Text.Tokens[word.Token].Span);

    private static bool IsOfSource(ArticleSlots article, int sentence, TextSpan span)
    {
        foreach (Quotes.Attribution a in article.Attributions(sentence))
        {
            if (a.Source.Overlaps(span) || a.Cue.Overlaps(span) || (a.Channel is { } channel && channel.Overlaps(span)))
            {
                return true;
            }
        }

        return false;
    }

    private bool DifferByDay(SentenceRef a, SentenceRef b) => Differ(DaysOf(a), DaysOf(b));

    private HashSet<DateOnly> DaysOf(SentenceRef at) => _days[at] ??= DaysOf(at, story.Sentence(at).Span);

    // "… has not been arrested, police said on Monday": Monday is when they said it.
    private HashSet<DateOnly> DaysOf(SentenceRef at, TextSpan within)
    {
        ArticleSlots article = story.Articles[at.Article];
        IReadOnlyList<Quotes.Attribution> said = article.Attributions(at.Sentence);
        return [.. article.Times(at.Sentence).Where(t => t.IsSingleDay && within.Contains(t.Span) && (said.Count == 0 || said.Any(s => s.Content.Contains(t.Span)))).Select(static t => t.From!.Value)];
    }

    // "For the first time since 2015" tells of now.
    private static bool IsAfterSince(ReadOnlySpan<Token> tokens, int start)
    {
        for (int i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Start >= start)
            {
                return tokens[i].Term == Since || (i > 0 && tokens[i - 1].Term == Since);
            }
        }

        return false;
    }

    // Both of one older time, or both of the event.
    private bool DifferByAge(SentenceRef a, SentenceRef b)
    {
        bool x = IsOlder(a);
        bool y = IsOlder(b);
        return (x || y) && !story.Aligned(a, b)
            && !(x && y && story.Articles[a.Article].Times(a.Sentence).Any(s => story.Articles[b.Article].Times(b.Sentence).Any(t => s.From <= t.To && t.From <= s.To)));
    }

    /// <summary>Whether both name places that are not the whole event's, and none in common.</summary>
    public bool DifferByPlace(SentenceRef a, SentenceRef b)
    {
        HashSet<int> x = Names(a, static k => k == NameKind.Place);
        HashSet<int> y = Names(b, static k => k == NameKind.Place);
        x.RemoveWhere(_scope.IsCentral);
        y.RemoveWhere(_scope.IsCentral);
        return x.Count > 0 && y.Count > 0 && !x.Overlaps(y);
    }

    /// <summary>Whether a clause names a place that is not the whole event's, and the other sentence none: "profit fell in one country".</summary>
    public bool IsNarrower(SentenceRef at, TextSpan clause, SentenceRef other)
    {
        ArticleSlots article = story.Articles[at.Article];
        return article.Names(at.Sentence).Any(n => clause.Contains(n.Span) && article.Article.Names.Entities[n.Entity].Kind == NameKind.Place && !_scope.IsCentral(article.GroupOf(n)) && !IsOfSource(article, at.Sentence, n.Span))
            && Names(other, static k => k == NameKind.Place).All(_scope.IsCentral);
    }

    private HashSet<int> Names(SentenceRef at, Func<NameKind, bool> kinds)
    {
        ArticleSlots article = story.Articles[at.Article];
        HashSet<int> groups = [];
        foreach (NameMention n in article.Names(at.Sentence))
        {
            if (!IsOfSource(article, at.Sentence, n.Span) && kinds(article.Article.Names.Entities[n.Entity].Kind))
            {
                groups.Add(article.GroupOf(n));
            }
        }

        return groups;
    }
}
