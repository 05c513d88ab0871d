using StoryCompare.Text.Lexicon;

namespace StoryCompare.Claims.Lexicon;

/// <summary>Whether two single words stand in one class of newswire acts ("seized", "captured"), or in opposed ones.</summary>
internal static class ActKinship
{
    /// <summary>Whether the words share a class.</summary>
    public static bool ShareClass(uint termA, uint termB)
    {
        foreach (ActLexicon.Entry a in ActLexicon.Default.EntriesOf(termA))
        {
            foreach (ActLexicon.Entry b in ActLexicon.Default.EntriesOf(termB))
            {
                if (a.Class == b.Class)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether every class of the one is opposed to some class of the other: a word of several senses opposes nothing by one of them.</summary>
    public static bool AreOpposed(uint termA, uint termB)
    {
        ReadOnlySpan<ActLexicon.Entry> a = ActLexicon.Default.EntriesOf(termA);
        ReadOnlySpan<ActLexicon.Entry> b = ActLexicon.Default.EntriesOf(termB);
        if (a.Length == 0 || b.Length == 0)
        {
            return false;
        }

        foreach (ActLexicon.Entry x in a)
        {
            bool any = false;
            foreach (ActLexicon.Entry y in b)
            {
                any |= ActLexicon.Default.AreOpposed(x.Class, y.Class);
            }

            if (!any)
            {
                return false;
            }
        }

        return true;
    }
}
