using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Lexicon;

/// <summary>How far a negation reaches.</summary>
internal enum NegationReach : byte
{
    /// <summary>No negation.</summary>
    None,
    /// <summary>The predicate after it: "not", "never", "didn't".</summary>
    Verbal,
    /// <summary>The noun after it and that noun's clause: "no".</summary>
    Determiner,
    /// <summary>The whole clause: "nobody", "none".</summary>
    Subject,
    /// <summary>The noun phrase after it: "without".</summary>
    Phrase,
    /// <summary>The complement of a verb: "failed to", "refused to".</summary>
    Implicative,
}

/// <summary>The words that negate (<c>negation_cues.tsv</c>).</summary>
internal static class Negations
{
    private static readonly TermMap<NegationReach> Cues = EmbeddedData.Rows("negation_cues.tsv")
        .ToTermMap(static r => TermHash.Of(r[0]), static r => Enum.Parse<NegationReach>(r[1], ignoreCase: true));

    // Tokens from "non" to the last word of its compound, hyphens among them.
    private const int MostToNon = 4;

    private static readonly TermSet NotAfterNot = TermHash.SetOf("only", "just", "least", "merely", "long", "unlike", "far", "to", "all", "every", "everyone", "everything", "always");
    private static readonly TermSet NotAfterNo = TermHash.SetOf("to", "longer", "fewer", "less", "more", "doubt", "wonder", "matter", "later", "sooner", "one", "sign", "shortage", "question");
    private static readonly TermSet NotAfterNothing = TermHash.SetOf("less", "short", "but", "more", "like");
    private static readonly TermSet NotAfterWithout = TermHash.SetOf("doubt", "question", "fail");
    private static readonly TermSet Contracted = TermHash.SetOf("didn", "don", "doesn", "isn", "wasn", "weren", "aren", "hasn", "haven", "hadn", "couldn", "wouldn", "shouldn", "won", "can", "ain", "needn", "mustn");
    private static readonly TermSet BareContractions = TermHash.SetOf("didnt", "dont", "doesnt", "isnt", "wasnt", "werent", "arent", "hasnt", "havent", "hadnt", "couldnt", "wouldnt", "shouldnt", "wont", "cant", "aint");
    private static readonly TermSet Lacking = TermHash.SetOf("lack", "lacks", "lacked", "lacking");
    // Words of which one must stand there, but for contractions with an apostrophe.
    private static readonly TermSet Openers = [.. Cues.Keys, .. Contracted, .. BareContractions, TermHash.Of("yet"), TermHash.Of("no"), TermHash.Of("not")];

    private static readonly uint T = TermHash.Of("t");
    private static readonly uint Yet = TermHash.Of("yet");
    private static readonly uint To = TermHash.Of("to");
    private static readonly uint Nothing = TermHash.Of("nothing");
    private static readonly uint Without = TermHash.Of("without");
    private static readonly uint No = TermHash.Of("no");
    private static readonly uint Non = TermHash.Of("non");
    private static readonly uint Not = TermHash.Of("not");
    private static readonly uint One = TermHash.Of("one");
    private static readonly uint Longer = TermHash.Of("longer");

    /// <summary>Whether the word is part of a compound that "non" opens: "non-life-threatening". No negation of the clause.</summary>
    public static bool IsNon(ReadOnlySpan<Token> tokens, int index)
    {
        for (int i = index - 1; i >= Math.Max(0, index - MostToNon); i--)
        {
            if (tokens[i].Term == Non)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The reach of a negation that stands at <paramref name="index"/>; none in fixed phrases that negate nothing ("not only", "no fewer than").</summary>
    public static NegationReach At(ReadOnlySpan<Token> tokens, int index, ReadOnlySpan<char> word)
    {
        uint term = tokens[index].Term;
        bool contraction = word.Length > 3 && word[^1] is 't' or 'T' && word[^2] is '\'' or '\u2019';
        if (!contraction && !Openers.Contains(term))
        {
            return NegationReach.None;
        }

        uint next = index + 1 < tokens.Length ? tokens[index + 1].Term : 0;
        uint afterNext = index + 2 < tokens.Length ? tokens[index + 2].Term : 0;
        if (index + 1 < tokens.Length && tokens[index + 1].Kind == TokenKind.Punctuation)
        {
            // "No-one"; "didn ’ t" as some feeds write it. Else "never-seen": part of a word; "No, …": an answer.
            return term == No && afterNext == One ? NegationReach.Subject
                : afterNext == T && Contracted.Contains(term) ? NegationReach.Verbal
                : NegationReach.None;
        }

        if (BareContractions.Contains(term) || (term == Yet && next == To))
        {
            return NegationReach.Verbal;
        }

        if ((term == Nothing && NotAfterNothing.Contains(next)) || (term == Without && (NotAfterWithout.Contains(next) || NotAfterWithout.Contains(afterNext))))
        {
            return NegationReach.None;
        }

        if (word.Length > 3 && (word.EndsWith("n't", StringComparison.OrdinalIgnoreCase) || word.EndsWith("n\u2019t", StringComparison.OrdinalIgnoreCase)))
        {
            return NegationReach.Verbal;
        }

        if (term == Not)
        {
            return NotAfterNot.Contains(next) ? NegationReach.None : NegationReach.Verbal;
        }

        if (term == No)
        {
            bool capitalisedNumber = index + 1 < tokens.Length && tokens[index + 1].Kind == TokenKind.Number;
            return next == One ? NegationReach.Subject
                : next == Longer ? NegationReach.Verbal
                : capitalisedNumber || NotAfterNo.Contains(next) ? NegationReach.None
                : NegationReach.Determiner;
        }

        NegationReach reach = Cues.GetValueOrDefault(term);
        // "Failed to act" is a negation, "the dam failed" is not; "lacked money" is.
        return reach == NegationReach.Implicative && next != To && afterNext != To && !Lacking.Contains(term) ? NegationReach.None : reach;
    }
}
