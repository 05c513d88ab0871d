namespace StoryCompare.Names;

/// <summary>Compares names of several words: words are assigned to each other, what is left over counts against the pair.</summary>
internal static class WordAssignment
{
    /// <summary>Least share of matched weight for two names of bodies or places.</summary>
    private const float Share = 0.8f;

    /// <summary>Compares two names of which at least one has two words.</summary>
    public static NameMatch Match(NameKey a, NameKey b)
    {
        if (a.Words.Length > b.Words.Length || (a.Words.Length == b.Words.Length && string.CompareOrdinal(a.Plain, b.Plain) > 0))
        {
            NameKey t = a;
            a = b;
            b = t;
        }

        if (!SameNumbers(a, b))
        {
            return NameMatch.No(0.1f, NameReason.OtherNumber);
        }

        bool body = a.LooksLikeBody || b.LooksLikeBody || a.Kind == NameKind.Place || b.Kind == NameKind.Place;
        Span<int> partner = stackalloc int[NameText.MaxWords];
        Span<float> likeness = stackalloc float[NameText.MaxWords];
        if (!Assign(a, b, !body, partner, likeness))
        {
            return NameMatch.No(0.1f, NameReason.LeftOver);
        }

        return body ? Bodies(a, b, partner, likeness) : Persons(a, b, partner, likeness);
    }

    // For each word of a, the best word of b that is still free, the likest first. False where a word that must match matches none.
    private static bool Assign(NameKey a, NameKey b, bool person, Span<int> partner, Span<float> likeness)
    {
        partner.Fill(-1);
        Span<bool> used = stackalloc bool[NameText.MaxWords];
        int n = Math.Min(a.Words.Length, NameText.MaxWords);
        int m = Math.Min(b.Words.Length, NameText.MaxWords);
        Span<float> table = stackalloc float[n * m];
        for (int i = 0; i < n; i++)
        {
            bool any = false;
            for (int j = 0; j < m; j++)
            {
                float s = WordLikeness.Of(a.Words[i], b.Words[j], person);
                table[(i * m) + j] = s;
                any |= s > 0;
            }

            // A person's shorter name must match whole; a heavy word left over rules bodies out too.
            if (!any && (person || a.Words[i].Weight > 0.5f))
            {
                return false;
            }
        }

        for (int round = 0; round < n; round++)
        {
            int bestI = -1;
            int bestJ = -1;
            float best = 0;
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; partner[i] < 0 && j < m; j++)
                {
                    // A slight preference for the same place in the name settles ties.
                    float s = table[(i * m) + j] - (0.0001f * Math.Abs(i - j));
                    if (!used[j] && s > best)
                    {
                        (best, bestI, bestJ) = (s, i, j);
                    }
                }
            }

            if (bestI < 0)
            {
                return true;
            }

            partner[bestI] = bestJ;
            likeness[bestI] = table[(bestI * m) + bestJ];
            used[bestJ] = true;
        }

        return true;
    }

    private static bool SameNumbers(NameKey a, NameKey b) => CountNumbers(a, b) && CountNumbers(b, a);

    private static bool CountNumbers(NameKey a, NameKey b)
    {
        foreach (NameKeyWord word in a.Words)
        {
            if (word.Role == WordRole.Number && !Array.Exists(b.Words, w => w.Role == WordRole.Number && w.Text == word.Text))
            {
                return false;
            }
        }

        return true;
    }

    private static NameMatch Persons(NameKey a, NameKey b, ReadOnlySpan<int> partner, ReadOnlySpan<float> likeness)
    {
        int matched = 0;
        int strong = 0;
        int exact = 0;
        float least = 1;
        bool inOrder = true;
        int last = -1;
        int lastOfB = b.Words.Length - 1;
        bool surname = false;
        bool given = false;
        for (int i = 0; i < a.Words.Length; i++)
        {
            if (partner[i] < 0)
            {
                continue;
            }

            matched++;
            strong += a.Words[i].Role == WordRole.Initial || b.Words[partner[i]].Role == WordRole.Initial ? 0 : 1;
            exact += likeness[i] >= 0.95f ? 1 : 0;
            least = Math.Min(least, likeness[i]);
            inOrder &= partner[i] > last;
            last = partner[i];
            surname |= partner[i] == lastOfB;
            given |= partner[i] == 0;
        }

        if (matched < a.Words.Length)
        {
            return NameMatch.No(0.4f * matched / a.Words.Length, NameReason.LeftOver);
        }

        if (a.Words.Length == 1)
        {
            return surname && least >= NameMatcher.OneWord && a.Words[0].Role == WordRole.Core
                ? NameMatch.No(0.45f, NameReason.SurnameOnly)
                : NameMatch.No(0.3f, NameReason.LeftOver);
        }

        // The family name must be written out on both sides: "George Washington" is no "George H. W. Bush".
        int end = a.Words.Length - 1;
        if (a.Words[end].Role == WordRole.Initial || b.Words[partner[end]].Role == WordRole.Initial)
        {
            return NameMatch.No(0.3f, NameReason.Different);
        }

        // Two words turned round are two people (Friedrich Hans, Hans Friedrich); one doubtful word needs a sure one beside it.
        if (strong == 0 || exact == 0 || (!inOrder && a.Words.Length == b.Words.Length && !IsRotation(partner[..a.Words.Length])))
        {
            return NameMatch.No(0.35f, NameReason.Different);
        }

        if (a.Words.Length == b.Words.Length)
        {
            return NameMatch.Yes(0.55f + (0.45f * ((least - 0.5f) / 0.5f)), NameReason.Words);
        }

        return surname || given ? NameMatch.Yes(0.5f + (0.25f * least), NameReason.ShorterForm) : NameMatch.No(0.4f, NameReason.LeftOver);
    }

    // "Zarkari Haji Khan": the family name moved to the other end. With two words it is another person as often as not.
    private static bool IsRotation(ReadOnlySpan<int> partner)
    {
        for (int i = 1; i < partner.Length; i++)
        {
            if (partner[i] != (partner[i - 1] + 1) % partner.Length)
            {
                return false;
            }
        }

        return partner.Length > 2;
    }

    private static NameMatch Bodies(NameKey a, NameKey b, ReadOnlySpan<int> partner, ReadOnlySpan<float> likeness)
    {
        float weightA = 0;
        float weightB = 0;
        float matched = 0;
        float sure = 0;
        float least = 1;
        float leftA = 0;
        float leftB = 0;
        Span<bool> used = stackalloc bool[NameText.MaxWords];
        for (int i = 0; i < a.Words.Length; i++)
        {
            NameKeyWord word = a.Words[i];
            weightA += word.Weight;
            int j = partner[i];
            if (j < 0)
            {
                leftA = Math.Max(leftA, word.Weight);
                continue;
            }

            used[j] = true;
            float w = (word.Weight + b.Words[j].Weight) / 2;
            matched += w;
            sure += word.Role is WordRole.Core or WordRole.Number ? w : 0;
            least = Math.Min(least, likeness[i]);
        }

        for (int j = 0; j < b.Words.Length; j++)
        {
            weightB += b.Words[j].Weight;
            leftB = used[j] ? leftB : Math.Max(leftB, b.Words[j].Weight);
        }

        float share = 2 * matched / (weightA + weightB);
        if (sure == 0 || Math.Max(leftA, leftB) > 0.5f || (leftA > 0 && leftB > 0))
        {
            return NameMatch.No(0.45f * share, NameReason.LeftOver);
        }

        return share >= Share * 0.75f
            ? NameMatch.Yes(0.5f + (0.5f * share * least), leftA + leftB > 0 ? NameReason.ShorterForm : NameReason.Words)
            : NameMatch.No(0.45f * share, NameReason.LeftOver);
    }
}

/// <summary>How alike two words of longer names are.</summary>
internal static class WordLikeness
{
    /// <summary>In [0, 1]; 0 where they cannot be one word.</summary>
    public static float Of(NameKeyWord a, NameKeyWord b, bool person)
    {
        if (a.Text == b.Text)
        {
            return 1;
        }

        if (a.Role == WordRole.Number || b.Role == WordRole.Number || a.Role == WordRole.Compass || b.Role == WordRole.Compass)
        {
            return 0;
        }

        if (a.Role == WordRole.Initial || b.Role == WordRole.Initial)
        {
            return person && a.Text[0] == b.Text[0] ? 0.9f : 0;
        }

        // Two known places or bodies inside longer names ("Bank of Chad", "Bank of China").
        if (a.Entity >= 0 && b.Entity >= 0)
        {
            return a.Entity == b.Entity ? 0.97f : 0;
        }

        if (person && a.Nickname >= 0 && b.Nickname >= 0 && Nicknames.Same(a.Text, b.Text))
        {
            return 0.9f;
        }

        float s = SoundDistance.Similarity(a, b, NameMatcher.AmongOthers);

        // Two common given names that differ by a letter are two names (Selena, Serena).
        float floor = person && a.IsGivenName && b.IsGivenName ? 0.9f
            : (a.Flags | b.Flags) != NameWord.None && (a.Flags & NameWord.Ordinary) != NameWord.None && (b.Flags & NameWord.Ordinary) != NameWord.None ? 0.95f
            : NameMatcher.AmongOthers;
        if (s >= floor)
        {
            return s;
        }

        bool twoGiven = person && a.IsGivenName && b.IsGivenName;
        bool twoWords = (a.Flags & b.Flags & NameWord.Ordinary) != NameWord.None;
        return !twoGiven && !twoWords && NameMatcher.OneSlip(a.Text, b.Text, 5) ? 0.8f : 0;
    }
}
