using StoryCompare.Alignment;
using StoryCompare.Claims.Findings;
using StoryCompare.Claims.Slots;
using StoryCompare.Text;
using StoryCompare.Times;

namespace StoryCompare.Claims.Conflicts;

/// <content>What two sentences share, where their clauses share nothing.</content>
internal sealed partial class Scope
{
    // Characters of a number that two sentences seldom share by chance.
    private const int LeastDigits = 3;

    /// <summary>Whether both sentences tell days or longer times, and none of them meet.</summary>
    public bool DifferByPeriod(SentenceRef a, SentenceRef b)
    {
        TimeMention[] mine = [.. _story.Articles[a.Article].Times(a.Sentence).Where(static t => t.From is not null && t.To is not null)];
        TimeMention[] theirs = [.. _story.Articles[b.Article].Times(b.Sentence).Where(static t => t.From is not null && t.To is not null)];
        return mine.Length > 0 && theirs.Length > 0 && !Array.Exists(mine, m => Array.Exists(theirs, t => m.From <= t.To && t.From <= m.To));
    }

    /// <summary>Whether both sentences hold one number of three digits or more, beside the two figures: a time of day, a record, a house.</summary>
    public bool ShareNumber(StoryFigure a, StoryFigure b)
    {
        TokenizedText text = _story.Analyzed(a.At.Article).Text;
        TokenizedText other = _story.Analyzed(b.At.Article).Text;
        foreach (Token t in text.TokensOf(_story.Sentence(a.At)))
        {
            if (t.Kind != TokenKind.Number || t.Length < LeastDigits || t.Span.Overlaps(a.Extracted.Span))
            {
                continue;
            }

            foreach (Token u in other.TokensOf(_story.Sentence(b.At)))
            {
                if (u.Term == t.Term && u.Kind == TokenKind.Number && !u.Span.Overlaps(b.Extracted.Span))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Share of the poorer sentence's weight in lower-case words that stand in both, in [0, 1]; 0 for fewer than two such words.</summary>
    public double SharedSentence(SentenceRef a, SentenceRef b)
    {
        SentenceSlots x = _story.Slots(a);
        SentenceSlots y = _story.Slots(b);
        double shared = 0;
        int words = 0;
        foreach (SlotWord w in x.Words)
        {
            if (Array.Exists(y.Words, v => v.Stem == w.Stem) && !ActIndex.IsCapitalised(_story.Articles[a.Article], w))
            {
                shared += w.Weight;
                words++;
            }
        }

        return words < 2 ? 0 : shared / Math.Max(0.1, Math.Min(x.Weight, y.Weight));
    }
}
