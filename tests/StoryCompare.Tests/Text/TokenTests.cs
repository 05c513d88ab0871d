using System.Runtime.CompilerServices;
using StoryCompare.Text;

namespace StoryCompare.Tests.Text;

/// <summary>A token keeps its parts in twelve bytes, in two layouts, and gives each part back.</summary>
public sealed class TokenTests
{
    private static readonly TokenFlags[] OfUnknownWords = [TokenFlags.Capitalised, TokenFlags.AllCaps, TokenFlags.AfterSpace, TokenFlags.Possessive];

    [Test]
    public void Token_Size_IsTwelveBytes() => Assert.That(Unsafe.SizeOf<Token>(), Is.EqualTo(12));

    [Test]
    public void Token_PlainParts_ReadBack([Values(0, 5, Token.InflectedWithin, 1_073_741_791)] int start, [Values(1, 2, 17, 255, 256)] int length, [Values(0, 1, 2, 3)] int kindNumber, [Values(0, 1, 2, 4, 8, 16, 32, 63)] int flagBits)
    {
        TokenKind kind = (TokenKind)kindNumber;
        Token token = new(start, length, kind, (TokenFlags)flagBits, 11, 13);

        AssertParts(token, start, length, kind, (TokenFlags)flagBits);
        Assert.That((token.Term, token.Stem, token.Word), Is.EqualTo((11u, BackgroundFrequencies.Default.StemOf(13), (ushort)13)));
        Token own = new(start, length, kind, (TokenFlags)flagBits, 11);
        Assert.That((own.Term, own.Stem, own.Word), Is.EqualTo((11u, 11u, (ushort)0)));
    }

    [Test]
    public void Unknown_InflectedParts_ReadBack([Values(0, 5, Token.InflectedWithin - 1)] int start, [Values(1, 2, 17, 31, 32)] int length, [Range(0, 15)] int flagBits)
    {
        Token token = Token.Unknown(start, length, (TokenFlags)flagBits, 11, uint.MaxValue);

        AssertParts(token, start, length, TokenKind.Word, (TokenFlags)flagBits);
        Assert.That((token.Term, token.Stem, token.Word), Is.EqualTo((11u, uint.MaxValue, (ushort)0)));
    }

    [Test]
    public void Unknown_OwnStemOrTooLong_IsItsOwnStem()
    {
        Assert.That(Token.Unknown(5, 9, TokenFlags.HasDigit, 11, 11), Is.EqualTo(new Token(5, 9, TokenKind.Word, TokenFlags.HasDigit, 11)));
        Assert.That(Token.Unknown(5, Token.LongestInflected + 1, TokenFlags.None, 11, 12).Stem, Is.EqualTo(11u));
        Assert.That(Token.Unknown(Token.InflectedWithin, 9, TokenFlags.None, 11, 12).Stem, Is.EqualTo(11u));
    }

    [Test]
    public void Reworded_KnownAndUnknownWord_HasItsTermAndStem()
    {
        Token token = new(5, 9, TokenKind.Word, TokenFlags.AfterSpace, 11);
        foreach (string word in (string[])["resigned", "zorblings", "zorbling"])
        {
            Token other = TextAnalyzer.Sentence(word).Tokens[0];
            Token reworded = token.Reworded(other.Term, other.Stem);
            AssertParts(reworded, 5, 9, TokenKind.Word, TokenFlags.AfterSpace);
            Assert.That((reworded.Term, reworded.Stem), Is.EqualTo((other.Term, other.Stem)));
        }
    }

    [Test]
    public void Tokenize_FarInTheText_HasPositionsAndStems()
    {
        string text = new string(' ', Token.InflectedWithin) + "zorblings resigned";
        Token[] tokens = TextAnalyzer.Sentence(text).Tokens;
        Assert.That(tokens.Select(static t => t.Start), Is.EqualTo(new[] { Token.InflectedWithin, Token.InflectedWithin + 10 }));
        Assert.That((tokens[0].Stem, tokens[1].Stem), Is.EqualTo((tokens[0].Term, TextAnalyzer.Sentence("resigned").Tokens[0].Stem)));
    }

    private static void AssertParts(Token token, int start, int length, TokenKind kind, TokenFlags flags)
    {
        Assert.That((token.Start, token.Length, token.End, token.Kind, token.Flags), Is.EqualTo((start, length, start + length, kind, flags)));
        Assert.That(token.IsWord, Is.EqualTo(kind == TokenKind.Word));
        Assert.That(token.IsStopWord, Is.EqualTo((flags & TokenFlags.StopWord) != TokenFlags.None));
        Assert.That(token.IsContent, Is.EqualTo(kind <= TokenKind.Number && !token.IsStopWord));
        Assert.That(OfUnknownWords.Where(token.Has), Is.EqualTo(OfUnknownWords.Where(f => (flags & f) != TokenFlags.None)));
    }
}
