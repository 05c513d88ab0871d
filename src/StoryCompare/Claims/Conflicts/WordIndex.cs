using System.Runtime.InteropServices;
using StoryCompare.Alignment;
using StoryCompare.Claims.Slots;

namespace StoryCompare.Claims.Conflicts;

/// <summary>The sentences of a story by the stems of their content words. Linear to build, built when first asked.</summary>
internal sealed class WordIndex
{
    // Sentences of one word that are looked at; a word of more tells nothing.
    private const int MostPerWord = 200;

    private readonly Lazy<Places> _places;

    public WordIndex(StoryContext story) => _places = new(() => new Places(story));

    /// <summary>Sentences that hold one of the stems, in order.</summary>
    public List<SentenceRef> WithAny(IEnumerable<uint> stems) => With(stems, 1);

    /// <summary>Sentences that hold <paramref name="least"/> of the words or more, in order.</summary>
    public List<SentenceRef> WithWords(IEnumerable<SlotWord> words, int least) => With(words.Select(static w => w.Stem), least);

    private List<SentenceRef> With(IEnumerable<uint> stems, int least)
    {
        List<SentenceRef> found = [];
        foreach (uint stem in stems.Distinct())
        {
            _places.Value.AddTo(found, stem);
        }

        found.Sort(static (a, b) => a.Place.CompareTo(b.Place));
        List<SentenceRef> held = [];
        for (int i = 0, first = 0; i < found.Count; i++)
        {
            first = found[i] == found[first] ? first : i;
            if (i - first + 1 == least)
            {
                held.Add(found[i]);
            }
        }

        return held;
    }

    // The places of a stem lead from the last to the first: a story has thousands of stems, most of one sentence, and a list for each would cost more than all else.
    private sealed class Places
    {
        private readonly Dictionary<uint, (int Last, int Count)> _byStem = [];
        private readonly List<(SentenceRef At, int Before)> _all = [];

        public Places(StoryContext story)
        {
            foreach (SentenceRef at in story.Statements())
            {
                foreach (SlotWord w in story.Slots(at).Words)
                {
                    ref (int Last, int Count) place = ref CollectionsMarshal.GetValueRefOrAddDefault(_byStem, w.Stem, out bool known);
                    int before = known ? place.Last : -1;
                    if (before < 0 || _all[before].At != at)
                    {
                        place = (_all.Count, place.Count + 1);
                        _all.Add((at, before));
                    }
                }
            }
        }

        public void AddTo(List<SentenceRef> found, uint stem)
        {
            (int last, int count) = _byStem.GetValueOrDefault(stem, (-1, 0));
            for (int i = count <= MostPerWord ? last : -1; i >= 0; i = _all[i].Before)
            {
                found.Add(_all[i].At);
            }
        }
    }
}
