using StoryCompare.Alignment;
using StoryCompare.Claims.Slots;

namespace StoryCompare.Claims.Conflicts;

/// <summary>The sentences of a story by the stems of their content words. Linear to build, built when first asked.</summary>
internal sealed class WordIndex(StoryContext story)
{
    // Sentences of one word that are looked at; a word of more tells nothing.
    private const int MostPerWord = 200;

    private Dictionary<uint, List<SentenceRef>>? _byStem;

    /// <summary>Sentences that hold one of the stems, in order.</summary>
    public IEnumerable<SentenceRef> WithAny(IEnumerable<uint> stems)
    {
        _byStem ??= ByStem();
        return stems.SelectMany(s => _byStem.GetValueOrDefault(s) is { Count: <= MostPerWord } list ? list : []).Distinct().OrderBy(static at => at.Article).ThenBy(static at => at.Sentence);
    }

    /// <summary>Sentences that hold <paramref name="least"/> of the words or more, in order.</summary>
    public IEnumerable<SentenceRef> WithWords(IEnumerable<SlotWord> words, int least)
    {
        _byStem ??= ByStem();
        return words.Select(static w => w.Stem).Distinct()
            .SelectMany(s => _byStem.GetValueOrDefault(s) is { Count: <= MostPerWord } list ? list : [])
            .GroupBy(static at => at).Where(g => g.Count() >= least).Select(static g => g.Key)
            .OrderBy(static at => at.Article).ThenBy(static at => at.Sentence);
    }

    private Dictionary<uint, List<SentenceRef>> ByStem()
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
