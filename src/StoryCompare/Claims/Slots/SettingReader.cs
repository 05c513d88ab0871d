using System.Collections.Frozen;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Internals;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;

namespace StoryCompare.Claims.Slots;

/// <summary>Reads where a sentence sets its acts, by common nouns behind a preposition of place (<c>settings.tsv</c>). Shallow: no parser. Linear in the sentence.</summary>
internal static class SettingReader
{
    /// <summary>The kind of what tells that somebody was on the way.</summary>
    public const string OnTheWay = "way";

    // Tokens from the preposition to the end of the noun phrase, and from a verb to the preposition.
    private const int ToNoun = 7;
    private const int ToVerb = 14;

    // Tokens from the place to the next verb that happens there too: "walked into the courtroom and shot".
    private const int ToNextVerb = 4;

    // Words that a preposition may be told by: "in front of".
    private const int LongestNoun = 3;

    private static readonly PhraseTable<string> Places = PhraseTable.Of(EmbeddedData.Rows("settings.tsv", "place").SelectMany(static r => r[2].Split('|').Select(w => (w, r[1]))));
    private static readonly PhraseTable<string> Motions = PhraseTable.Of(EmbeddedData.Rows("settings.tsv", "motion").SelectMany(static r => r[2].Split('|').Select(w => (w, r[1]))));
    private static readonly TermSet In = Words("in");
    private static readonly TermSet At = Words("at");
    private static readonly TermSet Out = Words("out");
    private static readonly TermSet Into = Words("into");
    private static readonly TermSet Openers = TermHash.SetOf("but", "although", "though", "because", "while", "whereas", "who", "which", "unless", "whose", "when", "where", "after", "before", "since", "until", "if", "that", "as", "said", "says", "told", "according", "to");
    private static readonly TermSet Light = WordTable.StemsOf("date_words.tsv", "light");
    private static readonly FrozenSet<string> Named = new HashSet<string>(StringComparer.Ordinal) { "home", "office", "scene", "street", "yard", "vehicle", "stairs", "base", "open", "water" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<int> Speech = [.. new[] { "say", "report", "announce", "claim", "deny", "confirm", "warn", "see" }.Select(ActLexicon.Default.ClassNamed).Where(static c => c >= 0)];
    private static readonly TermSet Finite = WordTable.FiniteVerbs;
    private static readonly TermSet Determiners = TermHash.SetOf("the", "a", "an", "his", "her", "its", "their", "this", "that", "another", "any", "no", "some");
    private static readonly uint And = TermHash.Of("and");
    private static readonly uint Front = TermHash.Of("front");
    private static readonly uint Of = TermHash.Of("of");

    /// <summary>The settings of a sentence, in order.</summary>
    public static IEnumerable<SettingSlot> Read(ArticleSlots article, int sentence)
    {
        ActMention[] acts = article.Acts(sentence);
        if (acts.Length == 0)
        {
            return [];
        }

        TokenizedText text = article.Article.Text;
        ReadOnlySpan<Token> tokens = text.TokensOf(text.Sentences[sentence]);
        List<SettingSlot> found = [];
        int last = -1;
        for (int i = 1; i < tokens.Length; i++)
        {
            if (ReadOne(text, tokens, acts, i, out int end) is { } slot)
            {
                // "In a clinic near her flat": the second tells where the first is.
                if (i != last)
                {
                    found.Add(slot);
                }

                last = end;
                i = end - 1;
            }
        }

        return found;
    }

    private static SettingSlot? ReadOne(TokenizedText text, ReadOnlySpan<Token> tokens, ActMention[] acts, int i, out int end)
    {
        end = i;
        if (Motions.Match(tokens, i, out int length) is { } motion)
        {
            end = i + length;
            (int First, int Count, int Class)[] moving = Acts(text, tokens, acts, i, end, goesOn: false);
            return moving.Length == 0 ? null : new SettingSlot(motion, 0, false, false, new TextSpan(tokens[i].Start, tokens[end - 1].End), moving);
        }

        bool inFront = In.Contains(tokens[i].Term) && i + 2 < tokens.Length && tokens[i + 1].Term == Front && tokens[i + 2].Term == Of;
        bool isIn = !inFront && In.Contains(tokens[i].Term);
        bool isInto = Into.Contains(tokens[i].Term);
        bool isOut = inFront || Out.Contains(tokens[i].Term);
        if (!isIn && !isOut && !isInto && !At.Contains(tokens[i].Term))
        {
            return null;
        }

        if (Noun(tokens, inFront ? i + 3 : i + 1, out end) is not { } kind)
        {
            return null;
        }

        (int First, int Count, int Class)[] bound = Acts(text, tokens, acts, i, end, goesOn: isIn || isInto);
        return bound.Length == 0 ? null : new SettingSlot(kind, tokens[end - 1].Stem, isIn || isInto, isOut, new TextSpan(tokens[i].Start, tokens[end - 1].End), bound);
    }

    // The last word for a place in the noun phrase: "the hospital parking lot"; none where it only says what kind of thing follows ("a house fire").
    internal static string? Noun(ReadOnlySpan<Token> tokens, int from, out int end)
    {
        string? kind = null;
        end = from;
        for (int j = from; j < Math.Min(tokens.Length, from + ToNoun) && tokens[j].Kind != TokenKind.Punctuation; j++)
        {
            if (Places.Match(tokens, j, out int length) is { } place && (!tokens[j].IsCapitalised || !Named.Contains(place)) && length <= LongestNoun)
            {
                kind = place;
                end = j + length;
                j = end - 1;
            }
            else if (j > from && IsEdge(tokens[j]))
            {
                break;
            }
            else if (kind is not null)
            {
                // "at the hospital Monday" goes on, "in a house fire" does not name a place.
                return tokens[j].IsContent && !tokens[j].IsCapitalised && tokens[j].IsWord && !IsVerb(tokens[j]) ? null : kind;
            }
        }

        return kind;
    }

    private static bool IsEdge(in Token t) => In.Contains(t.Term) || At.Contains(t.Term) || Out.Contains(t.Term) || Into.Contains(t.Term) || t.Term == And || t.Term == Of || Openers.Contains(t.Term);

    private static bool IsVerb(in Token t)
    {
        foreach (ActLexicon.Entry e in ActLexicon.Default.EntriesOf(t.Term))
        {
            if ((e.Part & ActPart.Verb) != 0)
            {
                return true;
            }
        }

        return false;
    }

    // The verbs before the place, up to the border of its clause, and one that goes on behind it.
    private static (int First, int Count, int Class)[] Acts(TokenizedText text, ReadOnlySpan<Token> tokens, ActMention[] acts, int first, int end, bool goesOn)
    {
        int from = first;
        while (from > 0 && first - from < ToVerb && !Ends(text, tokens[from - 1]) && !(tokens[from - 1].Term == And && from < first && StartsVerb(text, tokens[from])))
        {
            from--;
        }

        int to = end + 1 < tokens.Length && goesOn && tokens[end].Term == And ? end + ToNextVerb : end;
        List<(int, int, int)> bound = [];
        foreach (ActMention m in acts)
        {
            bool before = m.FirstToken >= from && m.FirstToken < first;
            if ((before || (m.FirstToken >= end && m.FirstToken < to)) && (m.Part & ActPart.Verb) != 0 && !Speech.Contains(m.Class) && (m.TokenCount > 1 || (!Light.Contains(tokens[m.FirstToken].Stem) && IsVerbal(text, tokens, m.FirstToken))))
            {
                bound.Add((m.FirstToken, m.TokenCount, m.Class));
            }
        }

        return [.. bound];
    }

    // "And were taken to", "and spent the night at": another act; "shot and killed" is one.
    private static bool StartsVerb(TokenizedText text, in Token t) => !IsVerb(t) && (Finite.Contains(t.Term) || (t.IsWord && t.Length > 3 && text.Chars(t).EndsWith("ed", StringComparison.OrdinalIgnoreCase)));

    // "A block from the station", "on display at", "rocks at a station": nouns that are verbs elsewhere.
    private static bool IsVerbal(TokenizedText text, ReadOnlySpan<Token> tokens, int i) =>
        text.Chars(tokens[i]).EndsWith("ing", StringComparison.OrdinalIgnoreCase) || text.Chars(tokens[i]).EndsWith("ed", StringComparison.OrdinalIgnoreCase)
        || !text.Chars(tokens[i]).EndsWith("s", StringComparison.OrdinalIgnoreCase) && !(i > 0 && (Determiners.Contains(tokens[i - 1].Term) || In.Contains(tokens[i - 1].Term) || At.Contains(tokens[i - 1].Term) || tokens[i - 1].Term == Of || tokens[i - 1].Kind == TokenKind.Number));

    private static bool Ends(TokenizedText text, in Token t) =>
        t.Kind == TokenKind.Punctuation ? text.Source[t.Start] is ';' or ':' or '\u2014' or '\u2013' or '(' or ')' or '"' or '\u201C' or '\u201D' : Openers.Contains(t.Term);

    private static TermSet Words(string kind) => EmbeddedData.Rows("settings.tsv", kind).SelectMany(static r => r[2].Split('|')).Select(static w => TermHash.Of(w)).ToTermSet();
}
