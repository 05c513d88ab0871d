using StoryCompare.Clustering.Live;

namespace StoryCompare.Tests.Clustering.Live;

/// <summary>The compact tables do what the plain ones do.</summary>
public sealed class PostingTests
{
    [Test]
    public void KeyTable_DoesWhatADictionaryDoes()
    {
        Random random = new(1);
        KeyTable table = new();
        Dictionary<uint, int> plain = [];
        for (int i = 0; i < 200_000; i++)
        {
            // Few distinct keys in few parts: chains of probes, and holes in the middle of them.
            uint key = (uint)random.Next(3000) * (random.Next(2) == 0 ? 1u : 0x10000u);
            if (random.Next(3) > 0 || i % 50_000 > 40_000)
            {
                table.Remove(key);
                plain.Remove(key);
            }
            else
            {
                ref KeyTable.Entry entry = ref table.Get(key, out bool found);
                Assert.That(found, Is.EqualTo(plain.ContainsKey(key)));
                entry.Value = i;
                plain[key] = i;
            }
        }

        for (uint key = 0; key < 3000; key++)
        {
            foreach (uint k in new[] { key, key * 0x10000u })
            {
                ref KeyTable.Entry entry = ref table.Find(k, out bool found);
                Assert.That(found ? entry.Value : -1, Is.EqualTo(plain.TryGetValue(k, out int value) ? value : -1));
            }
        }
    }

    [Test]
    public void PostingArena_DoesWhatListsDo()
    {
        Random random = new(2);
        PostingArena arena = new();
        Dictionary<int, int> handles = [];
        Dictionary<int, List<(int Text, ushort Weight)>> plain = [];
        for (int text = 0; text < 60_000; text++)
        {
            int which = (int)(40 * random.NextDouble() * random.NextDouble());
            ushort weight = (ushort)random.Next(1, 65536);
            if (!handles.TryGetValue(which, out int handle))
            {
                handles[which] = arena.Create(text, weight);
                plain[which] = [(text, weight)];
            }
            else if (random.Next(3) == 0)
            {
                int gone = plain[which][random.Next(plain[which].Count)].Text;
                plain[which].RemoveAll(p => p.Text == gone);
                Assert.That(arena.Remove(handle, gone), Is.EqualTo(plain[which].Count));
                if (plain[which].Count == 0)
                {
                    handles.Remove(which);
                }
            }
            else
            {
                int dropped = arena.Append(ref handle, text, weight);
                handles[which] = handle;
                Assert.That(dropped, Is.EqualTo(plain[which].Count == PostingArena.Longest ? plain[which][0].Text : -1));
                if (dropped >= 0)
                {
                    plain[which].RemoveAt(0);
                }

                plain[which].Add((text, weight));
            }
        }

        foreach ((int which, int handle) in handles)
        {
            arena.Read(handle, out ReadOnlySpan<int> texts, out ReadOnlySpan<ushort> weights);
            Assert.That(texts.ToArray().Zip(weights.ToArray()), Is.EqualTo(plain[which]));
        }
    }
}
