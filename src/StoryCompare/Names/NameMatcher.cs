using FuzzySharp;

namespace StoryCompare.Names;

/// <summary>Decides whether two names are forms of one. Symmetric; no allocation but for the rare last step.</summary>
/// <remarks>
/// In this order: plain folding, kind, demonyms, the alias table, numbers, acronyms; then the sounds of the words, assigned to each other with
/// a penalty for what is left over; FuzzySharp's ratio only where that comes out close to the threshold. No single string ratio separates names:
/// true pairs go down to a ratio of 22 (two names of one group), false ones up to 91 (a country and its people).
/// </remarks>
internal static class NameMatcher
{
    /// <summary>Least similarity of sounds at which two names of one word are one.</summary>
    /// <remarks>
    /// The development pairs alone would have it lower (ANETAC F1 .947 at .84, .943 at .87, .934 here, .911 at .90; OpenSanctions .824, .826, .823, .823), but their
    /// negatives are easy: over the names of ECB+'s stories .87 joins three more pairs, two of them wrong, and .90 parts two right ones.
    /// </remarks>
    public const float OneWord = 0.885f;

    /// <summary>The same where the words around match.</summary>
    /// <remarks>OpenSanctions F1 .835 at .75, .823 here, .814 at .85; over the names of ECB+'s stories .75 joins five more pairs, all wrong.</remarks>
    public const float AmongOthers = 0.80f;

    /// <summary>Width below the threshold within which a ratio of letters may still decide. By judgement: from 0 to .04, and with ratios from 80 to 92, the development sets hardly tell a difference.</summary>
    private const float Grey = 0.02f;

    // A name that a table knows has its spellings there: a strange one must come closer. By judgement: from 0 to .06 the development sets differ by .004.
    private const float KnownMargin = 0.035f;

    // Names written as one word here and as several there: on OpenSanctions .89 to .96 give the same F1, .823; without this step it is .808.
    private const float JoinedWords = 0.93f;

    /// <summary>Compares two prepared names.</summary>
    public static NameMatch Match(NameKey a, NameKey b)
    {
        bool clash = a.Kind != b.Kind && a.KindCertain && b.KindCertain;
        if (a.Plain == b.Plain && a.Plain.Length > 0)
        {
            return clash ? NameMatch.No(0.3f, NameReason.OtherKind) : NameMatch.Yes(1, NameReason.SameSpelling);
        }

        if (clash)
        {
            return NameMatch.No(0.1f, NameReason.OtherKind);
        }

        if (a.Body >= 0 || b.Body >= 0)
        {
            return a.Body == b.Body ? NameMatch.Yes(0.9f, NameReason.NationalBody)
                : a.Body >= 0 && b.Body >= 0 ? NameMatch.No(0.05f, NameReason.KnownApart) : NameMatch.No(0.1f, NameReason.Different);
        }

        if (a.Demonym >= 0 && b.Demonym >= 0)
        {
            return a.Demonym == b.Demonym ? NameMatch.Yes(0.95f, NameReason.Words) : NameMatch.No(0.05f, NameReason.DemonymAndCountry);
        }

        if ((a.Demonym >= 0 && b.Entities.Length > 0) || (b.Demonym >= 0 && a.Entities.Length > 0))
        {
            return NameMatch.No(0.05f, NameReason.DemonymAndCountry);
        }

        if (a.Entities.Length > 0 && b.Entities.Length > 0)
        {
            return Array.Exists(a.Entities, e => Array.IndexOf(b.Entities, e) >= 0)
                ? NameMatch.Yes(0.97f, NameReason.KnownAlias)
                : NameMatch.No(0.03f, NameReason.KnownApart);
        }

        if (a.Words.Length == 0 || b.Words.Length == 0)
        {
            return NameMatch.No(0, NameReason.Different);
        }

        if (a.Acronym is not null || b.Acronym is not null)
        {
            return Acronyms(a, b);
        }

        if (a.Words.Length == 1 && b.Words.Length == 1)
        {
            return OneWordEach(a, b);
        }

        NameMatch words = WordAssignment.Match(a, b);
        return words.Same || words.IsVeto ? words : Together(a, b, words);
    }

    private static NameMatch Acronyms(NameKey a, NameKey b)
    {
        if (a.Acronym is not null && b.Acronym is not null)
        {
            return a.Acronym == b.Acronym ? NameMatch.Yes(0.95f, NameReason.Acronym) : NameMatch.No(0.05f, NameReason.Different);
        }

        (string acronym, NameKey full) = a.Acronym is not null ? (a.Acronym, b) : (b.Acronym!, a);
        if (acronym.Length >= 3 && full.Kind != NameKind.Person && (full.Initials == acronym || full.LongInitials == acronym))
        {
            return NameMatch.Yes(0.8f, NameReason.Acronym);
        }

        // Names shouted in a headline ("PUTIN") look like acronyms too.
        return a.Words.Length == 1 && b.Words.Length == 1 && acronym.Length >= 4 ? OneWordEach(a, b) : WordAssignment.Match(a, b);
    }

    private static NameMatch OneWordEach(NameKey a, NameKey b)
    {
        NameKeyWord x = a.Words[0];
        NameKeyWord y = b.Words[0];
        if (x.Role == WordRole.Number || y.Role == WordRole.Number)
        {
            return x.Text == y.Text ? NameMatch.Yes(0.9f, NameReason.Words) : NameMatch.No(0.05f, NameReason.OtherNumber);
        }

        if ((x.Flags & y.Flags & NameWord.KnownPlace) != NameWord.None && a.Kind != NameKind.Person && b.Kind != NameKind.Person)
        {
            return NameMatch.No(0.2f, NameReason.KnownApart);
        }

        bool oneKnown = (a.Entities.Length > 0) != (b.Entities.Length > 0);
        if (!oneKnown && OneSlip(a.JoinedText, b.JoinedText, 6) && (a.LooksLikeBody || b.LooksLikeBody || a.Kind == NameKind.Other))
        {
            return NameMatch.Yes(0.55f, NameReason.Slip);
        }

        return Sounding(a, b, oneKnown ? OneWord + KnownMargin : OneWord, NameReason.Transliteration);
    }

    /// <summary>Whether one slip of the keyboard makes a word of <paramref name="shortest"/> letters or more the other: a letter more, less, other, or two swapped. The first letter must agree.</summary>
    public static bool OneSlip(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int shortest)
    {
        if (a.Length > b.Length)
        {
            ReadOnlySpan<char> t = a;
            a = b;
            b = t;
        }

        if (a.Length < shortest || b.Length - a.Length > 1 || a[0] != b[0])
        {
            return false;
        }

        int head = a.CommonPrefixLength(b);
        if (a.Length < b.Length)
        {
            return a[head..].SequenceEqual(b[(head + 1)..]);
        }

        return head == a.Length || a[(head + 1)..].SequenceEqual(b[(head + 1)..])
            || (head + 1 < a.Length && a[head] == b[head + 1] && a[head + 1] == b[head] && a[(head + 2)..].SequenceEqual(b[(head + 2)..]));
    }

    // "vanderbilt" and "van der bilt", "Abdelkarim" and "Abd el Karim".
    private static NameMatch Together(NameKey a, NameKey b, NameMatch otherwise)
    {
        if (a.Words.Length == b.Words.Length || Math.Min(a.JoinedText.Length, b.JoinedText.Length) < 6)
        {
            return otherwise;
        }

        NameMatch joined = Sounding(a, b, JoinedWords, NameReason.WrittenTogether);
        return joined.Same ? joined : otherwise;
    }

    private static NameMatch Sounding(NameKey a, NameKey b, float threshold, NameReason reason)
    {
        float s = SoundDistance.Similarity(a, b, threshold - 0.15f);
        if (s < threshold && s >= threshold - Grey && a.JoinedText.Length >= 6 && b.JoinedText.Length >= 6)
        {
            // The letters have the last word. Both sides are folded already: FuzzySharp's own preprocessing would drop what is not ASCII.
            return Fuzz.Ratio(a.JoinedText, b.JoinedText) >= 88 ? NameMatch.Yes(0.51f, reason) : NameMatch.No(0.48f, NameReason.Different);
        }

        return s >= threshold
            ? NameMatch.Yes(0.5f + (0.5f * (s - threshold) / (1 - threshold)), reason)
            : NameMatch.No(0.48f * s / threshold, NameReason.Different);
    }
}
