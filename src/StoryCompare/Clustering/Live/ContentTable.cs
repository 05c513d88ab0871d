namespace StoryCompare.Clustering.Live;

/// <summary>The held text of each content hash, in four bytes a place: the texts know their hashes.</summary>
/// <remarks>Open addressing (linear probing, at most three quarters full); what is taken out leaves no gap.</remarks>
/// <param name="texts">The held texts, by number.</param>
internal sealed class ContentTable(TextTable texts)
{
    private const int FewestPlaces = 64;

    // Number of the text and one; 0 where a place is free.
    private int[] _places = new int[FewestPlaces];
    private int _count;

    /// <summary>The text that stands for a content; null when there is none.</summary>
    public HeldText? Find(ulong content) => At(Probe(content));

    /// <summary>Makes a text that is held the one that stands for its content.</summary>
    public void Set(HeldText text)
    {
        if ((_count + 1) * 4 > _places.Length * 3)
        {
            Resize(_places.Length * 2);
        }

        int place = Probe(text.Content);
        _count += _places[place] == 0 ? 1 : 0;
        _places[place] = text.Number + 1;
    }

    /// <summary>Takes a text out that is still held; nothing is done when another stands for its content.</summary>
    public void Remove(HeldText text)
    {
        int hole = Probe(text.Content);
        if (_places[hole] != text.Number + 1)
        {
            return;
        }

        _count--;
        _places[hole] = 0;
        for (int next = Next(hole); _places[next] != 0; next = Next(next))
        {
            // What stands behind moves into the hole when its home lies at the hole or before it, round the end.
            int home = Home(At(next)!.Content);
            if (((next - home) & (_places.Length - 1)) >= ((next - hole) & (_places.Length - 1)))
            {
                _places[hole] = _places[next];
                _places[next] = 0;
                hole = next;
            }
        }

        if (_count * 4 < _places.Length && _places.Length > FewestPlaces)
        {
            Resize(_places.Length / 2);
        }
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _places = new int[FewestPlaces];
        _count = 0;
    }

    private HeldText? At(int place) => _places[place] == 0 ? null : texts.Find(_places[place] - 1);

    private int Probe(ulong content)
    {
        int place = Home(content);
        while (_places[place] != 0 && At(place)!.Content != content)
        {
            place = Next(place);
        }

        return place;
    }

    private int Home(ulong content) => (int)((content * 0x9E3779B97F4A7C15) >> 32) & (_places.Length - 1);

    private int Next(int place) => (place + 1) & (_places.Length - 1);

    private void Resize(int size)
    {
        int[] old = _places;
        _places = new int[size];
        foreach (int place in old)
        {
            if (place != 0)
            {
                _places[Probe(texts.Find(place - 1)!.Content)] = place;
            }
        }
    }
}
