using System.Collections.Frozen;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Slots;

/// <summary>An act whose parts are compared (<c>role_acts.tsv</c>).</summary>
internal sealed class RoleAct
{
    private RoleAct(string[] row, int index)
    {
        Index = index;
        Name = row[0];
        string[] nouns = row[2].Split('|');
        Nouns = nouns.Select(static n => WordTable.StemOf(n.TrimStart('='))).ToTermSet();
        Doers = nouns.Where(static n => n[0] == '=').Select(static n => WordTable.StemOf(n[1..])).ToTermSet();
        foreach (string part in row[3].Split('|'))
        {
            RolePart p = Enum.Parse<RolePart>(part.TrimEnd('!', '~'), ignoreCase: true);
            Parts |= p;
            Named |= part.EndsWith('!') ? p : RolePart.None;
        }

        IsOpen = row[3].Contains('~', StringComparison.Ordinal);
        About = row[4];
        Verbs = row[1].Split('|').Select(static v => v.Split(' ')[0]).Select(WordTable.StemOf).ToTermSet();
    }

    /// <summary>All acts, in order.</summary>
    public static IReadOnlyList<RoleAct> All { get; } = [.. EmbeddedData.Rows("role_acts.tsv").Select(static (r, i) => new RoleAct(r, i))];

    /// <summary>The readings of a verb, by its stem.</summary>
    public static FrozenDictionary<uint, Reading[]> ByVerb { get; } = EmbeddedData.Rows("role_acts.tsv").SelectMany(static (r, i) => r[1].Split('|').Select(v => (Words: v.Split(' '), Act: All[i])))
        .GroupBy(static v => WordTable.StemOf(v.Words[0])).ToFrozenDictionary(static g => g.Key, static g => g.Select(static v => new Reading(v.Act, v.Words.Length > 1 ? TermHash.Of(v.Words[1].TrimStart('<')) : 0, v.Words.Length > 1 && v.Words[1][0] == '<')).ToArray());

    /// <summary>The acts that a noun tells the doer of, by its stem.</summary>
    public static FrozenDictionary<uint, RoleAct[]> ByDoer { get; } = All.SelectMany(static a => a.Doers.Select(d => (d, a))).GroupBy(static x => x.d).ToFrozenDictionary(static g => g.Key, static g => g.Select(static x => x.a).ToArray());

    private static readonly TermMap<ulong> Telling = LoadTelling();
    private static readonly TermSet Stems = Telling.Keys.ToTermSet();

    /// <summary>The acts that a word may tell of, by its stem, one bit each (at most 64 acts).</summary>
    public static ulong ToldBy(uint stem) => Stems.Contains(stem) ? Telling.GetValueOrDefault(stem) : 0;

    private static TermMap<ulong> LoadTelling()
    {
        TermMap<ulong> telling = new();
        foreach (RoleAct act in All)
        {
            foreach (uint stem in act.Verbs.Concat(act.Doers))
            {
                telling[stem] = telling.GetValueOrDefault(stem) | (1ul << act.Index);
            }
        }

        return telling;
    }

    public int Index { get; }
    public string Name { get; }
    /// <summary>The parts compared.</summary>
    public RolePart Parts { get; }
    /// <summary>Of those the parts in which two names exclude each other.</summary>
    public RolePart Named { get; }
    /// <summary>Whether anything may do it, so that two nouns without a word in common exclude each other.</summary>
    public bool IsOpen { get; }
    /// <summary>What a conflict about who is called.</summary>
    public string About { get; }
    /// <summary>Stems of the nouns that tell of it.</summary>
    public TermSet Nouns { get; }
    /// <summary>Stems of the nouns for who does it.</summary>
    public TermSet Doers { get; }
    /// <summary>Stems of its verbs.</summary>
    public TermSet Verbs { get; }

    /// <summary>One way to read a verb.</summary>
    /// <param name="Act">The act.</param>
    /// <param name="Particle">The word that must follow; 0 for none.</param>
    /// <param name="IsInverse">Whether who does it stands behind that word.</param>
    internal readonly record struct Reading(RoleAct Act, uint Particle, bool IsInverse);
}
