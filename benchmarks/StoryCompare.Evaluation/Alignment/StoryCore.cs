using StoryCompare.Alignment;

namespace StoryCompare.Evaluation.Alignment;

/// <summary>What the articles of a story tell in common, by word: how many of them hold it.</summary>
/// <remarks>Two sentences of one event share one of its acts most often where both tell what all articles tell, whatever words they share with each other.</remarks>
internal sealed class StoryCore
{
    private const int MinArticles = 3;
    private const int Most = 3;

    private readonly Dictionary<uint, int> _holders = [];
    private int _articles;

    /// <summary>Adds an article of the story.</summary>
    public void Add(HashSet<uint> stems)
    {
        _articles++;
        foreach (uint stem in stems)
        {
            _holders[stem] = _holders.GetValueOrDefault(stem) + 1;
        }
    }

    /// <summary>How central a sentence of one of the articles is: by its most central words, as a share of the sentence, in all. 0 where the others are too few to tell.</summary>
    public (float Most, float Share, float Sum) Of(SentenceProfile sentence, HashSet<uint> own)
    {
        if (_articles < MinArticles)
        {
            return default;
        }

        float[] central = [.. sentence.Words
            .Select(w => w.Weight * (_holders.GetValueOrDefault(w.Stem) - (own.Contains(w.Stem) ? 1 : 0)) / (_articles - 1f))
            .OrderDescending()];
        float sum = central.Sum();
        return (central.Take(Most).Sum() / 15, sum / Math.Max(0.01f, sentence.Mass), sum / 30);
    }
}
