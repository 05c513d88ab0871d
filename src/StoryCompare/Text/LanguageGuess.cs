using System.Numerics;
using StoryCompare.Internals;

namespace StoryCompare.Text;

/// <summary>The main language of a text: by script, and within Latin, Cyrillic and Arabic script by function words (<c>language_profiles.tsv</c>).</summary>
internal static class LanguageGuess
{
    /// <summary>Words looked at; enough for any article.</summary>
    private const int Sample = 4000;

    // One bit each.
    private const int MostLanguages = 32;

    private static readonly (string[] Languages, WordMap<uint> Profiles) Table = Load();

    /// <summary>ISO 639-1 code; <c>und</c> when nothing speaks for one language.</summary>
    public static string Of(TokenizedText text)
    {
        Span<int> hits = stackalloc int[MostLanguages];
        hits = hits[..Table.Languages.Length];
        Span<int> scripts = stackalloc int[(int)Script.Other + 1];
        int words = 0;
        int latin = 0;
        WordMap<uint> profiles = Table.Profiles;
        foreach (ref readonly Token token in text.Tokens.AsSpan())
        {
            if (!token.IsWord)
            {
                continue;
            }

            if (words++ == Sample)
            {
                break;
            }

            char first = text.Source[token.Start];
            if (first < 0x80)
            {
                latin++;
            }
            else
            {
                scripts[(int)ScriptOf(first)]++;
            }

            uint mask = profiles.Of(token);
            while (mask != 0)
            {
                hits[BitOperations.TrailingZeroCount(mask)]++;
                mask &= mask - 1;
            }
        }

        scripts[(int)Script.Latin] += latin;
        return words == 0 ? "und" : Decide(scripts, hits, words);
    }

    private static string Decide(ReadOnlySpan<int> scripts, ReadOnlySpan<int> hits, int words)
    {
        int best = 0;
        for (int s = 1; s < scripts.Length; s++)
        {
            best = scripts[s] > scripts[best] ? s : best;
        }

        switch ((Script)best)
        {
            case Script.Kana:
                return "ja";
            case Script.Han:
                return scripts[(int)Script.Kana] * 8 > scripts[(int)Script.Han] ? "ja" : "zh";
            case Script.Hangul:
                return "ko";
            case Script.Greek:
                return "el";
            case Script.Hebrew:
                return "he";
            case Script.Thai:
                return "th";
            case Script.Devanagari:
                return "hi";
            case Script.Other:
                return "und";
            default:
                break;
        }

        int top = 0;
        for (int l = 1; l < hits.Length; l++)
        {
            top = hits[l] > hits[top] ? l : top;
        }

        // In running text a language's twenty commonest function words make up a quarter of the words and more; an eighth is asked.
        return hits[top] > 0 && hits[top] * 8 >= words ? Table.Languages[top] : words < 12 && hits[top] > 0 ? Table.Languages[top] : (Script)best == Script.Latin && words < 12 ? "en" : "und";
    }

    private static Script ScriptOf(char c) => c switch
    {
        < '\u0250' or (>= '\u1E00' and <= '\u1EFF') => Script.Latin,
        >= '\u0370' and <= '\u03FF' => Script.Greek,
        >= '\u0400' and <= '\u052F' => Script.Cyrillic,
        >= '\u0590' and <= '\u05FF' => Script.Hebrew,
        >= '\u0600' and <= '\u06FF' or >= '\uFB50' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFE' => Script.Arabic,
        >= '\u0900' and <= '\u097F' => Script.Devanagari,
        >= '\u0E00' and <= '\u0E7F' => Script.Thai,
        >= '\u3040' and <= '\u30FF' => Script.Kana,
        >= '\u3400' and <= '\u9FFF' => Script.Han,
        >= '\uAC00' and <= '\uD7A3' => Script.Hangul,
        _ => Script.Other,
    };

    private static (string[], WordMap<uint>) Load()
    {
        List<string> languages = [];
        TermMap<uint> profiles = new();
        foreach (string[] row in EmbeddedData.Rows("language_profiles.tsv"))
        {
            uint bit = 1u << languages.Count;
            languages.Add(row[0]);
            foreach (string word in row[1].Split(' '))
            {
                uint term = TermHash.Of(word);
                profiles[term] = profiles.GetValueOrDefault(term) | bit;
            }
        }

        return ([.. languages], new WordMap<uint>(profiles));
    }

    private enum Script
    {
        Latin,
        Cyrillic,
        Arabic,
        Greek,
        Hebrew,
        Devanagari,
        Thai,
        Kana,
        Han,
        Hangul,
        Other,
    }
}
