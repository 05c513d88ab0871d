using StoryCompare.Internals;

namespace StoryCompare.Clustering.Live;

/// <summary>The clusterer in a file. What follows from the rest (counts, postings, the order of expiry) is made anew when it is read.</summary>
internal sealed partial class OnlineClusterer
{
    private const byte Pinned = 1;
    private const byte Stands = 2;
    private const byte Embedded = 4;
    private const int EmbeddedAtOnce = 256;

    public void Write(CheckedWriter writer)
    {
        writer.Int32(_nextText);
        writer.Int32(_nextStory);
        writer.Int64(_nextOrder);
        foreach (int minute in _clock.Latest)
        {
            writer.Int32(minute);
        }

        (long same, long pairs) = _scorer.Prior.Sums;
        writer.Int64(same);
        writer.Int64(pairs);
        writer.Int32(_statistics.Size);
        writer.Count(_texts.Count);
        foreach (HeldText text in _texts.All())
        {
            Write(writer, text);
        }

        (uint Key, int Text)[] floors = [.. _index.Floors(_texts.Oldest)];
        writer.Count(floors.Length);
        foreach ((uint key, int text) in floors)
        {
            writer.UInt32(key);
            writer.Int32(text);
        }

        if (_embeddings?.Count > 0)
        {
            _embeddings.Write(writer);
        }
    }

    /// <summary>Takes in what was written; the clusterer holds nothing yet.</summary>
    /// <param name="reader">Where it was written to.</param>
    /// <param name="read">Reads an article anew, when its features come from another version of the library; null when they hold.</param>
    /// <exception cref="InvalidDataException">The content contradicts itself.</exception>
    public void Read(CheckedReader reader, Func<Article, ArticleSketch>? read)
    {
        _nextText = reader.Int32();
        _nextStory = reader.Int32();
        _nextOrder = reader.Int64();
        _clock.Set([.. _clock.Latest.Select(_ => reader.Int32())]);
        (long same, long pairs) = (reader.Int64(), reader.Int64());
        if (same < 0 || same > pairs)
        {
            throw reader.Wrong("the share of pairs that tell of one event is none");
        }

        _scorer.Prior = EventPrior.Of(same, pairs);
        int size = reader.Int32();
        int count = reader.Count(int.MaxValue, "the number of texts");
        List<HeldText> texts = [];
        Dictionary<ulong, HeldText> standing = [];
        Dictionary<int, float[]> embeddings = [];
        for (int i = 0; i < count; i++)
        {
            texts.Add(ReadText(reader, texts.Count == 0 ? -1 : texts[^1].Number, standing, embeddings));
        }

        if (!LiveStatistics.IsSize(size, texts.Count))
        {
            throw reader.Wrong("the table of counts has an impossible size");
        }

        int floors = reader.Count(int.MaxValue, "the number of full lists");
        for (int i = 0; i < floors; i++)
        {
            _index.SetFloor(reader.UInt32(), reader.Int32());
        }

        if (embeddings.Count > 0)
        {
            // A tracker without a generator reads over them.
            (_embeddings ?? new LiveEmbeddings(_texts)).Read(reader, embeddings);
        }

        foreach (HeldStory story in _stories.Values)
        {
            story.Forget();
            File(story);
        }

        if (read is null)
        {
            foreach (HeldText text in texts)
            {
                _texts.Add(text);
                _index.Add(text.Vectors, text.Number);
            }

            foreach (HeldText text in standing.Values)
            {
                _byContent.Set(text);
            }

            _statistics.Rebuild(size, texts);
            _scorer.Reserve(texts.Count);
        }
        else
        {
            ReadAnew(texts, read, embeddings);
        }

        if (embeddings.Count == 0 && _embeddings is not null && read is null)
        {
            EmbedAll();
        }
    }

    private void Write(CheckedWriter writer, HeldText text)
    {
        writer.Int32(text.Number);
        writer.Int32(text.Story!.Number);
        float[]? embedding = _embeddings?.Of(text);
        writer.Byte((byte)((text.IsPinned ? Pinned : 0) | (_byContent.Find(text.Content) == text ? Stands : 0) | (embedding is null ? 0 : Embedded)));
        writer.Int64((long)text.Content);
        if (embedding is not null)
        {
            LiveEmbeddings.Write(writer, embedding);
        }

        VectorsFormat.Write(writer, text.Vectors);
        writer.Count(text.Neighbours.Count);
        for (int i = 0; i < text.Neighbours.Count; i++)
        {
            writer.Int64((long)text.Neighbours.Raw(i));
        }

        writer.Count(text.Copies);
        foreach (HeldArticle article in text.Articles)
        {
            ArticleFormat.Write(writer, article);
        }
    }

    private HeldText ReadText(CheckedReader reader, int previous, Dictionary<ulong, HeldText> standing, Dictionary<int, float[]> embeddings)
    {
        int number = reader.Int32();
        int storyNumber = reader.Int32();
        byte flags = reader.Byte();
        ulong content = (ulong)reader.Int64();
        if (number <= previous || number >= _nextText || storyNumber < 1 || storyNumber > _nextStory || flags > (Pinned | Stands | Embedded))
        {
            throw reader.Wrong("a text has a number out of order");
        }

        if ((flags & Embedded) != 0)
        {
            embeddings[number] = LiveEmbeddings.Read(reader);
        }

        HeldText text = new(number, VectorsFormat.Read(reader), content) { IsPinned = (flags & Pinned) != 0 };
        if ((flags & Stands) != 0 && !standing.TryAdd(content, text))
        {
            throw reader.Wrong("two texts stand for one content");
        }

        int neighbours = reader.Count(NeighbourList.Most, "the number of neighbours");
        for (int i = 0; i < neighbours; i++)
        {
            if (!text.Neighbours.Append((ulong)reader.Int64()) || text.Neighbours.Number(i) == number)
            {
                throw reader.Wrong("neighbours are not in order");
            }

            if (text.Neighbours.Number(i) < 0 || text.Neighbours.Number(i) >= _nextText)
            {
                throw reader.Wrong("a neighbour has a number that no text ever had");
            }
        }

        int articles = reader.Count(int.MaxValue, "the number of copies");
        if (articles == 0)
        {
            throw reader.Wrong("a text has no article");
        }

        long last = -1;
        for (int i = 0; i < articles; i++)
        {
            HeldArticle article = ArticleFormat.Read(reader, _outlets);
            if (article.Order < 0 || article.Order >= _nextOrder || (i > 0 && article.Order <= last) || !_articles.TryAdd(article.Id, article))
            {
                throw reader.Wrong($"article '{article.Id}' is there twice or out of order");
            }

            text.Add(article);
            last = article.Order;
        }

        if (!_stories.TryGetValue(storyNumber, out HeldStory? story))
        {
            _stories[storyNumber] = story = new HeldStory(storyNumber);
        }

        story.Add(text);
        return text;
    }

    // Features of another version of the library compare with none of this one: texts are read again, in the order they came; who is where stays.
    private void ReadAnew(List<HeldText> texts, Func<Article, ArticleSketch> read, Dictionary<int, float[]> embeddings)
    {
        _scorer.Prior = default;
        _embeddings?.Forget();
        foreach (HeldText old in texts)
        {
            ArticleSketch sketch = read(old.First.Article);
            _statistics.Reserve(_texts.Count + 1, _texts.All());
            HeldText text = new(old.Number, _statistics.Weigh(sketch), sketch.Content) { IsPinned = old.IsPinned };
            foreach (HeldArticle article in old.Articles)
            {
                text.Add(article);
            }

            HeldStory story = old.Story!;
            story.Remove(old);
            story.Add(text);
            Enter(text, Near(text.Vectors), embeddings.GetValueOrDefault(text.Number) ?? Embed([text.First.Article])?[0]);
        }
    }

    // A file of a tracker that had no embeddings.
    private void EmbedAll()
    {
        foreach (HeldText[] block in _texts.All().Chunk(EmbeddedAtOnce))
        {
            float[][] vectors = Embed(block.Select(static t => t.First.Article))!;
            for (int i = 0; i < block.Length; i++)
            {
                _embeddings!.Add(block[i], vectors[i]);
            }
        }
    }
}
