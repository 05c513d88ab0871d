namespace StoryCompare.Reporting;

/// <summary>A word diff as a person reads it. The report's own steps are kept as they are; only what is drawn is joined.</summary>
internal static class HtmlDiff
{
    // Below this share of common letters a diff is a row of scraps: the words that are shared are marked instead.
    private const double LeastShared = 0.6;

    // A common piece with fewer letters ("of", "in a") between two changes is drawn as part of the change.
    private const int LeastEqual = 5;

    // Shorter words are mostly articles and prepositions.
    private const int LeastWord = 4;

    /// <summary>The other outlet's sentence told as a change of the first one's, or, where the two are mostly different, with what they share marked.</summary>
    public static void Write(HtmlText html, IReadOnlyList<DiffOp> ops)
    {
        int equal = 0;
        int changed = 0;
        foreach (DiffOp op in ops)
        {
            int letters = Letters(op.Text);
            equal += op.Op == "equal" ? 2 * letters : 0;
            changed += op.Op == "equal" ? 0 : letters;
        }

        if (equal < LeastShared * (equal + changed))
        {
            Shared(html, ops);
        }
        else
        {
            Changes(html, ops);
        }
    }

    private static void Changes(HtmlText html, IReadOnlyList<DiffOp> ops)
    {
        string deleted = "";
        string inserted = "";
        for (int i = 0; i < ops.Count; i++)
        {
            string text = ops[i].Text;
            switch (ops[i].Op)
            {
                case "delete":
                    deleted += text;
                    break;
                case "insert":
                    inserted += text;
                    break;
                case "equal" when deleted.Length > 0 && inserted.Length > 0 && i + 1 < ops.Count && Letters(text) < LeastEqual:
                    deleted += text;
                    inserted += text;
                    break;
                default:
                    Change(html, deleted, inserted);
                    deleted = inserted = "";
                    html.Text(text);
                    break;
            }
        }

        Change(html, deleted, inserted);
    }

    private static void Change(HtmlText html, string deleted, string inserted)
    {
        if (deleted.Length > 0)
        {
            html.Raw("<del>").Text(deleted).Raw("</del>");
        }

        // Struck and new words never run together.
        if (deleted.Length > 0 && inserted.Length > 0 && !char.IsWhiteSpace(deleted[^1]) && !char.IsWhiteSpace(inserted[0]))
        {
            html.Raw(" ");
        }

        if (inserted.Length > 0)
        {
            html.Raw("<ins>").Text(inserted).Raw("</ins>");
        }
    }

    // Words of the first sentence wherever they stand here: a diff keeps only those in one order.
    private static void Shared(HtmlText html, IReadOnlyList<DiffOp> ops)
    {
        HashSet<string> first = new(StringComparer.OrdinalIgnoreCase);
        foreach ((_, string word) in HtmlFindings.Words(string.Concat(ops.Where(static o => o.Op != "insert").Select(static o => o.Text))))
        {
            first.Add(word);
        }

        string text = string.Concat(ops.Where(static o => o.Op != "delete").Select(static o => o.Text));
        (int Start, string Word)[] words = [.. HtmlFindings.Words(text)];
        int at = 0;
        for (int i = 0; i < words.Length; i++)
        {
            if (!first.Contains(words[i].Word))
            {
                continue;
            }

            // Neighbours that are all shared make one line; articles and prepositions alone make none.
            int last = i;
            while (last + 1 < words.Length && first.Contains(words[last + 1].Word))
            {
                last++;
            }

            int end = words[last].Start + words[last].Word.Length;
            if (words[i..(last + 1)].Any(static w => w.Word.Length >= LeastWord || char.IsDigit(w.Word[0])))
            {
                html.Text(text[at..words[i].Start]).Raw("<span class=\"same\">").Text(text[words[i].Start..end]).Raw("</span>");
                at = end;
            }

            i = last;
        }

        html.Text(text[at..]);
    }

    private static int Letters(string text)
    {
        int letters = 0;
        foreach (char c in text)
        {
            letters += char.IsLetterOrDigit(c) ? 1 : 0;
        }

        return letters;
    }
}
