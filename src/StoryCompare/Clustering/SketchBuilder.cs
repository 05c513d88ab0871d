using StoryCompare.Analysis;
using StoryCompare.Names;
using StoryCompare.Text;

namespace StoryCompare.Clustering;

/// <summary>Reads the countable features of articles. Reusable, one thread at a time.</summary>
internal sealed class SketchBuilder
{
    /// <summary>The lead: the first sentences, up to this many tokens.</summary>
    private const int LeadTokens = 60;
    /// <summary>Tokens read of an article: what comes later in very long pages is seldom the event. Bounds the work and the index.</summary>
    private const int MaxTokens = 3000;
    private const uint NameSalt = 0x9E3779B9;
    private const uint NumberSalt = 0x85EBCA6B;
    private const uint EntitySalt = 0xC2B2AE35;

    // Hash and rarity of each occurrence, as hash << 8 | rarity.
    private readonly List<ulong>[] _keys = [.. Enumerable.Range(0, ArticleSketch.Channels).Select(static _ => new List<ulong>(256))];
    private readonly HashSet<uint> _namesInside = [];
    private readonly List<uint> _all = new(1024);
    private readonly List<byte> _counts = new(1024);
    private readonly List<byte> _rarities = new(1024);
    private readonly HashSorter _sorter = new();
    private byte _weekdays;
    private ulong _days;
    private ulong _content;

    public ArticleSketch Build(AnalyzedArticle article)
    {
        foreach (List<ulong> channel in _keys)
        {
            channel.Clear();
        }

        _namesInside.Clear();
        _weekdays = 0;
        _days = 0;
        _content = 14695981039346656037;
        TokenizedText text = article.Text;
        TokenizedText title = article.Cleaned.TitleSpan is null ? article.Cleaned.TitleText : TokenizedText.Empty;
        CollectInnerNames(text);
        int read = 0;
        bool titled = title.Tokens.Length > 0;
        if (titled)
        {
            AddSentence(title.Tokens, isTitle: true, isLead: true);
        }

        int lead = 0;
        foreach (Sentence sentence in text.Sentences)
        {
            if (sentence.Kind == SentenceKind.Embed || read > MaxTokens)
            {
                continue;
            }

            bool isTitle = sentence.Kind == SentenceKind.Title;
            bool isLead = !isTitle && sentence.Kind == SentenceKind.Body && lead < LeadTokens;
            int count = Math.Min(sentence.TokenCount, MaxTokens);
            AddSentence(text.Tokens.AsSpan(sentence.FirstToken, count), isTitle, isTitle || isLead);
            lead += isLead ? count : 0;
            read += count;
        }

        foreach (ArticleEntity entity in article.Names.Entities)
        {
            Add(Channel.Names, Mix(entity.Key, EntitySalt), RarityOf(entity.Form));
        }

        return Pack(article.Published);
    }

    private void Add(Channel channel, uint key, byte rarity) => _keys[(int)channel].Add((ulong)key << 8 | rarity);

    // As rare as its rarest word, when it has one; else rarer still, as pairs are.
    private static byte RarityOf(string name)
    {
        byte rarity = 0;
        int words = 0;
        foreach (Range word in name.AsSpan().Split(' '))
        {
            byte one = Rarity.OfTerm(TermHash.Of(name.AsSpan(word)));
            rarity = words++ == 0 ? one : Rarity.OfPair(rarity, one);
        }

        return rarity;
    }

    private void CollectInnerNames(TokenizedText text)
    {
        foreach (Sentence sentence in text.Sentences)
        {
            if (sentence.Kind != SentenceKind.Body)
            {
                continue;
            }

            ReadOnlySpan<Token> tokens = text.TokensOf(sentence);
            for (int i = 1; i < tokens.Length; i++)
            {
                if (tokens[i].IsCapitalised && tokens[i].IsWord && tokens[i - 1].IsWord)
                {
                    _namesInside.Add(tokens[i].Term);
                }
            }
        }
    }

    private void AddSentence(ReadOnlySpan<Token> tokens, bool isTitle, bool isLead)
    {
        uint previous = 0;
        byte previousRarity = 0;
        int month = 0;
        int run = 0;
        uint runKey = 0;
        byte runRarity = 0;
        for (int i = 0; i < tokens.Length; i++)
        {
            ref readonly Token token = ref tokens[i];
            if (!token.IsContent || token.Length < 2 && token.Kind == TokenKind.Word)
            {
                run = token.IsWord || token.Kind == TokenKind.Punctuation ? 0 : run;
                month = token.Kind == TokenKind.Punctuation ? month : 0;
                continue;
            }

            _content = (_content ^ token.Term) * 1099511628211;
            uint key = token.Stem;
            bool isNumber = token.Kind == TokenKind.Number;
            bool isName = !isNumber && token.IsCapitalised && _namesInside.Contains(token.Term);
            byte rarity = isNumber ? Rarity.OfNumber(token.Length) : Rarity.OfStem(key);
            Add(Channel.Words, key, rarity);
            if (previous != 0)
            {
                Add(Channel.Bigrams, Mix(previous, key), Rarity.OfPair(previousRarity, rarity));
            }

            (previous, previousRarity) = (key, rarity);
            if (isTitle)
            {
                Add(Channel.Title, key, rarity);
            }

            if (isLead)
            {
                Add(Channel.Lead, key, rarity);
                month = ReadDate(token, isNumber, month);
                if (!isName && !isNumber)
                {
                    Add(Channel.Act, key, rarity);
                }
            }

            if (isName && CalendarWords.Weekday(token.Term) < 0 && CalendarWords.Month(token.Term) == 0)
            {
                uint name = Mix(token.Term, NameSalt);
                Add(Channel.Names, name, rarity);
                (runKey, runRarity) = run == 0 ? (name, rarity) : (Mix(runKey, name), Rarity.OfPair(runRarity, rarity));
                if (++run > 1)
                {
                    Add(Channel.Names, runKey, runRarity);
                }
            }
            else
            {
                run = 0;
            }

            if (isNumber)
            {
                Add(Channel.Numbers, Mix(token.Term, NumberSalt), rarity);
            }
        }
    }

    private int ReadDate(in Token token, bool isNumber, int month)
    {
        if (isNumber)
        {
            // A day of a month: a number of one or two digits right behind the month's name. Its hash is compared, so it is looked up.
            int day = month == 0 ? 0 : CalendarWords.DayOfMonth(token.Term);
            if (day > 0 && _days >> 48 == 0)
            {
                _days = _days << 16 | (uint)(month * 32 + day);
            }

            return 0;
        }

        int weekday = CalendarWords.Weekday(token.Term);
        if (weekday >= 0)
        {
            _weekdays |= (byte)(1 << weekday);
        }

        return token.IsCapitalised ? CalendarWords.Month(token.Term) : 0;
    }

    private ArticleSketch Pack(PublicationDate published)
    {
        _all.Clear();
        _counts.Clear();
        _rarities.Clear();
        ushort[] ends = new ushort[ArticleSketch.Channels];
        for (int c = 0; c < ends.Length; c++)
        {
            Span<ulong> keys = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_keys[c]);
            _sorter.Sort(keys);
            for (int i = 0; i < keys.Length;)
            {
                int j = i + 1;
                while (j < keys.Length && keys[j] >> 8 == keys[i] >> 8)
                {
                    j++;
                }

                _all.Add((uint)(keys[i] >> 8));
                _rarities.Add((byte)keys[i]);
                _counts.Add((byte)Math.Min(255, j - i));
                i = j;
            }

            ends[c] = (ushort)_all.Count;
        }

        EventTime when = new(published.From?.DayNumber ?? int.MinValue, published.To?.DayNumber ?? int.MaxValue, _weekdays, _days);
        return new ArticleSketch([.. _all], [.. _counts], [.. _rarities], ends, when, _content);
    }

    /// <summary>Hash of an ordered pair, well spread in all bits.</summary>
    internal static uint Mix(uint a, uint b)
    {
        ulong h = (a * 0x9E3779B97F4A7C15UL) ^ (b + 0x7F4A7C15UL) * 0xD6E8FEB86659FD93UL;
        h ^= h >> 32;
        h *= 0xD6E8FEB86659FD93UL;
        return (uint)(h >> 32);
    }
}
