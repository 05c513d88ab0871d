using StoryCompare.Text;

namespace StoryCompare.Tests.Text;

/// <summary>How text is cut into tokens, and that offsets hold whatever the text is made of.</summary>
public sealed class TokenizerTests
{
    [TestCase("The al-Waleed crossing", "The al - Waleed crossing")]
    [TestCase("Syria’s Sha’abi", "Syria’s Sha’abi")]
    [TestCase("Al-‘Alam TV", "Al - ‘ Alam TV")]
    [TestCase("25,000 sq km", "25,000 sq km")]
    [TestCase("rose 9.6 percent.", "rose 9.6 percent .")]
    [TestCase("25\u00A0000 people", "25\u00A0000 people")]
    [TestCase("25\u202F000\u202F000 people", "25\u202F000\u202F000 people")]
    [TestCase("25’000 francs", "25’000 francs")]
    [TestCase("June 13\u00A02017", "June 13 2017")]
    [TestCase("in 2017\u00A0300 people", "in 2017 300 people")]
    [TestCase("25k and 3.5m", "25 k and 3.5 m")]
    [TestCase("the U.S.-led force", "the U.S. - led force")]
    [TestCase("at 4 p.m. today", "at 4 p.m. today")]
    [TestCase("the T2 station", "the T2 station")]
    [TestCase("$1.2bn", "$ 1.2 bn")]
    [TestCase("“no,” he said…", "“ no , ” he said …")]
    [TestCase("Mu\u0308ller", "Mu\u0308ller")]
    [TestCase("a 😀 b", "a 😀 b")]
    [TestCase("x\u0000y", "x y")]
    [TestCase("zero\u200Bwidth", "zero width")]
    [TestCase("می\u200Cخواهم", "می\u200Cخواهم")]
    [TestCase("\u202Bab\u202C", "ab")]
    [TestCase("________", "________")]
    [TestCase("a ... b", "a . . . b")]
    [TestCase("东京 2020", "东 京 2020")]
    [TestCase("٢٥٬٠٠٠", "٢٥٬٠٠٠")]
    public void Tokenize_Text_GivesTheTokens(string text, string expected)
    {
        TokenizedText tokens = TextAnalyzer.Sentence(text);
        Assert.That(string.Join(' ', tokens.Tokens.Select(t => text.Substring(t.Start, t.Length))), Is.EqualTo(expected));
    }

    [Test]
    public void Tokenize_EveryCodePoint_GivesTokensInOrderNoneEmpty()
    {
        List<Token> tokens = [];
        for (int code = 1; code <= 0x10FFFF; code++)
        {
            string c = code is >= 0xD800 and <= 0xDFFF ? ((char)code).ToString() : char.ConvertFromUtf32(code);
            foreach (string text in (string[])[$"{c}a.", $"a.{c}.a. {c}{c}", $"9{c}9 "])
            {
                tokens.Clear();
                Tokenizer.Tokenize(text, new TextSpan(0, text.Length), tokens);
                int last = 0;
                foreach (Token token in tokens)
                {
                    if (token.Length == 0 || token.Start < last || token.End > text.Length)
                    {
                        Assert.Fail(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"U+{code:X4}: {token}"));
                    }

                    last = token.End;
                }
            }
        }
    }

    [Test]
    public void Tokenize_LoneSurrogate_IsASymbolOfItsOwn()
    {
        // An attribute cannot hold half a pair, so this is no test case.
        Token[] tokens = TextAnalyzer.Sentence("a\uD83D b").Tokens;
        Assert.That(tokens.Select(static t => (t.Start, (int)t.Length)), Is.EqualTo(new[] { (0, 1), (1, 1), (3, 1) }));
        Assert.That(tokens[1].Kind, Is.EqualTo(TokenKind.Symbol));
    }

    [Test]
    public void Tokenize_EqualWords_ShareTermAcrossSpellings()
    {
        Assert.That(Term("Erdoğan’s"), Is.EqualTo(Term("ERDOGAN")));
        Assert.That(Term("Mu\u0308ller"), Is.EqualTo(Term("Müller")));
        Assert.That(Term("٢٥"), Is.EqualTo(Term("25")));
        Assert.That(Term("Sha\u02BFabi"), Is.EqualTo(Term("Sha’abi")));
    }

    [Test]
    public void Tokenize_Flags_SayHowTheWordIsWritten()
    {
        Token[] tokens = TextAnalyzer.Sentence("The UN chief’s T2").Tokens;
        Assert.That(tokens[0].Flags, Is.EqualTo(TokenFlags.Capitalised | TokenFlags.StopWord | TokenFlags.AfterSpace));
        Assert.That(tokens[1].Flags, Is.EqualTo(TokenFlags.Capitalised | TokenFlags.AllCaps | TokenFlags.AfterSpace));
        Assert.That(tokens[2].Flags, Is.EqualTo(TokenFlags.Possessive | TokenFlags.AfterSpace));
        Assert.That(tokens[3].Flags & TokenFlags.HasDigit, Is.EqualTo(TokenFlags.HasDigit));
    }

    [TestCase('a')]
    [TestCase('7')]
    [TestCase('(')]
    [TestCase('\uD835')]
    public void Tokenize_LongRun_IsCutAt256(char c)
    {
        string text = new(c, 10_000);
        TokenizedText tokens = TextAnalyzer.Sentence(text);
        Assert.That(tokens.Tokens.Max(static t => t.Length), Is.LessThanOrEqualTo(Tokenizer.MaxTokenLength));
        Assert.That(tokens.Tokens.Sum(static t => t.Length), Is.EqualTo(text.Length));
    }

    [Test]
    public void Tokenize_LettersBeyondTheBmp_AreNeverCutInHalf()
    {
        string text = string.Concat(Enumerable.Repeat("\U0001D400", 1001));
        foreach (Token token in TextAnalyzer.Sentence("x" + text).Tokens)
        {
            Assert.That(char.IsLowSurrogate(("x" + text)[token.Start]), Is.False);
        }
    }

    private static uint Term(string word) => TextAnalyzer.Sentence(word).Tokens[0].Term;
}
