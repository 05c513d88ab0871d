using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Reads what a sentence calls not known, not confirmed or denied.</summary>
internal sealed class DoubtReader(StoryContext story, ClaimContext context)
{
    /// <summary>Fewest doubted words that tell a statement.</summary>
    public const int FewestWords = 2;

    // Letters of a doubt that are shown.
    private const int LongestShown = 90;

    // What opens the doubted statement: "not confirmed that …", "denied reports of …"; "unclear how many" asks for a detail.
    private static readonly TermSet Openers = WordSets.Of("doubt.openers");
    private static readonly TermSet Details = WordSets.Of("doubt.details");
    private static readonly TermSet Empty = WordSets.Of("doubt.empty");
    private static readonly TermSet Possessives = TermHash.SetOf("his", "her", "their", "its");
    private static readonly uint And = TermHash.Of("and");
    private static readonly uint Whether = TermHash.Of("whether");

    /// <summary>The doubted words: after the cue where "that" or "whether" opens what is doubted, else before it ("the report was not confirmed"); none where no statement is doubted.</summary>
    public SlotWord[] Read(SentenceRef at)
    {
        SentenceSlots slots = story.Slots(at);
        TextSpan cue = slots.CertaintyCue!.Value;
        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        int first = 0;
        while (tokens[first].Start < cue.Start)
        {
            first++;
        }

        int next = first;
        while (next < tokens.Length && tokens[next].Start < cue.End)
        {
            next++;
        }

        // "The Unknown Soldier": a name.
        if (first > 0 && tokens[first].IsCapitalised && !slots.Text.String(cue).Contains(' ', StringComparison.Ordinal))
        {
            return [];
        }

        // "Rejected reports of a fire": the cue's own last word opens it.
        bool opens = next < tokens.Length && (Openers.Contains(tokens[next].Term) || Openers.Contains(tokens[next - 1].Term) || slots.Text.Chars(tokens[next]).EndsWith("ing", StringComparison.OrdinalIgnoreCase));
        bool transitive = next < tokens.Length && !opens && tokens[next].IsWord && (slots.Text.String(cue).EndsWith("confirm", StringComparison.OrdinalIgnoreCase) || slots.Text.String(cue).EndsWith("verify", StringComparison.OrdinalIgnoreCase));
        if (next < tokens.Length && Details.Contains(tokens[next].Term))
        {
            return [];
        }

        if (slots.Certainty == Certainty.Denied && !opens)
        {
            return [];
        }

        int from = opens || transitive ? next : 0;
        int end = opens || transitive ? tokens.Length : first;
        if (!opens && !transitive)
        {
            // Only a cue that speaks of confirming reaches back: "the cause is unclear" doubts no statement.
            string words = slots.Text.String(cue);
            int whether = WhetherBefore(tokens, first);
            if (words.Contains("deci", StringComparison.OrdinalIgnoreCase) || words.Contains("mind", StringComparison.OrdinalIgnoreCase))
            {
                // "The board has not decided on the offer": what is open stands on both sides.
                end = next;
                while (end < tokens.Length && tokens[end].Kind != TokenKind.Punctuation && tokens[end].Term != And)
                {
                    end++;
                }
            }
            else if (whether < 0 && !words.Contains("firm", StringComparison.OrdinalIgnoreCase) && !words.Contains("verif", StringComparison.OrdinalIgnoreCase))
            {
                return [];
            }

            from = Math.Max(0, whether);
        }

        TextSpan said = story.Articles[at.Article].Attributions(at.Sentence).Select(static a => a.Content).FirstOrDefault(c => c.Contains(cue), slots.Sentence.Span);
        SlotWord[] doubted = [.. slots.Words.Where(w => IsDoubted(slots, w, from, end) && !cue.Contains(slots.Text.Tokens[w.Token].Span) && said.Contains(slots.Text.Tokens[w.Token].Span) && !context.IsSource(at, slots.Text.Tokens[w.Token].Span))];
        return doubted.Length == 1 && !opens ? [.. NamedBefore(at), .. doubted] : doubted;
    }

    /// <summary>The cue with what it doubts, cut where it is long.</summary>
    public string Shown(SentenceRef at)
    {
        SentenceSlots slots = story.Slots(at);
        TextSpan cue = slots.CertaintyCue!.Value;
        int start = cue.Start;
        int end = cue.End;
        foreach (SlotWord w in Read(at))
        {
            TextSpan word = slots.Text.Tokens[w.Token].Span;
            if (slots.Sentence.Span.Contains(word) && Math.Max(end, word.End) - Math.Min(start, word.Start) <= LongestShown)
            {
                start = Math.Min(start, word.Start);
                end = Math.Max(end, word.End);
            }
        }

        return slots.Text.String(new TextSpan(start, end));
    }

    // "His death has not been confirmed": the sentence before says whose.
    private IEnumerable<SlotWord> NamedBefore(SentenceRef at)
    {
        if (at.Sentence == 0 || !story.Articles[at.Article].IsStatement(at.Sentence - 1) || !Possessives.Contains(story.Slots(at).Text.Tokens[story.Slots(at).Sentence.FirstToken].Term))
        {
            return [];
        }

        SentenceRef before = at with { Sentence = at.Sentence - 1 };
        return story.Slots(before).Words.Where(w => context.IsName(before, w));
    }

    /// <summary>"Whether A or whether B": each alone, and both.</summary>
    public List<SlotWord[]> Alternatives(SentenceRef at, SlotWord[] doubted)
    {
        SentenceSlots slots = story.Slots(at);
        List<SlotWord[]> alternatives = [doubted];
        int from = 0;
        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        for (int i = 0; i <= tokens.Length; i++)
        {
            if (i == tokens.Length || tokens[i].Term == Whether)
            {
                int start = slots.Sentence.FirstToken + from;
                int end = slots.Sentence.FirstToken + i;
                SlotWord[] one = [.. doubted.Where(w => w.Token >= start && w.Token < end)];
                if (one.Length > FewestWords && one.Length < doubted.Length)
                {
                    alternatives.Add(one);
                }

                from = i;
            }
        }

        return alternatives.Count > 2 ? alternatives[1..] : alternatives;
    }

    private static bool IsDoubted(SentenceSlots slots, SlotWord word, int from, int end)
    {
        int t = word.Token - slots.Sentence.FirstToken;
        return t >= from && t < end && !Empty.Contains(word.Term);
    }

    private static int WhetherBefore(ReadOnlySpan<Token> tokens, int first)
    {
        for (int i = 0; i < first; i++)
        {
            if (tokens[i].Term == Whether)
            {
                return i;
            }
        }

        return -1;
    }
}
