using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Reads the matters that a sentence leaves open, in whatever clause: "had no idea where he was", "neither would disclose how much", "the cause, which …, has not been established".</summary>
internal sealed class OpenMatterReader(ArticleSlots article)
{
    // Tokens between what leaves it open and the question word, times and asides in between.
    private const int ToQuestion = 9;

    // Tokens of the clause behind a question word that are looked at.
    private const int OfQuestion = 22;

    private static readonly TermSet Opening = WordSets.Of("matter.open");
    private static readonly TermSet Lacking = WordSets.Of("matter.lacking");
    private static readonly TermSet Refusing = WordSets.Of("question.refusing");
    private static readonly TermSet Telling = WordSets.Of("question.tell").Concat(WordSets.Of("question.know")).Concat(WordSets.Of("cause.found")).ToTermSet();
    private static readonly TermSet Nobody = TermHash.SetOf("neither", "nobody", "none", "no");
    private static readonly TermSet Asking = TermHash.SetOf("why", "how", "what", "who", "where");
    private static readonly TermSet Tied = TermHash.SetOf("on", "of", "about", "as", "for", "to");
    private static readonly TermSet Nouns = OpenMatter.All.SelectMany(static m => m.Nouns).ToTermSet();
    private static readonly TermSet Leaving = Opening.Concat(Lacking).Concat(Refusing).Concat(Nobody).Concat(TermHash.SetOf("clear", "early", "drawn", "not", "never", "identified")).ToTermSet();
    private static readonly TermSet Owners = TermHash.SetOf("his", "her", "their", "its");
    private static readonly OpenMatter Name = OpenMatter.All.First(static m => m.Name == "name");
    private static readonly uint No = TermHash.Of("no");
    private static readonly uint Identify = WordTable.StemOf("identify");
    private static readonly uint Any = TermHash.Of("any");
    private static readonly uint Clear = TermHash.Of("clear");
    private static readonly uint Early = TermHash.Of("early");
    private static readonly uint Drawn = TermHash.Of("drawn");

    /// <summary>Whether the sentence holds a word by which something is left open: a cheap look before it is read.</summary>
    public static bool MayLeaveOpen(TokenizedText text, ReadOnlySpan<Token> tokens)
    {
        bool asks = false;
        bool leaves = false;
        foreach (Token t in tokens)
        {
            leaves |= Leaving.Contains(t.Term);
            asks |= Asking.Contains(t.Term) || (t.IsContent && (Nouns.Contains(t.Stem) || t.Stem == Identify));
        }

        return asks && (leaves || HoldsNegation(text, tokens));
    }

    private static bool HoldsNegation(TokenizedText text, ReadOnlySpan<Token> tokens)
    {
        for (int i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].IsWord && Negations.At(tokens, i, text.Chars(tokens[i])) != NegationReach.None)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds what a sentence leaves open.</summary>
    public void Read(SentenceRef at, List<LeftOpen> found)
    {
        Sentence sentence = article.Article.Text.Sentences[at.Sentence];
        ReadOnlySpan<Token> tokens = article.Article.Text.TokensOf(sentence);
        ClauseAct[] acts = article.Clauses(at.Sentence);
        foreach (ClauseAct act in acts)
        {
            if (!LeavesOpen(tokens, act))
            {
                continue;
            }

            // "What drove him remained a mystery": the question before it; else behind.
            LeftOpen? open = Asked(at, tokens, act) ?? Named(at, tokens, acts, act) ?? Fronted(at, tokens, act);
            if (open is not null && !found.Exists(f => f.At == at && f.Matter == open.Matter))
            {
                found.Add(open);
            }
        }
    }

    private static bool LeavesOpen(ReadOnlySpan<Token> tokens, ClauseAct act)
    {
        bool telling = Telling.Contains(tokens[act.Verb].Term) || tokens[act.Verb].Term == Drawn;
        bool negated = act.IsNegated || (act.Subject.Exists && Nobody.Contains(tokens[act.Subject.First].Term));
        if (telling && (negated || IsRefused(tokens, act)))
        {
            return true;
        }

        // "Was not clear", "remains unknown", "was too early to say", "have no idea", "was no word on".
        for (int i = act.First; i < Math.Min(tokens.Length, act.End + 4) && tokens[i].Kind != TokenKind.Punctuation; i++)
        {
            if (Opening.Contains(tokens[i].Term) || (tokens[i].Term == Clear && negated) || (tokens[i].Term == Early && i > 0 && !tokens[i - 1].IsContent && act.IsCopula))
            {
                return true;
            }

            if (tokens[i].Term == No && i >= act.End - 1)
            {
                for (int k = i + 1; k < Math.Min(tokens.Length, i + 3); k++)
                {
                    if (Lacking.Contains(tokens[k].Term))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    // "Declined to identify", "have yet to release".
    private static bool IsRefused(ReadOnlySpan<Token> tokens, ClauseAct act)
    {
        for (int i = act.First - 1; act.IsUnreal && i >= Math.Max(0, act.First - 2); i--)
        {
            if (Refusing.Contains(tokens[i].Term))
            {
                return true;
            }
        }

        return false;
    }

    private static LeftOpen? Asked(SentenceRef at, ReadOnlySpan<Token> tokens, ClauseAct act)
    {
        for (int i = act.End; i < Math.Min(tokens.Length, act.End + ToQuestion); i++)
        {
            if (Asking.Contains(tokens[i].Term))
            {
                return Question(at, tokens, i, act.First, i);
            }
        }

        return null;
    }

    private static LeftOpen? Fronted(SentenceRef at, ReadOnlySpan<Token> tokens, ClauseAct act) =>
        Asking.Contains(tokens[0].Term) && act.First > 1 ? Question(at, tokens, 0, act.First, 0) : null;

    private static LeftOpen? Question(SentenceRef at, ReadOnlySpan<Token> tokens, int asking, int from, int first)
    {
        int end = Math.Min(tokens.Length, asking + OfQuestion);
        foreach (OpenMatter matter in OpenMatter.All)
        {
            foreach ((uint word, TermSet then) in matter.Questions)
            {
                if (word != tokens[asking].Term)
                {
                    continue;
                }

                // "What caused", "how much", "how badly": right behind; "why … was targeted", "how … began", "where … was": in the clause.
                int reach = matter.Name is "price" or "condition" ? asking + 2 : end;
                for (int i = asking + 1; i < Math.Min(reach, end); i++)
                {
                    if (then.Contains(tokens[i].Stem))
                    {
                        return new LeftOpen(at, matter, new TextSpan(tokens[Math.Min(from, first)].Start, tokens[i].End), Stems(tokens, asking + 1, end));
                    }
                }
            }
        }

        return null;
    }

    // "The cause of the blaze … has not been established", "no word on her condition", "declined to identify the dead man".
    private static LeftOpen? Named(SentenceRef at, ReadOnlySpan<Token> tokens, ClauseAct[] acts, ClauseAct act)
    {
        if (tokens[act.Verb].Stem == Identify)
        {
            Phrase of = act.IsPassive ? act.Subject : act.Object;
            // "Have not named any suspects": there are none.
            return of.Exists && tokens[of.First].Term != Any ? new LeftOpen(at, Name, new TextSpan(tokens[Math.Min(of.First, act.First)].Start, tokens[Math.Max(of.End, act.End) - 1].End), Stems(tokens, of.First, of.End)) : null;
        }

        Phrase[] asked = [act.Subject, act.Object, .. act.Ties.Where(static t => t.Exists)];
        foreach (Phrase p in asked)
        {
            if (!p.Exists || (p.Preposition >= 0 && !Tied.Contains(tokens[p.Preposition].Term)))
            {
                continue;
            }

            foreach (OpenMatter matter in OpenMatter.All)
            {
                if (matter.Nouns.Contains(tokens[p.Head].Stem))
                {
                    int end = p.End;
                    // "Of the former minister".
                    while (end < tokens.Length && end < p.End + 6 && tokens[end].Kind != TokenKind.Punctuation && end != act.First)
                    {
                        end++;
                    }

                    // "Her condition": of whom the sentence tells first.
                    Phrase owner = Owners.Contains(tokens[p.First].Term) ? acts[0].Subject : Phrase.None;
                    return new LeftOpen(at, matter, new TextSpan(tokens[Math.Min(p.First, act.First)].Start, tokens[Math.Max(p.End, act.End) - 1].End), owner.Exists ? Stems(tokens, owner.First, owner.End) : Stems(tokens, p.First, end));
                }
            }
        }

        return null;
    }

    private static uint[] Stems(ReadOnlySpan<Token> tokens, int from, int to)
    {
        List<uint> stems = [];
        for (int i = from; i < Math.Min(tokens.Length, to); i++)
        {
            if (tokens[i].IsContent)
            {
                stems.Add(tokens[i].Stem);
            }
        }

        return [.. stems];
    }
}
