using System.Collections.Frozen;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;

namespace StoryCompare.Claims.Slots;

/// <summary>Reads where a sentence places what it tells: names behind a preposition of place, with the words before it.</summary>
internal static class PlaceSlotReader
{
    // Tokens before the preposition that may belong to the clause, and tokens between it and the name ("near the small village of X").
    private const int ReachBefore = 12;
    private const int ToName = 6;

    // Tokens from the preposition to a name right behind it or its article.
    private const int NextTo = 2;

    private static readonly TermSet At = TermHash.SetOf("in", "at", "on", "inside");
    private static readonly TermSet Vicinity = TermHash.SetOf("near", "nearby", "outside", "off", "beside", "close", "around", "between", "towards");
    private static readonly TermSet Goal = TermHash.SetOf("to", "into", "for");
    private static readonly TermSet Openers = TermHash.SetOf("but", "although", "though", "because", "while", "whereas", "who", "which", "unless", "whose", "when", "where", "and", "after", "before", "as", "said", "says", "told", "according");
    private static readonly uint To = TermHash.Of("to");
    private static readonly uint Be = TermHash.Of("be");
    private static readonly TermSet Relative = TermHash.SetOf("which", "that", "who");
    private static readonly TermSet Light = WordTable.StemsOf("date_words.tsv", "light");
    private static readonly TermSet Events = WordTable.StemsOf("date_words.tsv", "event");
    private static readonly FrozenSet<int> Speech = [.. new[] { "say", "report", "announce", "claim", "deny", "confirm", "warn" }.Select(ActLexicon.Default.ClassNamed).Where(static c => c >= 0)];
    private static readonly TermSet Hours = WordTable.StemsOf("date_words.tsv", "hours");
    private static readonly TermSet Further = WordTable.StemsOf("date_words.tsv", "further");

    /// <summary>The placed words of a sentence, in order.</summary>
    public static IEnumerable<PlaceSlot> Read(ArticleSlots article, int sentence)
    {
        foreach (NameMention name in article.Names(sentence))
        {
            if (ReadOne(article, sentence, name) is { } slot)
            {
                yield return slot;
            }
        }
    }

    private static PlaceSlot? ReadOne(ArticleSlots article, int sentence, NameMention name)
    {
        TokenizedText text = article.Article.Text;
        ReadOnlySpan<Token> tokens = text.TokensOf(text.Sentences[sentence]);
        (int first, int end) = FigureSlotReader.TokensOf(tokens, name.Span);
        int preposition = Preposition(tokens, first);
        List<TextSpan> times = [.. article.Times(sentence).Select(static t => t.Span)];
        // "At a New Year's Eve party", "to meet the Velm council": a time, an act.
        if (times.Exists(t => t.Overlaps(name.Span)) || (preposition >= 1 && IsInfinitive(text, tokens, preposition, first)))
        {
            return null;
        }

        if (preposition < 1 || !MayBePlace(article.Article.Names.Entities[name.Entity].Kind, end - first, first - preposition, tokens[preposition].Term))
        {
            return null;
        }

        List<Token> words = [];
        List<float> weights = [];
        bool negated = false, further = false, ofEvent = false;
        int head = -1;
        int from = preposition;
        bool last = false;
        for (int i = preposition - 1; i >= Math.Max(0, preposition - ReachBefore) && !last; i--)
        {
            ref readonly Token t = ref tokens[i];
            if (Relative.Contains(t.Term) && i > 0 && from < preposition)
            {
                // "a wildfire which started at …": what the clause is of stands right before it.
                last = true;
                t = ref tokens[--i];
            }

            if (Ends(text, t))
            {
                break;
            }

            negated |= t.IsWord && Negations.At(tokens, i, text.Chars(t)) != NegationReach.None;
            further |= Further.Contains(t.Stem);
            ofEvent |= Events.Contains(t.Stem);
            // "Shot about 2 p.m. Monday in Velm": of the shot, not of the hour.
            if (Tells(t, i) && !IsIn(times, t.Span))
            {
                head = head < 0 ? i : head;
                words.Add(t);
                weights.Add(ClauseWords.Weight(t));
                if (ClauseWords.Phrase(article, sentence, tokens, i) is { } phrase)
                {
                    words.Add(phrase);
                    weights.Add(1);
                }
            }

            from = i;
        }

        // "a coach was swept off the road near X": what is told behind the name is another matter.
        return head < 0 ? null : new PlaceSlot
        {
            Group = article.GroupOf(name),
            Name = name.Span,
            Phrase = new TextSpan(tokens[preposition].Start, tokens[end - 1].End),
            Words = [.. words],
            Weights = [.. weights],
            Head = tokens[head],
            Acts = ActsOf(article, sentence, tokens, from, preposition),
            IsOfEvent = ofEvent,
            IsVicinity = Vicinity.Contains(tokens[preposition].Term),
            IsGoal = Goal.Contains(tokens[preposition].Term),
            IsNegated = negated,
            IsFurther = further,
        };
    }

    // "In Newton" is no person, whoever bears the name; a person of two names may be meant himself. Only a place is led up to by more than an article.
    private static bool MayBePlace(NameKind kind, int words, int distance, uint preposition) =>
        kind == NameKind.Place || (distance <= NextTo && (kind == NameKind.Other || (!Goal.Contains(preposition) && kind == NameKind.Person && words == 1)));

    private static HashSet<int> ActsOf(ArticleSlots article, int sentence, ReadOnlySpan<Token> tokens, int from, int preposition)
    {
        HashSet<int> acts = [];
        foreach (ActMention m in article.Acts(sentence))
        {
            if (m.FirstToken >= from && m.FirstToken < preposition && (m.Part & ActPart.Verb) != 0 && !Speech.Contains(m.Class) && (m.TokenCount > 1 || !Light.Contains(tokens[m.FirstToken].Stem)))
            {
                acts.Add(m.Class);
            }
        }

        return acts;
    }

    // The preposition of place that leads up to the name with no other name, verb or mark between; -1 when there is none.
    private static int Preposition(ReadOnlySpan<Token> tokens, int first)
    {
        for (int i = first - 1; i >= Math.Max(0, first - ToName); i--)
        {
            ref readonly Token t = ref tokens[i];
            if (t.Kind != TokenKind.Word || (t.IsCapitalised && i > 0))
            {
                return -1;
            }

            if (At.Contains(t.Term) || Vicinity.Contains(t.Term) || Goal.Contains(t.Term))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsIn(List<TextSpan> times, TextSpan word) => times.Exists(t => t.Overlaps(word));

    // "To get", "to consult with": no goal.
    private static bool IsInfinitive(TokenizedText text, ReadOnlySpan<Token> tokens, int preposition, int first) =>
        tokens[preposition].Term == To && preposition + 1 < first && tokens[preposition + 1].IsWord && (tokens[preposition + 1].Term == Be || (VerbForms.Of(tokens[preposition + 1]) & (VerbForm.Base | VerbForm.Rare)) == VerbForm.Base);

    private static bool Ends(TokenizedText text, in Token t) =>
        t.Kind == TokenKind.Punctuation ? text.Source[t.Start] is ';' or ':' or ',' or '\u2014' or '\u2013' or '(' or ')' or '"' or '\u201C' or '\u201D' : Openers.Contains(t.Term);

    private static bool Tells(in Token t, int index) => t.IsWord && t.IsContent && (!t.IsCapitalised || index == 0) && !Light.Contains(t.Stem);
}
