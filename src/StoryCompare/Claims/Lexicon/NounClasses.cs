using StoryCompare.Internals;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;

namespace StoryCompare.Claims.Lexicon;

/// <summary>Nouns of classes whose members exclude one another: an animal is a wolf or a coyote (<c>noun_classes.tsv</c>, derived from WordNet).</summary>
internal static class NounClasses
{
    private static readonly string[] Classes;

    // Class of each node, and the nodes it is a kind of, itself included, in order.
    private static readonly (int Class, int[] Wider)[] Nodes;
    private static readonly WordMap<int> ByWord;

    static NounClasses()
    {
        string[][] rows = [.. EmbeddedData.Rows("noun_classes.tsv")];
        Classes = [.. rows.Select(static r => r[1]).Distinct(StringComparer.Ordinal)];
        Trade = Class("trade");
        int[][] parents = Array.ConvertAll(rows, static r => r.Length > 2 ? Array.ConvertAll(r[2].Split(' ', StringSplitOptions.RemoveEmptyEntries), static p => int.Parse(p, System.Globalization.CultureInfo.InvariantCulture)) : []);
        int[]?[] wider = new int[]?[rows.Length];
        Nodes = new (int Class, int[] Wider)[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            Nodes[i] = (Array.IndexOf(Classes, rows[i][1]), WiderOf(parents, wider, i));
        }

        TermMap<int> words = new();
        for (int i = 0; i < rows.Length; i++)
        {
            foreach (string word in rows[i].Length > 3 ? rows[i][3].Split(' ') : [])
            {
                foreach (string form in Inflections.OfNoun(word))
                {
                    words.TryAdd(TermHash.Of(form), i + 1);
                }
            }
        }

        ByWord = new WordMap<int>(words);
    }

    /// <summary>The class of trades.</summary>
    public static int Trade { get; }

    /// <summary>The node of a noun; -1 where it has none.</summary>
    public static int Of(in Token token) => ByWord.Of(token) - 1;

    /// <summary>The class of a node.</summary>
    public static int ClassOf(int node) => Nodes[node].Class;

    /// <summary>The index of a class; a missing one is a fault of the data file.</summary>
    public static int Class(string name) => Array.IndexOf(Classes, name) is >= 0 and int i ? i : throw new InvalidDataException(name);

    /// <summary>Whether the two are of one class and neither is a kind of the other.</summary>
    public static bool Exclude(int a, int b) =>
        a != b && Nodes[a].Class == Nodes[b].Class && Array.IndexOf(Nodes[a].Wider, b) < 0 && Array.IndexOf(Nodes[b].Wider, a) < 0 && !AreSiblings(a, b);

    // Two kinds of one narrow kind are often told for one another ("attorney", "solicitor"); two that meet in a wide kind only are not.
    private static bool AreSiblings(int a, int b) => Nodes[a].Wider.Length > 3 && Nodes[b].Wider.Length > 3 && Nodes[a].Class == Trade && Nodes[a].Wider[1] == Nodes[b].Wider[1];

    private static int[] WiderOf(int[][] parents, int[]?[] known, int node) =>
        known[node] ??= [node, .. parents[node].SelectMany(p => WiderOf(parents, known, p)).Distinct()];
}
