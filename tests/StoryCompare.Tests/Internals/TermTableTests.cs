using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Tests.Internals;

/// <summary>The tables by term against the runtime's own collections, the term 0 and crowded slots included.</summary>
[TestFixture]
public sealed class TermTableTests
{
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void MapAndSet_RandomTerms_AgreeWithDictionary(int seed)
    {
        Random random = new(seed);
        Dictionary<uint, int> expected = [];
        TermMap<int> map = new();
        TermSet set = new();
        for (int n = 0; n < 5_000; n++)
        {
            uint term = Term(random);
            if (random.Next(2) == 0)
            {
                map[term] = expected[term] = n;
            }
            else
            {
                Assert.That(map.TryAdd(term, n), Is.EqualTo(expected.TryAdd(term, n)));
            }

            set.Add(term);
        }

        Assert.That(map.Count, Is.EqualTo(expected.Count));
        Assert.That(map.Keys, Is.EquivalentTo(expected.Keys));
        for (int n = 0; n < 20_000; n++)
        {
            uint term = Term(random);
            bool known = expected.TryGetValue(term, out int value);
            Assert.That(map.TryGetValue(term, out int found), Is.EqualTo(known));
            Assert.That(known ? found : 0, Is.EqualTo(value));
            Assert.That(map.GetValueOrDefault(term), Is.EqualTo(value));
            Assert.That(map.ContainsKey(term), Is.EqualTo(known));
            Assert.That(set.Contains(term), Is.EqualTo(known));
        }
    }

    [Test]
    public void Find_EveryWordOfTheTable_GivesTheStemThatTheStemmerGives()
    {
        Span<char> folded = stackalloc char[WordFolding.MaxLength];
        foreach (string[] row in EmbeddedData.Rows("document_frequencies.tsv"))
        {
            int n = WordFolding.Fold(row[0], folded);
            uint term = TermHash.OfFolded(folded[..n]);
            KnownWord known = BackgroundFrequencies.Default.Find(term);
            ushort word = known.Word;
            Assert.That(word > 0, Is.EqualTo(row[0] != "*"), row[0]);
            Assert.That(word, Is.EqualTo(BackgroundFrequencies.Default.NumberOf(term)), row[0]);
            if (row[0] != "*")
            {
                bool isStopWord = StopWords.Contains(term);
                Assert.That(known.Flags, Is.EqualTo(isStopWord ? TokenFlags.StopWord : TokenFlags.None), row[0]);
                Assert.That(known.Stem, Is.EqualTo(isStopWord ? term : TermHash.OfFolded(folded[..Stemmer.Stem(folded, n)])), row[0]);
            }
        }
    }

    [Test]
    public void WordMap_NumberedAndOtherWords_AnswersAsTheMapItIsMadeFrom()
    {
        Random random = new(5);
        TermMap<int> table = new();
        foreach (string[] row in EmbeddedData.Rows("document_frequencies.tsv"))
        {
            if (random.Next(3) == 0)
            {
                table[TermHash.Of(row[0])] = random.Next(1, 100);
            }
        }

        const string text = "The harbour of Quillmouth, said Zorvath (who knows?), closed on 3 May; nobody minded xyzzyish fog.";
        table[TermHash.Of("Zorvath")] = 7;
        table[TermHash.Of(",")] = 8;
        WordMap<int> words = new(table);
        foreach (Token token in TextAnalyzer.Sentence(text + string.Join(' ', EmbeddedData.Rows("document_frequencies.tsv").Select(static r => r[0]))).Tokens)
        {
            Assert.That(words.Of(token), Is.EqualTo(table.GetValueOrDefault(token.Term)), token.ToString());
            Assert.That(BackgroundFrequencies.Default.IdfOfStem(token), Is.EqualTo(BackgroundFrequencies.Default.IdfOfStem(token.Stem)), token.ToString());
            Assert.That(words.Of(new Token(token.Start, token.Length, token.Kind, token.Flags, token.Term)), Is.EqualTo(words.Of(token)));
        }
    }

    // Few distinct high halves, so that slots are contended for.
    private static uint Term(Random random) => random.Next(50) == 0 ? 0 : (uint)(random.Next(40) << 26) | (uint)random.Next(60);
}
