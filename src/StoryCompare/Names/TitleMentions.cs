using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Names;

/// <summary>"The general" behind "General Karl Brandt": a bare title that one person of the article was introduced with.</summary>
/// <remarks>Taken only behind the introduction and where no noun follows ("the general election"). Gives mentions, no forms: in another article the words mean someone else.</remarks>
internal sealed class TitleMentions
{
    // The table of one text with more titles is let go.
    private const int MostKept = 64;

    private Dictionary<uint, (int Entity, int From)> _bearers = [];

    /// <summary>Adds the mentions and puts all in text order.</summary>
    public void Add(TokenizedText text, PooledList<NameCandidate> candidates, ReadOnlySpan<int> formOf, ReadOnlySpan<int> entityOf, PooledList<NameMention> mentions)
    {
        Dictionary<uint, (int Entity, int From)> bearers = Bearers();
        for (int c = 0; c < candidates.Count; c++)
        {
            uint title = candidates[c].Title;
            int entity = entityOf[formOf[c]];
            if (title != 0 && entity >= 0)
            {
                // A second bearer of the title leaves nobody to be sure of.
                bearers[title] = !bearers.TryGetValue(title, out (int Entity, int From) before) ? (entity, candidates[c].End)
                    : before.Entity == entity ? before : (-1, int.MaxValue);
            }
        }

        if (bearers.Count == 0)
        {
            return;
        }

        uint the = TermHash.Of("the");
        int known = mentions.Count;
        for (int s = 0; s < text.Sentences.Length; s++)
        {
            Sentence sentence = text.Sentences[s];
            int end = sentence.FirstToken + sentence.TokenCount;
            for (int i = sentence.FirstToken; i + 1 < end; i++)
            {
                if (text.Tokens[i].Term == the && bearers.TryGetValue(text.Tokens[i + 1].Term, out (int Entity, int From) bearer)
                    && bearer.Entity >= 0 && i >= bearer.From && !text.Tokens[i + 1].IsCapitalised && StandsAlone(text, i + 2, end))
                {
                    int length = text.Tokens[i + 1].Has(TokenFlags.Possessive) ? 0 : text.Tokens[i + 1].End;
                    if (length > 0)
                    {
                        mentions.Add(new NameMention(new TextSpan(text.Tokens[i].Start, length), s, bearer.Entity));
                    }
                }
            }
        }

        if (mentions.Count > known)
        {
            mentions.AsSpan().Sort(static (x, y) => x.Span.Start.CompareTo(y.Span.Start));
        }
    }

    private Dictionary<uint, (int Entity, int From)> Bearers()
    {
        if (_bearers.Count > MostKept)
        {
            _bearers = [];
        }

        _bearers.Clear();
        return _bearers;
    }

    private static bool StandsAlone(TokenizedText text, int next, int end)
    {
        if (next >= end)
        {
            return true;
        }

        ref readonly Token token = ref text.Tokens[next];
        bool of = token.IsWord && text.Chars(token).Equals("of", StringComparison.Ordinal);
        return token.Kind == TokenKind.Punctuation ? text.Source[token.Start] != '-'
            : token.IsWord && !token.IsCapitalised && !of && (token.IsStopWord || (NameWords.Of(token) & NameWord.Verb) != NameWord.None);
    }
}
