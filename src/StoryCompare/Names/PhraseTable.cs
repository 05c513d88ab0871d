using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Names;

/// <summary>Known names as sequences of terms, found in text at their first word. Hyphens and full stops between words do not count.</summary>
internal sealed class PhraseTable
{
    private readonly Phrase[][] _phrases;
    private readonly WordMap<ushort> _byFirst;

    private PhraseTable(IEnumerable<string> forms)
    {
        TermMap<List<Phrase>> table = new();
        List<Token> tokens = [];
        foreach (string form in forms)
        {
            tokens.Clear();
            Tokenizer.Tokenize(form, new TextSpan(0, form.Length), tokens);
            tokens.RemoveAll(static t => t.Kind > TokenKind.Number);
            uint[] terms = new uint[tokens.Count];
            for (int i = 0; i < terms.Length; i++)
            {
                terms[i] = tokens[i].Term;
            }

            if (terms.Length > 0)
            {
                if (!table.TryGetValue(terms[0], out List<Phrase>? phrases))
                {
                    table[terms[0]] = phrases = [];
                }

                phrases.Add(new Phrase(terms, NameLexicon.IsCapsForm(form)));
            }
        }

        List<Phrase[]> all = [[]];
        TermMap<ushort> byFirst = new();
        for (int place = 0; place < table.Places; place++)
        {
            if (table.At(place, out uint first, out List<Phrase> phrases))
            {
                byFirst[first] = checked((ushort)all.Count);
                all.Add(phrases.Count == 1 ? [phrases[0]] : [.. phrases.OrderByDescending(static x => x.Terms.Length).ThenBy(static x => x.InCapitals)]);
            }
        }

        _phrases = [.. all];
        _byFirst = new WordMap<ushort>(byFirst);
    }

    /// <summary>The forms of the shipped alias pack.</summary>
    public static PhraseTable Default { get; } = new(NameLexicon.Default.Forms);

    /// <summary>Index one past the last token of the longest known name that starts at <paramref name="start"/>, or -1.</summary>
    public int Match(ReadOnlySpan<Token> tokens, int start)
    {
        foreach (Phrase phrase in _phrases[_byFirst.Of(tokens[start])])
        {
            int end = End(tokens, start, phrase);
            if (end >= 0)
            {
                return end;
            }
        }

        return -1;
    }

    private static int End(ReadOnlySpan<Token> tokens, int start, Phrase phrase)
    {
        if (phrase.InCapitals && !tokens[start].Has(TokenFlags.AllCaps))
        {
            return -1;
        }

        int i = start;
        for (int k = 0; k < phrase.Terms.Length; k++, i++)
        {
            // At most two marks between words ("J.-P."), attached to the word before.
            for (int skip = 0; k > 0 && skip < 2 && i < tokens.Length && tokens[i].Kind == TokenKind.Punctuation; skip++)
            {
                i++;
            }

            if (i >= tokens.Length || tokens[i].Term != phrase.Terms[k] || (k + 1 < phrase.Terms.Length && tokens[i].Has(TokenFlags.Possessive) && !tokens[i].IsCapitalised))
            {
                return -1;
            }
        }

        return i;
    }

    private sealed record Phrase(uint[] Terms, bool InCapitals);
}
