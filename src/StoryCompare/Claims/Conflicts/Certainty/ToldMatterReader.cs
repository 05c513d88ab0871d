using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Figures;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Reads which matter a sentence tells: a motive, a cause, who it was, the price, where somebody is, how somebody is. By the verb of a clause and what fills the slot; linear in the sentence.</summary>
internal sealed class ToldMatterReader(ArticleSlots article)
{
    // Tokens behind a verb in which the reason, or the sum, stands.
    private const int Reach = 14;
    private const int ToSum = 8;

    private static readonly TermSet Places = TermHash.SetOf("in", "to", "at", "into", "from", "near");
    private static readonly TermSet Hurting = new[] { "suffer", "break", "sustain", "fracture", "injure" }.Select(WordTable.StemOf).ToTermSet();
    private static readonly TermSet Starting = new[] { "break", "begin", "derail", "come", "collapse", "destroy" }.Select(WordTable.StemOf).ToTermSet();
    private static readonly TermSet Naming = new[] { "identify", "name" }.Select(WordTable.StemOf).ToTermSet();
    private static readonly TermSet Taking = new[] { "arrest", "charge", "hold" }.Select(WordTable.StemOf).ToTermSet();
    private static readonly TermSet Ending = new[] { "die", "kill", "shoot", "pronounce" }.Select(WordTable.StemOf).ToTermSet();
    private static readonly TermSet Vague = WordSets.Of("event.vague");
    private static readonly TermSet Speakers = TermHash.SetOf("i", "we", "you");
    private static readonly uint Kill = WordTable.StemOf("kill");
    private static readonly uint Death = WordTable.StemOf("death");
    private static readonly uint Die = WordTable.StemOf("die");
    private static readonly uint Set = WordTable.StemOf("set");
    private static readonly uint By = TermHash.Of("by");
    private static readonly uint As = TermHash.Of("as");
    private static readonly uint Because = TermHash.Of("because");
    private static readonly uint Worth = TermHash.Of("worth");
    private static readonly uint Fire = TermHash.Of("fire");
    private static readonly uint Of = TermHash.Of("of");

    /// <summary>Adds what a sentence tells of the matters.</summary>
    public void Read(SentenceRef at, bool[] asked, List<ToldMatter> found)
    {
        Sentence sentence = article.Article.Text.Sentences[at.Sentence];
        ReadOnlySpan<Token> tokens = article.Article.Text.TokensOf(sentence);
        foreach (OpenMatter matter in OpenMatter.All)
        {
            if (!asked[matter.Index] || !HoldsVerb(tokens, matter))
            {
                continue;
            }

            foreach (ClauseAct act in article.Clauses(at.Sentence))
            {
                if (matter.Verbs.Contains(tokens[act.Verb].Stem) | act.IsCopula && !act.IsNegated && !(act.IsUnreal && !act.IsCopula) && Told(at, tokens, matter, act) is { } told)
                {
                    found.Add(told);
                    break;
                }
            }

            if (matter.Name == "price" && WorthOf(at, tokens, matter) is { } worth)
            {
                found.Add(worth);
            }
        }
    }

    private static bool HoldsVerb(ReadOnlySpan<Token> tokens, OpenMatter matter)
    {
        foreach (Token t in tokens)
        {
            if (matter.Verbs.Contains(t.Stem) || t.Term == Worth)
            {
                return true;
            }
        }

        return false;
    }

    private ToldMatter? Told(SentenceRef at, ReadOnlySpan<Token> tokens, OpenMatter matter, ClauseAct act) => matter.Name switch
    {
        "motive" => !(act.Subject.Exists && Speakers.Contains(tokens[act.Subject.Head].Term)) && Word(tokens, matter, act, Reach) is >= 0 and int w ? Make(at, tokens, matter, act.Subject, act.First, Math.Min(tokens.Length, w + 4)) : null,
        "cause" => Cause(at, tokens, matter, act),
        "name" => Name(at, tokens, matter, act),
        "price" => Sum(at, tokens, matter, act.First, act.End) is { } sum ? new ToldMatter(at, matter, sum, Stems(tokens, act.Subject), NameIn(at, tokens, act.Subject)) : null,
        "whereabouts" => Place(at, tokens, act) is { } place ? new ToldMatter(at, matter, place, Stems(tokens, act.Subject), NameIn(at, tokens, act.Subject)) : null,
        _ => Word(tokens, matter, act, ToSum) is >= 0 and int c && (act.IsCopula || matter.Verbs.Contains(tokens[act.Verb].Stem)) && (!act.IsPassive || Hurting.Contains(tokens[act.Verb].Stem)) ? Make(at, tokens, matter, act.Subject, act.First, c + 1) : null,
    };

    // "A faulty dryer started the blaze", "was caused by a boulder", "came off because a rail had cracked", "set fire to".
    private ToldMatter? Cause(SentenceRef at, ReadOnlySpan<Token> tokens, OpenMatter matter, ClauseAct act)
    {
        uint verb = tokens[act.Verb].Stem;
        if (act.IsCopula)
        {
            return null;
        }

        if (Starting.Contains(verb))
        {
            int because = -1;
            for (int i = act.End; i < Math.Min(tokens.Length, act.End + Reach); i++)
            {
                because = because < 0 && tokens[i].Term == Because ? i : because;
            }

            return because < 0 ? null : Make(at, tokens, matter, act.Subject, because, Math.Min(tokens.Length, because + 6));
        }

        Phrase by = act.IsPassive ? act.Ties.Find(static t => t.Exists) : Phrase.None;
        foreach (Phrase t in act.Ties)
        {
            by = act.IsPassive && tokens[t.Preposition].Term == By ? t : by;
        }

        bool agent = by.Exists && by.Preposition >= 0 && tokens[by.Preposition].Term == By;
        Phrase cause = act.IsPassive ? agent ? by : Phrase.None : act.Subject;
        Phrase effect = act.IsPassive ? act.Subject : act.Object;
        if (!cause.Exists || cause.Kind != PhraseKind.Noun || !effect.Exists || effect.Kind != PhraseKind.Noun || Vague.Contains(tokens[cause.Head].Term) || (verb == Set && tokens[effect.Head].Term != Fire))
        {
            return null;
        }

        ToldMatter told = Make(at, tokens, matter, effect, cause.First, cause.End);
        return verb == Kill ? told with { Of = [.. told.Of, Death] } : told;
    }

    private ToldMatter? Name(SentenceRef at, ReadOnlySpan<Token> tokens, OpenMatter matter, ClauseAct act)
    {
        uint verb = tokens[act.Verb].Stem;
        if (Naming.Contains(verb))
        {
            foreach (Phrase t in act.Ties)
            {
                if (tokens[t.Preposition].Term == As && NameIn(at, tokens, t) is >= 0 and int name)
                {
                    return new ToldMatter(at, matter, new TextSpan(tokens[act.First].Start, tokens[t.End - 1].End), Stems(tokens, act.IsPassive ? act.Subject : act.Object), name);
                }
            }

            return null;
        }

        Phrase who = act.IsPassive || tokens[act.Verb].Stem == Die ? act.Subject : Taking.Contains(verb) ? act.Object : Phrase.None;
        return (Taking.Contains(verb) || Ending.Contains(verb)) && who.Exists && who.End - who.First > 1 && NameIn(at, tokens, who) is >= 0 and int group
            ? new ToldMatter(at, matter, new TextSpan(tokens[who.First].Start, tokens[who.End - 1].End), Taking.Contains(verb) ? [Suspect] : [Victim], group) : null;
    }

    /// <summary>The stem that stands for who was taken.</summary>
    public static uint Suspect { get; } = WordTable.StemOf("suspect");

    /// <summary>The stem that stands for who came to harm.</summary>
    public static uint Victim { get; } = WordTable.StemOf("victim");

    private ToldMatter? WorthOf(SentenceRef at, ReadOnlySpan<Token> tokens, OpenMatter matter)
    {
        for (int i = 1; i < tokens.Length; i++)
        {
            if (tokens[i].Term == Worth && Sum(at, tokens, matter, i, i + 1) is { } sum)
            {
                return new ToldMatter(at, matter, sum, [tokens[Math.Max(0, i - 2)].Stem], -1);
            }
        }

        return null;
    }

    private TextSpan? Sum(SentenceRef at, ReadOnlySpan<Token> tokens, OpenMatter matter, int first, int from)
    {
        (int offset, int length) = article.Figures(at.Sentence).GetOffsetAndLength(article.Article.Figures.Count);
        for (int f = offset; f < offset + length; f++)
        {
            ExtractedFigure figure = article.Article.Figures[f];
            if (FigureUnits.OfSymbol(figure.Figure.Unit) is { IsMoney: true } && figure.Span.Start >= tokens[first].Start && figure.Span.Start <= tokens[Math.Min(tokens.Length - 1, from + ToSum)].Start && matter.Verbs.Count > 0)
            {
                return figure.Span;
            }
        }

        return null;
    }

    private TextSpan? Place(SentenceRef at, ReadOnlySpan<Token> tokens, ClauseAct act)
    {
        foreach (Phrase t in act.Ties)
        {
            if (t.Preposition >= 0 && Places.Contains(tokens[t.Preposition].Term) && article.NameAround(at.Sentence, tokens[t.Head].Span) is { } name && article.Article.Names.Entities[name.Entity].Kind == NameKind.Place)
            {
                return new TextSpan(tokens[t.Preposition].Start, tokens[t.End - 1].End);
            }
        }

        return null;
    }

    // The word that tells it behind the verb, before the clause ends; -1 where none stands there.
    private static int Word(ReadOnlySpan<Token> tokens, OpenMatter matter, ClauseAct act, int reach)
    {
        for (int i = act.IsCopula ? act.End : act.First; i < Math.Min(tokens.Length, act.End + reach); i++)
        {
            if (matter.Words.Contains(tokens[i].Stem) && i != act.Verb)
            {
                return i;
            }
        }

        return -1;
    }

    private ToldMatter Make(SentenceRef at, ReadOnlySpan<Token> tokens, OpenMatter matter, Phrase of, int first, int end)
    {
        // "The driver of the bus".
        int to = of.Exists ? of.End : 0;
        while (of.Exists && to > 0 && to < tokens.Length && to < of.End + 4 && tokens[of.End].Term == Of && tokens[to].Kind != TokenKind.Punctuation && to < first)
        {
            to++;
        }

        return new ToldMatter(at, matter, new TextSpan(tokens[first].Start, tokens[Math.Min(tokens.Length, end) - 1].End), of.Exists ? Stems(tokens, of with { End = to }) : [], NameIn(at, tokens, of));
    }

    private int NameIn(SentenceRef at, ReadOnlySpan<Token> tokens, Phrase phrase)
    {
        if (!phrase.Exists)
        {
            return -1;
        }

        TextSpan span = new(tokens[phrase.First].Start, tokens[phrase.End - 1].End);
        foreach (NameMention n in article.Names(at.Sentence))
        {
            if (span.Overlaps(n.Span) && article.Article.Names.Entities[n.Entity].Kind is NameKind.Person or NameKind.Other)
            {
                return article.GroupOf(n);
            }
        }

        return -1;
    }

    private static uint[] Stems(ReadOnlySpan<Token> tokens, Phrase phrase)
    {
        List<uint> stems = [];
        for (int i = phrase.First; phrase.Exists && i < phrase.End; i++)
        {
            if (tokens[i].IsContent)
            {
                stems.Add(tokens[i].Stem);
            }
        }

        return [.. stems];
    }
}
