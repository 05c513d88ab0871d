namespace StoryCompare.Figures;

/// <summary>Regular English and Spanish plurals; irregular ones are in the lexicon.</summary>
internal static class NounForms
{
    /// <summary>The singular of a regular plural; a word that is none comes back as it is.</summary>
    public static string Singular(string word)
    {
        if (word.Length < 4 || word[^1] != 's' || word[^2] == 's')
        {
            return word.Length == 3 && word[^1] == 's' && word[^2] != 's' ? word[..^1] : word;
        }

        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4)
        {
            return word[..^3] + "y";
        }

        if (word.EndsWith("theses", StringComparison.Ordinal) || word.EndsWith("alyses", StringComparison.Ordinal) || word.EndsWith("gnoses", StringComparison.Ordinal) || word is "crises" or "oases" or "neuroses")
        {
            return word[..^2] + "is";
        }

        bool sibilant = word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal)
            || word.EndsWith("xes", StringComparison.Ordinal) || word.EndsWith("zzes", StringComparison.Ordinal);
        return sibilant ? word[..^2] : word[..^1];
    }
}
