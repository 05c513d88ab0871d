namespace StoryCompare.Names;

/// <summary>What the caller teaches, by plain form: groups of names that are one, pairs that never are.</summary>
internal sealed class CallerNames
{
    private readonly Dictionary<string, List<int>> _aliases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _apart = new(StringComparer.Ordinal);

    public CallerNames(NameOptions options)
    {
        for (int g = 0; g < options.Aliases.Count; g++)
        {
            foreach (string form in options.Aliases[g])
            {
                Put(_aliases, form, g);
            }
        }

        for (int p = 0; p < options.MustNotMerge.Count; p++)
        {
            (string a, string b) = options.MustNotMerge[p];
            if (NameText.Plain(a) != NameText.Plain(b))
            {
                Put(_apart, a, 2 * p);
                Put(_apart, b, (2 * p) + 1);
            }
        }
    }

    /// <summary>Numbers of the caller's alias groups that hold a form; sorted.</summary>
    public int[] AliasesOf(IEnumerable<string> forms) => Collect(_aliases, forms);

    /// <summary>Sides of the caller's must-not-merge pairs that a form is: side <c>s</c> is opposed to <c>s ^ 1</c>; sorted.</summary>
    public int[] SidesOf(IEnumerable<string> forms) => Collect(_apart, forms);

    private static int[] Collect(Dictionary<string, List<int>> table, IEnumerable<string> forms)
    {
        if (table.Count == 0)
        {
            return [];
        }

        HashSet<int> found = [];
        foreach (string form in forms)
        {
            if (table.TryGetValue(NameText.Plain(form), out List<int>? numbers))
            {
                found.UnionWith(numbers);
            }
        }

        return [.. found.Order()];
    }

    private static void Put(Dictionary<string, List<int>> table, string form, int number)
    {
        string plain = NameText.Plain(form);
        if (!table.TryGetValue(plain, out List<int>? numbers))
        {
            table[plain] = numbers = [];
        }

        numbers.Add(number);
    }
}
