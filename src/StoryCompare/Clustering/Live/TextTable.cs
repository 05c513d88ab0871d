namespace StoryCompare.Clustering.Live;

/// <summary>The held texts by number: eight bytes a text. Numbers rise, so blocks whose texts are all gone are let go.</summary>
internal sealed class TextTable
{
    private const int BlockBits = 10;

    private readonly List<Block?> _blocks = [];

    public int Count { get; private set; }

    /// <summary>Smallest number held; <see cref="int.MaxValue"/> when there is none. O(blocks).</summary>
    public int Oldest => All().FirstOrDefault()?.Number ?? int.MaxValue;

    public HeldText? Find(int number) => number >> BlockBits < _blocks.Count ? _blocks[number >> BlockBits]?.Texts[number & ((1 << BlockBits) - 1)] : null;

    public void Add(HeldText text)
    {
        int block = text.Number >> BlockBits;
        while (_blocks.Count <= block)
        {
            _blocks.Add(null);
        }

        _blocks[block] ??= new Block(new HeldText?[1 << BlockBits]);
        _blocks[block]!.Texts[text.Number & ((1 << BlockBits) - 1)] = text;
        _blocks[block]!.Count++;
        Count++;
    }

    public void Remove(HeldText text)
    {
        int block = text.Number >> BlockBits;
        _blocks[block]!.Texts[text.Number & ((1 << BlockBits) - 1)] = null;
        if (--_blocks[block]!.Count == 0)
        {
            _blocks[block] = null;
        }

        Count--;
    }

    /// <summary>All texts, by number.</summary>
    public IEnumerable<HeldText> All()
    {
        foreach (Block? block in _blocks)
        {
            foreach (HeldText? text in block?.Texts ?? [])
            {
                if (text is not null)
                {
                    yield return text;
                }
            }
        }
    }

    private sealed class Block(HeldText?[] texts)
    {
        public HeldText?[] Texts => texts;

        public int Count { get; set; }
    }
}
