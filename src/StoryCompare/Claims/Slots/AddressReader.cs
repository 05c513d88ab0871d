using System.Globalization;
using StoryCompare.Alignment;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Slots;

/// <summary>Reads the streets and blocks that a sentence tells (<c>streets.tsv</c>). Linear in the sentence.</summary>
internal static class AddressReader
{
    // Words of a street's name.
    private const int MostWords = 4;

    private static readonly TermMap<string> Types = Load("type");
    private static readonly TermMap<string> Points = Load("point");
    private static readonly TermSet Others = EmbeddedData.Rows("streets.tsv", "other").SelectMany(static r => r[1].Split('|')).Select(static w => TermHash.Of(w)).ToTermSet();
    private static readonly uint Block = TermHash.Of("block");
    private static readonly uint Of = TermHash.Of("of");

    /// <summary>The streets of a sentence, in order of place.</summary>
    public static void Read(ArticleSlots article, SentenceRef at, List<AddressSlot> found)
    {
        TokenizedText text = article.Article.Text;
        ReadOnlySpan<Token> tokens = text.TokensOf(text.Sentences[at.Sentence]);
        for (int i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Term == Block && i > 0 && BlockBefore(text, tokens, i) is >= 0 and int number)
            {
                int from = i + 1 < tokens.Length && tokens[i + 1].Term == Of ? i + 2 : i + 1;
                if (Street(text, tokens, at, from, number, needsType: false) is { } slot)
                {
                    found.Add(slot);
                    i = from;
                }
            }
            else if (i > 0 && tokens[i].IsCapitalised && Types.ContainsKey(tokens[i].Term))
            {
                int from = i;
                while (from > 0 && i - from < MostWords && IsOfName(text, tokens[from - 1]))
                {
                    from--;
                }

                TextSpan first = tokens[from].Span;
                if (from < i && !found.Exists(f => f.At == at && f.Span.Contains(first)) && Street(text, tokens, at, from, -1, needsType: true) is { } slot)
                {
                    found.Add(slot);
                }
            }
        }
    }

    private static int BlockBefore(TokenizedText text, ReadOnlySpan<Token> tokens, int block)
    {
        int i = tokens[block - 1].Kind == TokenKind.Punctuation && block > 1 ? block - 2 : block - 1;
        return tokens[i].Kind == TokenKind.Number && int.TryParse(text.Chars(tokens[i]), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out int number) ? number : -1;
    }

    // The name with its type and point of the compass, from its first word on.
    private static AddressSlot? Street(TokenizedText text, ReadOnlySpan<Token> tokens, SentenceRef at, int from, int block, bool needsType)
    {
        List<string> name = [];
        string type = "", point = "";
        int i = from;
        while (i < tokens.Length && i - from <= MostWords && (IsOfName(text, tokens[i]) || IsStop(text, tokens, i, from)))
        {
            // "N. Elm Street".
            if (tokens[i].Kind == TokenKind.Punctuation)
            {
                i++;
                continue;
            }

            if (name.Count > 0 && Types.TryGetValue(tokens[i].Term, out string? kind))
            {
                type = kind;
                i++;
                break;
            }

            if (Points.TryGetValue(tokens[i].Term, out string? direction) && (name.Count == 0 || i + 1 >= tokens.Length || !IsOfName(text, tokens[i + 1])))
            {
                point = direction;
            }
            else
            {
                name.Add(new string(text.Chars(tokens[i])).TrimEnd('.').ToLowerInvariant());
            }

            i++;
        }

        // "Elm Street NW".
        if (type.Length > 0 && point.Length == 0 && i < tokens.Length && tokens[i].IsCapitalised && Points.TryGetValue(tokens[i].Term, out string? behind))
        {
            point = behind;
            i++;
        }

        // "Superior Court", "the Velm Highway Patrol", "Court Judge": no street.
        bool other = block < 0 && name.Count > 0 && type.Length > 0 && (IsOther(name[^1]) || (i < tokens.Length && tokens[i].IsWord && tokens[i].IsCapitalised && !Points.ContainsKey(tokens[i].Term) && type is "court" or "highway" or "place" or "square" or "close" or "row" or "way"));
        return other || name.Count == 0 || name.Exists(static w => w.Length < 2) || (needsType && type.Length == 0) ? null : new AddressSlot(at, block, string.Join(' ', name), type, point, new TextSpan(tokens[from].Start, tokens[i - 1].End));
    }

    private static bool IsStop(TokenizedText text, ReadOnlySpan<Token> tokens, int i, int from) =>
        i > from && i + 1 < tokens.Length && tokens[i].Kind == TokenKind.Punctuation && text.Source[tokens[i].Start] == '.' && tokens[i - 1].Length <= 2 && tokens[i + 1].IsCapitalised;

    private static bool IsOther(string word) => Others.Contains(TermHash.Of(word));

    // A capitalised word, or "42nd".
    private static bool IsOfName(TokenizedText text, in Token t) =>
        (t.IsWord && t.IsCapitalised) || ((t.Flags & TokenFlags.HasDigit) != 0 && text.Chars(t) is var c && (c.EndsWith("th", StringComparison.OrdinalIgnoreCase) || c.EndsWith("st", StringComparison.OrdinalIgnoreCase) || c.EndsWith("nd", StringComparison.OrdinalIgnoreCase) || c.EndsWith("rd", StringComparison.OrdinalIgnoreCase)));

    private static TermMap<string> Load(string kind)
    {
        Dictionary<uint, string> words = [];
        foreach (string[] row in EmbeddedData.Rows("streets.tsv", kind))
        {
            string[] forms = row[1].Split('|');
            foreach (string form in forms)
            {
                words.TryAdd(TermHash.Of(form), forms[0]);
                words.TryAdd(TermHash.Of(form + "."), forms[0]);
            }
        }

        return words.ToTermMap(static p => p.Key, static p => p.Value);
    }
}
