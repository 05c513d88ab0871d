using StoryCompare.Alignment;
using StoryCompare.Claims.Slots;

namespace StoryCompare.Claims.Conflicts;

/// <summary>The sentences of a story by the stems of their content words. Linear to build, built when first asked.</summary>
internal sealed class WordIndex
{
    // Sentences of one word that are looked at; a word of more tells nothing.
    private const int MostPerWord = 200;

    private readonly Lazy<Dictionary<uint, List<SentenceRef>>> _byStem;

    public WordIndex(StoryContext story) => _byStem = new(() => ByStem(story));

    /// <summary>Sentences that hold one of the stems, in order.</summary>
    public IEnumerable<SentenceRef> WithAny(IEnumerable<uint> stems)
    {
        Dictionary<uint, List<SentenceRef>> byStem = _byStem.Value;
        return stems.SelectMany(s => byStem.GetValueOrDefault(s) is { Count: <= MostPerWord } list ? list : []).Distinct().OrderBy(static at => at.Article).ThenBy(static at => at.Sentence);
    }

    /// <summary>Sentences that hold <paramref name="least"/> of the words or more, in order.</summary>
    public IEnumerable<SentenceRef> WithWords(IEnumerable<SlotWord> words, int least)
    {
        Dictionary<uint, List<SentenceRef>> byStem = _byStem.Value;
        return words.Select(static w => w.Stem).Distinct()
            .SelectMany(s => byStem.GetValueOrDefault(s) is { Count: <= MostPerWord } list ? list : [])
            .GroupBy(static at => at).Where(g => g.Count() >= least).Select(static g => g.Key)
            .OrderBy(static at => at.Article).ThenBy(static at => at.Sentence);
    }

    private static Dictionary<uint, List<SentenceRef>> ByStem(StoryContext story)
    {
        Dictionary<uint, List<SentenceRef>> byStem = [];
        foreach (SentenceRef at in story.Statements())
        {
            foreach (uint stem in story.Slots(at).Words.Select(static w => w.Stem).Distinct())
            {
                if (!byStem.TryGetValue(stem, out List<SentenceRef>? list))
                {
                    byStem[stem] = list = [];
                }

                list.Add(at);
            }
        }

        return byStem;
    }
}
