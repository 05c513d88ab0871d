using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Slots;

/// <summary>Cuts a sentence into clauses by its punctuation and conjunctions. Shallow: no parser stands behind it.</summary>
internal static class ClauseSplitter
{
    private static readonly TermSet Openers = TermHash.SetOf("but", "although", "though", "because", "while", "whereas", "who", "which", "that", "if", "whether", "unless", "when", "after", "before", "since", "until", "as", "where", "despite");
    private static readonly TermSet Auxiliaries = TermHash.SetOf("is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "isn't", "aren't", "wasn't", "weren't", "does", "did", "do", "there");
    private static readonly uint And = TermHash.Of("and");
    private static readonly uint Or = TermHash.Of("or");

    /// <summary>Writes the clause number of every token.</summary>
    public static void Split(TokenizedText text, ReadOnlySpan<Token> tokens, Span<int> clauses)
    {
        int clause = 0;
        int lastAuxiliary = -1;
        for (int i = tokens.Length - 1; i >= 0; i--)
        {
            if (Auxiliaries.Contains(tokens[i].Term))
            {
                lastAuxiliary = i;
                break;
            }
        }

        for (int i = 0; i < tokens.Length; i++)
        {
            ref readonly Token t = ref tokens[i];
            bool opens = t.Kind == TokenKind.Punctuation
                ? text.Source[t.Start] is ',' or ';' or ':' or '(' or ')' or '\u2014' or '\u2013'
                : Openers.Contains(t.Term) || ((t.Term == And || t.Term == Or) && lastAuxiliary > i);
            if (opens && i > 0)
            {
                clause++;
            }

            clauses[i] = clause;
        }
    }
}
