namespace StoryCompare.Alignment;

/// <summary>One distinct content word of a sentence.</summary>
/// <param name="Stem">Hash of its stem; a number's digits.</param>
/// <param name="Root">Hash of the word's first letters: joins "Peru" and "Peruvian", "investigate" and "investigation".</param>
/// <param name="Group">Key of the folded name it belongs to, 0 for none.</param>
/// <param name="Weight">Inverse document frequency in background news, capped.</param>
/// <param name="StoryWeight">The same, lowered for words that many sentences of the story hold.</param>
/// <param name="FirstClass">Index into <see cref="SentenceProfile.Classes"/>.</param>
/// <param name="ClassCount">Number of its act classes.</param>
/// <param name="ClassBits">Bits that two words of one class, or of opposed ones, have in common; others may by chance.</param>
/// <param name="Kind">Name, number or plain word.</param>
internal readonly record struct ProfileWord(uint Stem, uint Root, uint Group, float Weight, float StoryWeight, short FirstClass, byte ClassCount, ulong ClassBits, ProfileWordKind Kind);

/// <summary>What a content word is, told from its writing alone.</summary>
internal enum ProfileWordKind : byte
{
    /// <summary>A lower-case word.</summary>
    Plain,
    /// <summary>Written with a capital inside a sentence.</summary>
    Name,
    /// <summary>Digits or a number word.</summary>
    Number,
}

/// <summary>A sentence as the aligner compares it: sets of hashes, sorted, so that two sentences are compared by merging.</summary>
internal sealed class SentenceProfile
{
    /// <summary>Distinct content words by <see cref="ProfileWord.Stem"/>.</summary>
    public required ProfileWord[] Words { get; init; }
    /// <summary>Act classes of the words, word by word.</summary>
    public required ushort[] Classes { get; init; }
    /// <summary>Stems of the content words in text order, at most <see cref="SentenceProfiler.MaxSequence"/>.</summary>
    public required uint[] Sequence { get; init; }
    /// <summary>Stems of all words and keys of numbers in text order, at most <see cref="SentenceProfiler.MaxSequence"/>.</summary>
    public required uint[] WordSequence { get; init; }
    /// <summary>Weight of each of <see cref="WordSequence"/> in the statement: nothing for the words that frame it, less for stop words.</summary>
    public required float[] StatementWeights { get; init; }
    /// <summary>Distinct hashes of neighbouring words, stop words included, sorted.</summary>
    public required uint[] Bigrams { get; init; }
    /// <summary>Distinct stems of all words and numbers, stop words included, sorted.</summary>
    public required uint[] Stems { get; init; }
    /// <summary>Distinct hashes of four characters, sorted.</summary>
    public required uint[] Grams { get; init; }
    /// <summary>For each of <see cref="Grams"/>, its share of the weight of its word.</summary>
    public required float[] GramWeights { get; init; }
    /// <summary>Sum of <see cref="GramWeights"/>.</summary>
    public required float GramMass { get; init; }
    /// <summary>Distinct stems of content words inside quotation marks, sorted.</summary>
    public required uint[] Quoted { get; init; }
    /// <summary>Keys of the months and years it names as the time of its event, sorted. See <see cref="TimeAnchors"/>.</summary>
    public required uint[] Distant { get; init; }
    /// <summary>Whether it names a day of the week.</summary>
    public required bool Near { get; init; }
    /// <summary>Hash of all words in order: equal for sentences that differ in punctuation alone.</summary>
    public required ulong Wording { get; init; }
    /// <summary>Number of words and numbers, stop words included.</summary>
    public required int Length { get; init; }
    /// <summary>Number of negations, modulo 2.</summary>
    public required bool Negated { get; init; }
    /// <summary>Whether it is its article's title.</summary>
    public required bool IsTitle { get; init; }
    /// <summary>Whether it opens with a reporting frame: "the agency reported on Sunday that".</summary>
    public required bool IsReported { get; init; }
    /// <summary>Sum of <see cref="ProfileWord.Weight"/>.</summary>
    public required float Mass { get; init; }
    /// <summary>Sum of <see cref="ProfileWord.StoryWeight"/>.</summary>
    public float StoryMass { get; private set; }

    /// <summary>Lowers the story weights of words that many sentences of the story hold. Called once, before the profile is shared.</summary>
    /// <remarks>A word that every sentence of the story holds tells next to nothing about which two belong together: it keeps a tenth of its weight.</remarks>
    public void WeighForStory(Dictionary<uint, int> holders, int sentences)
    {
        double scale = 1 / Math.Log(sentences + 1.0);
        float mass = 0;
        for (int i = 0; i < Words.Length; i++)
        {
            double own = Math.Log((sentences + 1.0) / (holders[Words[i].Stem] + 1.0)) * scale;
            float weight = (float)(Words[i].Weight * (0.1 + (0.9 * Math.Max(0, own))));
            Words[i] = Words[i] with { StoryWeight = weight };
            mass += weight;
        }

        StoryMass = mass;
    }

    public ReadOnlySpan<ushort> ClassesOf(in ProfileWord word) => Classes.AsSpan(word.FirstClass, word.ClassCount);
}
