using System.Runtime.InteropServices;
using StoryCompare.Internals;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;

namespace StoryCompare.Alignment;

/// <summary>Makes profiles. Holds buffers: one profiler a thread.</summary>
internal sealed class SentenceProfiler
{
    /// <summary>Content words compared in order; a longer "sentence" (a list, a table) is compared by its first ones.</summary>
    public const int MaxSequence = 64;

    /// <summary>Words beyond this many distinct ones are left out: no sentence of news is that long.</summary>
    public const int MaxWords = 160;

    // A word seen in no background document is most often a typing error or a rare name: it must not outweigh the rest.
    private const double MaxWeight = 7.5;
    private const int RootLength = 5;

    // "Said", "reported" and their like frame a statement and are no part of it: any two reports share them.
    private const float SayWeight = 0.3f;

    // Who said it is told before "reported on Sunday that": two houses' frames are alike where the statements are not.
    // Not for nothing, though: one speaker's words of one day are more often the same words than any two sentences are.
    private const float SpeechWeight = 0.5f;
    private const int MaxFrame = 24;
    private const int MaxToThat = 6;

    private static readonly uint That = TermHash.Of("that");

    private static readonly ushort Say = (ushort)ActLexicon.Default.ClassNamed("say");

    private static readonly TermSet Negations = TermHash.SetOf("not", "no", "never", "without", "neither", "nor", "none", "cannot", "nobody", "nothing");

    private readonly List<ActMention> _mentions = [];
    private readonly List<ProfileWord> _words = [];
    private readonly List<ushort> _classes = [];
    private readonly List<uint> _sequence = [];
    private readonly List<uint> _order = [];
    private readonly List<float> _statement = [];
    private readonly List<uint> _bigrams = [];
    // Hash of a gram above, bits of its weight below, turned round: in order of grams, the heaviest of equal ones first, and sorted as plain numbers.
    private readonly List<ulong> _grams = [];
    private readonly List<uint> _quoted = [];
    private readonly List<uint> _stems = [];
    private readonly List<uint> _distant = [];
    private readonly HashSet<uint> _seen = [];
    private float[] _asides = new float[128];

    /// <summary>The profile of a sentence.</summary>
    public SentenceProfile Profile(SentenceSource source)
    {
        TokenizedText text = source.Text;
        ReadOnlySpan<Token> tokens = text.Tokens.AsSpan(source.FirstToken, source.TokenCount);
        ReadOnlySpan<uint> groupOfToken = source.NameKeys;
        ReadOnlySpan<bool> speech = source.Speech;
        Clear();
        ActLexicon.Default.Find(tokens, _mentions);
        ulong wording = 14695981039346656037;
        uint previous = 1;
        int length = 0;
        int mention = 0;
        bool negated = false;
        bool quoting = false;
        bool opened = false;
        bool mostlyCapitals = MostlyCapitals(tokens);
        int frame = FrameLength(tokens);
        SpeechFrame around = SpeechFrame.Of(tokens, CollectionsMarshal.AsSpan(_mentions));
        Span<float> asides = AsidesOf(text, tokens);
        for (int i = 0; i < tokens.Length; i++)
        {
            Token token = tokens[i];
            ReadOnlySpan<char> chars = text.Chars(token);
            if (token.Kind > TokenKind.Number)
            {
                quoting = QuotingAfter(chars[0], quoting);
                continue;
            }

            if (length++ < MaxSequence)
            {
                uint number = NumberWords.KeyOf(token, chars);
                _order.Add(number != 0 ? number : token.Stem);
                float weight = around.Holds(i) ? 0 : asides[i] * Statements.WeightOf(token.IsContent, KindOf(token, number, i, mostlyCapitals));
                bool opens = token.IsContent && !opened && weight > 0;
                opened |= opens;
                _statement.Add(opens ? weight * Statements.SubjectWeight : weight);
            }

            wording = (wording ^ token.Term) * 1099511628211;
            negated ^= Negations.Contains(token.Term) || chars.EndsWith("n't", StringComparison.Ordinal) || chars.EndsWith("n’t", StringComparison.Ordinal);
            if (i >= frame)
            {
                _bigrams.Add(unchecked((previous * 31) + token.Stem));
                previous = token.Stem;
                _stems.Add(token.Stem);
                AddGrams(token, chars);
            }

            while (mention < _mentions.Count && _mentions[mention].FirstToken + _mentions[mention].TokenCount <= i)
            {
                mention++;
            }

            if (token.IsContent)
            {
                AddWord(token, chars, i, mention, mostlyCapitals, groupOfToken, quoting, i < frame || (i < speech.Length && speech[i]) ? SpeechWeight : 1);
            }
        }

        bool near = TimeAnchors.Find(text, tokens, _distant);
        return Finish(wording, length, negated, source.IsTitle, frame > 0, near);
    }

    private Span<float> AsidesOf(TokenizedText text, ReadOnlySpan<Token> tokens)
    {
        if (_asides.Length < tokens.Length)
        {
            _asides = new float[tokens.Length * 2];
        }

        Span<float> shares = _asides.AsSpan(0, tokens.Length);
        Asides.Weigh(text, tokens, shares);
        return shares;
    }

    private static bool QuotingAfter(char c, bool quoting) => c switch
    {
        '\u201C' or '\u00AB' => true,
        '\u201D' or '\u00BB' => false,
        '"' => !quoting,
        _ => quoting,
    };

    // In headlines and in capitals the first letter says nothing about names.
    private static bool MostlyCapitals(ReadOnlySpan<Token> tokens)
    {
        int words = 0;
        int capitals = 0;
        foreach (Token t in tokens)
        {
            if (t.IsWord && t.IsContent)
            {
                words++;
                capitals += t.IsCapitalised ? 1 : 0;
            }
        }

        return capitals * 4 > words * 3;
    }

    // Tokens up to the "that" of an opening "X reported on Sunday that"; 0 where there is none.
    private int FrameLength(ReadOnlySpan<Token> tokens)
    {
        foreach (ActMention m in CollectionsMarshal.AsSpan(_mentions))
        {
            int end = m.FirstToken + m.TokenCount;
            if (m.FirstToken >= MaxFrame)
            {
                break;
            }

            for (int i = end; m.Class == Say && i < Math.Min(tokens.Length, end + MaxToThat); i++)
            {
                if (tokens[i].Term == That)
                {
                    return i;
                }
            }
        }

        return 0;
    }

    private void Clear()
    {
        _mentions.Clear();
        _words.Clear();
        _classes.Clear();
        _sequence.Clear();
        _order.Clear();
        _statement.Clear();
        _bigrams.Clear();
        _grams.Clear();
        _quoted.Clear();
        _stems.Clear();
        _distant.Clear();
        _seen.Clear();
    }

    private void AddWord(in Token token, ReadOnlySpan<char> chars, int index, int mention, bool mostlyCapitals, ReadOnlySpan<uint> groups, bool quoting, float share)
    {
        uint number = NumberWords.KeyOf(token, chars);
        uint stem = number != 0 ? number : token.Stem;
        if (_sequence.Count < MaxSequence)
        {
            _sequence.Add(stem);
        }

        if (quoting)
        {
            _quoted.Add(stem);
        }

        if (_words.Count == MaxWords || !_seen.Add(stem))
        {
            return;
        }

        short firstClass = (short)_classes.Count;
        ulong bits = 0;
        for (int m = mention; m < _mentions.Count && _mentions[m].FirstToken <= index; m++)
        {
            _classes.Add(_mentions[m].Class);
            bits |= ActLexicon.Default.BitsOf(_mentions[m].Class);
        }

        ProfileWordKind kind = KindOf(token, number, index, mostlyCapitals);
        float idf = (float)WeightOf(token) * share;
        if (_classes.Count > firstClass && _classes.IndexOf(Say, firstClass) >= 0)
        {
            idf *= SayWeight;
        }

        _words.Add(new ProfileWord(stem, number != 0 ? number : RootOf(chars), index < groups.Length ? groups[index] : 0, idf, idf, firstClass, (byte)(_classes.Count - firstClass), bits, kind));
    }

    private static ProfileWordKind KindOf(in Token token, uint number, int index, bool mostlyCapitals) =>
        number != 0 ? ProfileWordKind.Number
        : token.IsCapitalised && !mostlyCapitals && index > 0 ? ProfileWordKind.Name
        : ProfileWordKind.Plain;

    private static uint RootOf(ReadOnlySpan<char> chars)
    {
        Span<char> folded = stackalloc char[WordFolding.MaxLength];
        int n = WordFolding.Fold(chars, folded);
        return TermHash.OfFolded(folded[..Math.Min(n, RootLength)]);
    }

    private void AddGrams(in Token token, ReadOnlySpan<char> chars)
    {
        Span<char> padded = stackalloc char[WordFolding.MaxLength + 1];
        padded[0] = ' ';
        int n = WordFolding.Fold(chars, padded[1..]) + 1;
        float weight = (float)WeightOf(token) / Math.Max(1, n - 2);
        for (int i = 0; i + 3 <= n; i++)
        {
            _grams.Add(((ulong)TermHash.OfFolded(padded.Slice(i, Math.Min(4, n - i))) << 32) | ~BitConverter.SingleToUInt32Bits(weight));
        }
    }

    private static double WeightOf(in Token token) => Math.Min(MaxWeight, BackgroundFrequencies.Default.IdfOfStem(token));

    private SentenceProfile Finish(ulong wording, int length, bool negated, bool title, bool reported, bool near)
    {
        _words.Sort(static (a, b) => a.Stem.CompareTo(b.Stem));
        float mass = 0;
        foreach (ProfileWord w in CollectionsMarshal.AsSpan(_words))
        {
            mass += w.Weight;
        }

        uint[] grams = DistinctGrams(out float[] weights);
        return new SentenceProfile
        {
            Words = [.. _words],
            Classes = [.. _classes],
            Sequence = [.. _sequence],
            WordSequence = [.. _order],
            StatementWeights = [.. _statement],
            Bigrams = Distinct(_bigrams),
            Stems = Distinct(_stems),
            Grams = grams,
            GramWeights = weights,
            GramMass = weights.Sum(),
            Quoted = Distinct(_quoted),
            Distant = Distinct(_distant),
            Near = near,
            Wording = wording,
            Length = length,
            Negated = negated,
            IsTitle = title,
            IsReported = reported,
            Mass = mass,
        };
    }

    private static uint[] Distinct(List<uint> values)
    {
        values.Sort();
        Span<uint> all = CollectionsMarshal.AsSpan(values);
        int n = 0;
        for (int i = 0; i < all.Length; i++)
        {
            if (i == 0 || all[i] != all[i - 1])
            {
                all[n++] = all[i];
            }
        }

        return all[..n].ToArray();
    }

    // The first of equal grams keeps the larger weight.
    private uint[] DistinctGrams(out float[] weights)
    {
        _grams.Sort();
        int n = 0;
        for (int i = 0; i < _grams.Count; i++)
        {
            if (i == 0 || _grams[i] >> 32 != _grams[n - 1] >> 32)
            {
                _grams[n++] = _grams[i];
            }
        }

        uint[] grams = new uint[n];
        weights = new float[n];
        for (int i = 0; i < n; i++)
        {
            grams[i] = (uint)(_grams[i] >> 32);
            weights[i] = BitConverter.UInt32BitsToSingle(~(uint)_grams[i]);
        }

        return grams;
    }
}
