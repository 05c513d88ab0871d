using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Quotes;
using StoryCompare.Text;

namespace StoryCompare.Claims.Findings;

/// <summary>Finds the different words by which outlets name one act or referent in aligned claims (<c>label_classes.tsv</c>). The outlets' own voice only.</summary>
internal static class WordingFindings
{
    private static readonly string[] Names;
    private static readonly TermMap<int[]> Classes = Load(out Names);

    /// <summary>One finding a class with two forms or more, in the data file's order.</summary>
    public static IReadOnlyList<WordingDifference> Write(StoryContext story)
    {
        Dictionary<int, Dictionary<string, List<Provenance>>> byClass = [];
        foreach (AlignmentGroup group in story.Input.Alignments)
        {
            Collect(story, group, byClass);
        }

        List<WordingDifference> found = [];
        foreach ((int c, Dictionary<string, List<Provenance>> forms) in byClass.ByKey())
        {
            found.Add(new WordingDifference(story.IdOf('w', found.Count), Names[c], [.. forms.ByKey(StringComparer.Ordinal).Select(f => new Statement(f.Key, [.. f.Value.Distinct().OrderBy(static p => p.Article, StringComparer.Ordinal).ThenBy(static p => p.Span.Start)]))]));
        }

        return found;
    }

    // The words of one class in one group count when two outlets use different ones.
    private static void Collect(StoryContext story, AlignmentGroup group, Dictionary<int, Dictionary<string, List<Provenance>>> byClass)
    {
        Dictionary<int, List<(uint Stem, int Article, string Form, Provenance Where)>> words = [];
        foreach (SentenceRef at in group.Members)
        {
            ArticleSlots article = story.Articles[at.Article];
            foreach (SlotWord w in article[at.Sentence].Words)
            {
                if (Classes.TryGetValue(w.Stem, out int[]? classes) && InOwnVoice(article, article.Article.Text.Tokens[w.Token].Span))
                {
                    Provenance where = article.Article.Cite(article.Article.Text.Tokens[w.Token].Span);
                    foreach (int c in classes)
                    {
                        if (!words.TryGetValue(c, out List<(uint, int, string, Provenance)>? list))
                        {
                            words[c] = list = [];
                        }

                        list.Add((w.Stem, at.Article, where.Text.ToLowerInvariant(), where));
                    }
                }
            }
        }

        foreach ((int c, List<(uint Stem, int Article, string Form, Provenance Where)> list) in words.ByKey())
        {
            bool differ = list.Any(x => list.Any(y => story.Outlet[y.Article] != story.Outlet[x.Article] && y.Stem != x.Stem && !list.Any(z => z.Article == y.Article && z.Stem == x.Stem)));
            if (!differ)
            {
                continue;
            }

            if (!byClass.TryGetValue(c, out Dictionary<string, List<Provenance>>? forms))
            {
                byClass[c] = forms = new Dictionary<string, List<Provenance>>(StringComparer.Ordinal);
            }

            foreach ((_, _, string form, Provenance where) in list)
            {
                if (!forms.TryGetValue(form, out List<Provenance>? places))
                {
                    forms[form] = places = [];
                }

                places.Add(where);
            }
        }
    }

    private static bool InOwnVoice(ArticleSlots article, TextSpan span) => article.Article.Quotes.Around(span) is null;

    private static TermMap<int[]> Load(out string[] names)
    {
        List<string> about = [];
        Dictionary<uint, List<int>> classes = [];
        foreach (string[] row in EmbeddedData.Rows("label_classes.tsv"))
        {
            foreach (string word in row[2].Split(' '))
            {
                WordTable.Add(classes, WordTable.StemOf(word), about.Count);
            }

            about.Add(row[0]);
        }

        names = [.. about];
        return WordTable.Freeze(classes);
    }
}
