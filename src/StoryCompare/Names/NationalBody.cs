namespace StoryCompare.Names;

/// <summary>"Chilean troops", "the Chilean army", "US military": the forces, government, police or navy of a country, by whatever noun.</summary>
internal static class NationalBody
{
    private const NameWord Bodies = NameWord.Army | NameWord.Government | NameWord.Police | NameWord.Navy;

    /// <summary>Number of country and body; -1 when the name is none of these. Equal numbers name one body.</summary>
    public static int Of(FoldedWords words)
    {
        if (words.Count is < 2 or > 5)
        {
            return -1;
        }

        int country = NameLexicon.Default.CountryOfDemonym(words[0]);
        if (country < 0 && words[0].Length <= 3)
        {
            int[] known = NameLexicon.Default.Find(words[0], inCapitals: true);
            country = known.Length == 1 && NameLexicon.Default[known[0]].Kind == NameKind.Place ? known[0] : -1;
        }

        if (country < 0)
        {
            return -1;
        }

        NameWord body = NameWord.None;
        int air = 0;
        for (int i = 1; i < words.Count; i++)
        {
            NameWord flags = NameWords.OfFolded(words[i]);
            bool isAir = words[i] is "air";
            air |= isAir ? 1 : 0;
            if ((flags & Bodies) != NameWord.None)
            {
                body = flags & Bodies;
            }
            else if (words[i] is "force" && air == 1)
            {
                body = NameWord.Army;
            }
            else if ((flags & NameWord.BodyLink) == NameWord.None && !isAir)
            {
                return -1;
            }
        }

        return body == NameWord.None ? -1 : (country * 16) + (air * 8) + (int)((long)body >> 24);
    }
}
