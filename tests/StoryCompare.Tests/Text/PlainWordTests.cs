using StoryCompare.Text;

namespace StoryCompare.Tests.Text;

/// <summary>The fast way to a word's token against the slow one, which knows every script.</summary>
[TestFixture]
public sealed class PlainWordTests
{
    private static readonly string[] Words = ["a", "the", "The", "THE", "war", "Wars", "flooding", "T2", "B52s", "zyqqavar", "Zyqqavars", "USA", "McDonald", "x"];

    private static readonly string[] Behind =
    [
        " ", ".", ". ", ",", "'", "’", "'s", "’s", "’S", "'s.", "’s,", "’s ", "'s'", "’s’", "’sx", "'s2", "’s\u0301", "’t ", "'x", "’2", "'’s", "..", ".b.", ".b.c. ", "-led ", "\u0301 ", "\u200D ",
        "\u00AD", "é", "Ж", "\uD83D\uDE00", "\uD800", "\u00A0", "\u2019\u2019", "ʻs ", "＇s ", "/", "\n", "\t", "\0", "@b", "’\uD800",
    ];

    [Test]
    public void Tokenize_WordsBeforeEveryKindOfNeighbour_GivesTheTokensOfTheSlowWay()
    {
        foreach (string word in Words)
        {
            foreach (string behind in Behind)
            {
                foreach (string end in (string[])["", " next", "s", "S."])
                {
                    string text = word + behind + end;
                    for (int limit = word.Length; limit <= text.Length; limit++)
                    {
                        Compare(text, limit);
                    }
                }
            }
        }
    }

    [Test]
    public void Tokenize_RandomMarksAndLetters_GivesTheTokensOfTheSlowWay()
    {
        Random random = new(41);
        const string Alphabet = "abstXYZ019'’.-, \u0301é";
        for (int n = 0; n < 20_000; n++)
        {
            string text = string.Create(random.Next(1, 14), random, static (chars, r) =>
            {
                for (int i = 0; i < chars.Length; i++)
                {
                    chars[i] = Alphabet[r.Next(Alphabet.Length)];
                }
            });
            Compare(text, text.Length);
        }
    }

    private static void Compare(string text, int limit)
    {
        List<Token> tokens = [];
        Tokenizer.Tokenize(text, new TextSpan(0, limit), tokens);
        foreach (Token token in tokens)
        {
            if (token.IsWord && char.IsAsciiLetter(text[token.Start]) && PlainWord.TryRead(text, token.Start, limit, (token.Flags & TokenFlags.AfterSpace) != TokenFlags.None, out Token fast))
            {
                Token slow = Tokenizer.WordAt(text, token.Start, limit, (token.Flags & TokenFlags.AfterSpace) != TokenFlags.None);
                Assert.That(fast, Is.EqualTo(slow), $"'{text}' up to {limit} at {token.Start}");
            }
        }
    }
}
