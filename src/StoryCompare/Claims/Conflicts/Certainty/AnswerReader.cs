using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Figures;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Text;
using StoryCompare.Times;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds the part of a sentence that answers a question: a number, a place, a day, a person, a cause.</summary>
internal sealed class AnswerReader(StoryContext story, ClaimContext context)
{
    // Tokens between the question's words in the sentence and the answer.
    private const int Near = 10;
    private const int Beside = 5;

    // Tokens of an answer that is shown.
    private const int MostShown = 7;

    private static readonly TermSet Because = WordSets.Of("answer.because");
    private static readonly TermSet BecauseBeside = WordSets.Of("answer.becauseBeside");
    private static readonly uint RelatedWord = TermHash.Of("related");
    private static readonly TermSet PlaceWords = WordSets.Of("answer.where");
    private static readonly TermSet MannerWords = WordSets.Of("answer.manner");
    private static readonly TermSet Conditions = WordSets.Of("answer.condition");
    private static readonly TermSet Told = new[] { "condition", "expected", "life" }.Select(WordTable.StemOf).ToTermSet();
    private static readonly TermSet Nobody = WordSets.Of("answer.nobody");
    private static readonly TermSet Led = WordSets.Of("answer.led");
    private static readonly uint By = TermHash.Of("by");
    private static readonly int Parties = FillValues.Family("party");

    /// <summary>Stems by which sentences are found that tell how somebody is.</summary>
    public static IReadOnlyList<uint> ConditionStems { get; } = [.. new[] { "condition", "life", "recover", "survive", "critical", "stable" }.Select(WordTable.StemOf)];

    /// <summary>Whether the sentence denies something of everybody: "nobody else was in the building".</summary>
    public static bool TellsOfNobody(SentenceSlots slots)
    {
        foreach (Token t in slots.Text.TokensOf(slots.Sentence))
        {
            if (Nobody.Contains(t.Term))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"In critical condition", "expected to recover", "not life-threatening": how those are whom the question asks after.</summary>
    public TextSpan? Condition(OpenQuestion question, SentenceRef at)
    {
        SentenceSlots slots = story.Slots(at);
        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        bool same = question.Body.Length == 0 ? story.Aligned(question.At, at)
            : question.Body.Any(b => Array.Exists(slots.Words, w => w.Stem == b.Word.Stem || Kinship.Of(w.Stem, b.Word.Stem) != KinKind.None || (context.IsHuman(question.At, b.Word) && context.IsHuman(at, w))));
        for (int i = 1; same && i < tokens.Length; i++)
        {
            if (Conditions.Contains(tokens[i - 1].Term) && Told.Contains(tokens[i].Stem))
            {
                return new TextSpan(tokens[i - 1].Start, tokens[i].End);
            }

            if (i + 1 < tokens.Length && Conditions.Contains(tokens[i + 1].Term) && Told.Contains(tokens[i - 1].Stem) && !tokens[i].IsContent)
            {
                return new TextSpan(tokens[i - 1].Start, tokens[i + 1].End);
            }
        }

        return null;
    }

    /// <summary>The words that answer; null where the sentence holds nothing of the kind, or the open text tells it as well.</summary>
    /// <param name="question">The question.</param>
    /// <param name="at">A sentence that carries its words.</param>
    /// <param name="predicate">Tokens of the sentence that stand for the question's words, counted in the sentence.</param>
    /// <param name="core">The one that stands for the question's core; -1 where there is none.</param>
    public TextSpan? Find(OpenQuestion question, SentenceRef at, List<int> predicate, int core)
    {
        SentenceSlots slots = story.Slots(at);
        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        TextSpan? found = question.Asked switch
        {
            Asked.Amount => Amount(question, at, tokens, predicate),
            Asked.Duration => Duration(at, tokens, predicate),
            Asked.Time => Time(at, tokens, predicate),
            Asked.Place => Place(question, at, tokens, predicate),
            Asked.Actor => Actor(question, at, slots, tokens, predicate),
            Asked.Cause => After(slots, tokens, predicate, Because, Near) ?? (core < 0 ? null : After(slots, tokens, [core], BecauseBeside, 2)) ?? LedTo(tokens, predicate) ?? Related(tokens, predicate),
            Asked.Money => Money(at, tokens, predicate),
            Asked.Manner => core < 0 ? null : After(slots, tokens, [core], MannerWords, 3),
            Asked.Object => After(slots, tokens, predicate, question.Tie, 2),
            _ => Whole(tokens, predicate),
        };
        return found is { } span && (question.Asked == Asked.Truth || !ToldBy(question, at, span)) ? span : null;
    }

    private TextSpan? Amount(OpenQuestion question, SentenceRef at, ReadOnlySpan<Token> tokens, List<int> predicate)
    {
        ArticleSlots article = story.Articles[at.Article];
        string thing = ThingOf(question.Noun);
        (int offset, int length) = article.Figures(at.Sentence).GetOffsetAndLength(article.Article.Figures.Count);
        for (int f = offset; f < offset + length; f++)
        {
            ExtractedFigure figure = article.Article.Figures[f];
            if (FigureSlotReader.Read(article, figure).Thing == thing && IsNear(IndexAt(tokens, figure.Span.Start), predicate, Near))
            {
                return figure.Span;
            }
        }

        return null;
    }

    // The one name of what is counted.
    private static string ThingOf(string noun)
    {
        string single = noun.EndsWith("ies", StringComparison.Ordinal) ? noun[..^3] + "y" : noun.EndsWith('s') ? noun[..^1] : noun;
        return CountedThings.IsPeople(single) || noun == "people" ? "people" : CountedThings.ThingOf(single);
    }

    private TextSpan? Money(SentenceRef at, ReadOnlySpan<Token> tokens, List<int> predicate)
    {
        ArticleSlots article = story.Articles[at.Article];
        (int offset, int length) = article.Figures(at.Sentence).GetOffsetAndLength(article.Article.Figures.Count);
        for (int f = offset; f < offset + length; f++)
        {
            ExtractedFigure figure = article.Article.Figures[f];
            if (figure.Figure.Unit.Length == 3 && figure.Figure.Unit.All(char.IsAsciiLetterUpper) && IsNear(IndexAt(tokens, figure.Span.Start), predicate, Near))
            {
                return figure.Span;
            }
        }

        return null;
    }

    // "Was gang-related".
    private static TextSpan? Related(ReadOnlySpan<Token> tokens, List<int> predicate)
    {
        for (int i = 2; i < tokens.Length; i++)
        {
            if (tokens[i].Term == RelatedWord && tokens[i - 1].Kind == TokenKind.Punctuation && IsNear(i, predicate, Near + Beside))
            {
                return new TextSpan(tokens[i - 2].Start, tokens[i].End);
            }
        }

        return null;
    }

    // "Which led him to tell": the cause stands before.
    private static TextSpan? LedTo(ReadOnlySpan<Token> tokens, List<int> predicate)
    {
        foreach (int p in predicate)
        {
            for (int i = Math.Max(0, p - Beside); i < p; i++)
            {
                if (Led.Contains(tokens[i].Term) && i > 0)
                {
                    int from = i;
                    while (from > 0 && i - from < MostShown && tokens[from - 1].Kind != TokenKind.Punctuation)
                    {
                        from--;
                    }

                    return new TextSpan(tokens[from].Start, tokens[p].End);
                }
            }
        }

        return null;
    }

    private TextSpan? Duration(SentenceRef at, ReadOnlySpan<Token> tokens, List<int> predicate)
    {
        foreach (TimeMention t in story.Articles[at.Article].Times(at.Sentence))
        {
            if (t.Kind == TimeKind.Duration && IsNear(IndexAt(tokens, t.Span.Start), predicate, Near))
            {
                return t.Span;
            }
        }

        return null;
    }

    private TextSpan? Time(SentenceRef at, ReadOnlySpan<Token> tokens, List<int> predicate)
    {
        foreach (TimeMention t in story.Articles[at.Article].Times(at.Sentence))
        {
            if (t.Kind is TimeKind.Day or TimeKind.Weekday or TimeKind.Clock or TimeKind.Month or TimeKind.Year && !context.IsSource(at, t.Span) && IsNear(IndexAt(tokens, t.Span.Start), predicate, Near))
            {
                return t.Span;
            }
        }

        return null;
    }

    private TextSpan? Place(OpenQuestion question, SentenceRef at, ReadOnlySpan<Token> tokens, List<int> predicate)
    {
        ArticleSlots article = story.Articles[at.Article];
        HashSet<int> known = context.NamesIn(question.At);
        foreach (NameMention n in article.Names(at.Sentence))
        {
            int first = IndexAt(tokens, n.Span.Start);
            int preposition = first > 1 && !tokens[first - 1].IsContent && !PlaceWords.Contains(tokens[first - 1].Term) ? first - 2 : first - 1;
            if (preposition >= 0 && PlaceWords.Contains(tokens[preposition].Term) && article.Article.Names.Entities[n.Entity].Kind != NameKind.Person && !known.Contains(article.GroupOf(n)) && !context.IsSource(at, n.Span) && IsNear(first, predicate, Near))
            {
                return new TextSpan(tokens[preposition].Start, n.Span.End);
            }
        }

        return null;
    }

    // "Who fired first": the named subject of what stands for "fired", or who stands behind "by".
    private TextSpan? Actor(OpenQuestion question, SentenceRef at, SentenceSlots slots, ReadOnlySpan<Token> tokens, List<int> predicate)
    {
        ArticleSlots article = story.Articles[at.Article];
        HashSet<int> known = context.NamesIn(question.At);
        int verb = predicate[0];
        while (verb > 0 && question.Core < 0 && tokens[verb].Stem != question.Tie)
        {
            verb--;
        }

        if (question.Core < 0 && tokens[verb].Stem != question.Tie)
        {
            return null;
        }

        Proposition what = PropositionReader.Read(article, at, verb, 1, negated: false);
        if (!what.Real || what.Hedged)
        {
            return null;
        }

        Participant subject = what.Passive ? Participant.None : ParticipantReader.Subject(slots, verb, mayBeParticiple: false);
        foreach (NameMention n in article.Names(at.Sentence))
        {
            int first = IndexAt(tokens, n.Span.Start);
            bool acts = subject.Head.Any(w => n.Span.Contains(slots.Text.Tokens[w.Token].Span)) || (first > verb && first - verb <= Beside && tokens[first - 1].Term == By);
            if (acts && article.Article.Names.Entities[n.Entity].Kind != NameKind.Place && !known.Contains(article.GroupOf(n)))
            {
                return n.Span;
            }
        }

        return Party(article, at, tokens, verb);
    }

    // "Was shot by police": a party told by a common noun.
    private static TextSpan? Party(ArticleSlots article, SentenceRef at, ReadOnlySpan<Token> tokens, int verb)
    {
        foreach (ClauseAct act in article.Clauses(at.Sentence))
        {
            Phrase agent = act.Verb != verb ? Phrase.None : act.IsPassive ? AgentOf(act, tokens) : act.Subject;
            if (agent.Kind == PhraseKind.Noun && Array.Exists(article.Values(at.Sentence), v => v.Family == Parties && v.First >= agent.First && v.First < agent.End))
            {
                return new TextSpan(tokens[agent.First].Start, tokens[agent.End - 1].End);
            }
        }

        return null;
    }

    private static Phrase AgentOf(ClauseAct act, ReadOnlySpan<Token> tokens)
    {
        foreach (Phrase tie in act.Ties)
        {
            if (tokens[tie.Preposition].Term == By)
            {
                return tie;
            }
        }

        return Phrase.None;
    }

    private static TextSpan? After(SentenceSlots slots, ReadOnlySpan<Token> tokens, List<int> predicate, TermSet words, int reach) =>
        Scan(slots, tokens, predicate, words.Contains, reach);

    private static TextSpan? After(SentenceSlots slots, ReadOnlySpan<Token> tokens, List<int> predicate, uint word, int reach) =>
        Scan(slots, tokens, predicate, t => t == word, reach);

    // A word of the kind behind one of the question's words, and what follows it.
    private static TextSpan? Scan(SentenceSlots slots, ReadOnlySpan<Token> tokens, List<int> predicate, Func<uint, bool> isKind, int reach)
    {
        foreach (int p in predicate)
        {
            for (int i = p + 1; i < Math.Min(tokens.Length - 1, p + 1 + reach); i++)
            {
                if (tokens[i].Kind == TokenKind.Punctuation)
                {
                    break;
                }

                if (!isKind(tokens[i].Term))
                {
                    continue;
                }

                int end = i + 1;
                bool content = false;
                while (end < tokens.Length && end - i < MostShown && tokens[end].Kind != TokenKind.Punctuation)
                {
                    content |= tokens[end].IsContent && !PropositionReader.IsTime(tokens[end].Term);
                    end++;
                }

                if (content)
                {
                    return new TextSpan(tokens[i].Start, tokens[end - 1].End);
                }
            }
        }

        return null;
    }

    private static TextSpan? Whole(ReadOnlySpan<Token> tokens, List<int> predicate) =>
        new TextSpan(tokens[predicate.Min()].Start, tokens[predicate.Max()].End);

    // What the open text tells elsewhere it does not leave open.
    private bool ToldBy(OpenQuestion question, SentenceRef at, TextSpan answer)
    {
        SentenceSlots slots = story.Slots(at);
        SlotWord[] asked = [.. story.Slots(question.At).Words.Where(w => question.Span.Contains(story.Slots(question.At).Text.Tokens[w.Token].Span))];
        uint[] told = [.. slots.Words.Where(w => answer.Contains(slots.Text.Tokens[w.Token].Span) && !Array.Exists(asked, b => b.Stem == w.Stem)).Select(static w => w.Stem)];
        if (told.Length == 0)
        {
            return false;
        }

        ArticleSlots open = story.Articles[question.At.Article];
        for (int s = 0; s < open.SentenceCount; s++)
        {
            SlotWord[] words = open[s].Words;
            if (open.IsStatement(s) && told.All(t => Array.Exists(words, w => w.Stem == t)) && (s == question.At.Sentence || question.Body.Any(b => Array.Exists(words, w => w.Stem == b.Word.Stem))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNear(int token, List<int> predicate, int reach) => predicate.Exists(p => Math.Abs(p - token) <= reach);

    private static int IndexAt(ReadOnlySpan<Token> tokens, int start)
    {
        for (int i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Start >= start)
            {
                return i;
            }
        }

        return tokens.Length;
    }
}
