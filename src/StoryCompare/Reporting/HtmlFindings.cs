namespace StoryCompare.Reporting;

/// <summary>Single findings as cards.</summary>
internal sealed class HtmlFindings(HtmlText html, HtmlPlaces places)
{
    // Where hardly a word is common, marking what differs would mark everything and show nothing.
    private const double MostMarked = 0.75;

    // A line or two of links; with thirty outlets on one side the rest is folded.
    private const int MostLinks = 8;

    // A slot (a number, a name, a few words) is shorter than this; a quotation or sentence is longer.
    private const int LongestSlot = 80;

    // A chart with more rows than this is no longer small.
    private const int MostRows = 12;

    public void Conflict(Conflict c)
    {
        html.Raw("<article class=\"card conflict-").Text(ReportNames.Of(c.Severity)).Raw("\" id=\"").Text(c.Id).Raw("\" aria-labelledby=\"").Text(c.Id).Raw("-h\">\n<p class=\"small\"><span class=\"id\">").Text(c.Id)
            .Raw("</span> <span class=\"badge\">").Text(ReportNames.Of(c.Kind)).Raw("</span> <span class=\"badge ").Text(ReportNames.Of(c.Severity)).Raw("\">").Text(ReportNames.Of(c.Severity)).Raw("</span>");
        if (c.Internal)
        {
            html.Raw(" <span class=\"dim\">inside one article</span>");
        }

        if (c.ExplainedBy != ConflictExplanation.None)
        {
            html.Raw(" <span class=\"dim\">").Raw(c.Internal ? "\u00B7 " : "").Raw("explained by ").Text(ReportNames.Of(c.ExplainedBy)).Raw("</span>");
        }

        html.Raw("</p>\n<h4 dir=\"auto\" id=\"").Text(c.Id).Raw("-h\">").Text(c.Explanation).Raw("</h4>\n<div class=\"sides\">\n");
        for (int i = 0; i < c.Sides.Count; i++)
        {
            HashSet<string> others = [.. c.Sides.Where((_, j) => j != i).SelectMany(static s => Words(s.Text)).Select(static w => w.Word.ToUpperInvariant())];
            html.Raw("<div class=\"side\"><p class=\"small\">");
            IReadOnlyList<Provenance> evidence = c.Sides[i].Evidence;
            places.Links(html, evidence.Count > MostLinks ? [.. evidence.Take(MostLinks)] : evidence);
            html.Raw("</p>");
            if (evidence.Count > MostLinks)
            {
                html.Raw("<details class=\"small\"><summary>").Text(FigureText.Count(evidence.Count - MostLinks, "more sentence")).Raw("</summary><p>");
                places.Links(html, [.. evidence.Skip(MostLinks)]);
                html.Raw("</p></details>");
            }

            Side(c.Sides[i], others);
            html.Raw("</div>\n");
        }

        html.Raw("</div>\n");
        if (c.Details.Count > 0)
        {
            html.Raw("<details class=\"small\"><summary>why</summary><ul>");
            foreach (string line in c.Details)
            {
                html.Raw("<li dir=\"auto\">").Text(line).Raw("</li>");
            }

            html.Raw("</ul></details>\n");
        }

        html.Raw("</article>\n");
    }

    public void Figure(RecurringFigure f)
    {
        html.Raw("<div class=\"card\" id=\"").Text(f.Id).Raw("\"><p><span class=\"id\">").Text(f.Id).Raw("</span> <strong>").Text(FigureText.Of(f)).Raw("</strong> <span class=\"small dim\">").Text(FigureText.Count(f.Outlets, "outlet")).Raw(", ").Text(FigureText.Count(f.Origins, "origin")).Raw("</span></p>\n");
        if (f.Mentions.Count > 1 && f.Mentions.Count <= MostRows)
        {
            FigureChart.Write(html, f, places);
        }

        bool fold = f.Mentions.Count > 1;
        html.Raw(fold ? "<details class=\"small\"><summary>" + FigureText.Count(f.Mentions.Count, "mention") + "</summary><ul>" : "<ul class=\"small\">");
        foreach (FigureMention m in f.Mentions)
        {
            html.Raw("<li>");
            places.Links(html, [m.Where]);
            html.Raw(" <q dir=\"auto\">").Text(m.Where.Text).Raw("</q>");
            if (m.Speaker is not null)
            {
                html.Raw(" <span class=\"dim\">given by <bdi>").Text(m.Speaker).Raw("</bdi></span>");
            }

            html.Raw("</li>");
        }

        html.Raw(fold ? "</ul></details></div>\n" : "</ul></div>\n");
    }

    public void AgreedFact(AgreedFact f)
    {
        html.Raw("<div class=\"card\" id=\"").Text(f.Id).Raw("\"><p dir=\"auto\"><span class=\"id\">").Text(f.Id).Raw("</span> ").Text(f.Text).Raw("</p><p class=\"small dim\">")
            .Text(FigureText.Count(f.Outlets, "outlet")).Raw(", ").Text(FigureText.Count(f.Origins, "origin")).Raw("; ");
        places.Links(html, f.Evidence);
        html.Raw("</p></div>\n");
    }

    public void Alignment(AlignedSentences a)
    {
        html.Raw("<div class=\"card\" id=\"").Text(a.Id).Raw("\"><p class=\"small dim\"><span class=\"id\">").Text(a.Id).Raw("</span> ").Text(HtmlText.Spaced(ReportNames.Of(a.Kind))).Raw(", score ").Number(a.Score).Raw("</p>\n");
        Sentences(a.Spans.Take(1));
        if (a.Diffs.Count == 0)
        {
            Sentences(a.Spans.Skip(1));
        }

        foreach (AlignmentDiff d in a.Diffs)
        {
            // The other outlet's sentence, told as a change of the first one's.
            html.Raw("<p dir=\"auto\"><span class=\"small\">");
            places.Links(html, [a.Spans[d.B]]);
            html.Raw("</span> ");
            HtmlDiff.Write(html, d.Ops);
            html.Raw("</p>\n");
        }

        html.Raw("</div>\n");
    }

    public void Quotation(Quotation q)
    {
        html.Raw("<div class=\"card\" id=\"").Text(q.Id).Raw("\"><p><span class=\"id\">").Text(q.Id).Raw("</span> <strong><bdi>").Text(q.Speaker ?? "no speaker named").Raw("</bdi></strong></p>");
        foreach (QuotationVersion v in q.Versions)
        {
            html.Raw("<blockquote dir=\"auto\">").Text(v.Where.Text).Raw(" <span class=\"small dim\">");
            places.Links(html, [v.Where]);
            html.Raw("</span></blockquote>");
        }

        html.Raw("</div>\n");
    }

    public void NearMiss(NotConflict n)
    {
        html.Raw("<div class=\"card\" id=\"").Text(n.Id).Raw("\"><p><span class=\"id\">").Text(n.Id).Raw("</span> <span class=\"badge\">").Text(ReportNames.Of(n.Kind)).Raw("</span> ").Text(n.Why).Raw("</p>");
        Sentences(n.Evidence);
        html.Raw("</div>\n");
    }

    public void Sentences(IEnumerable<Provenance> sentences)
    {
        foreach (Provenance p in sentences)
        {
            html.Raw("<p dir=\"auto\"><span class=\"small\">");
            places.Links(html, [p]);
            html.Raw("</span> ").Text(p.Text).Raw("</p>\n");
        }
    }

    // The side's sentence with the words at issue marked; where the side is a sentence or quotation itself, what differs in it.
    private void Side(Statement side, HashSet<string> others)
    {
        string? sentence = side.Evidence.Count > 0 ? side.Evidence[0].Text : null;
        int at = sentence?.IndexOf(side.Text, StringComparison.Ordinal) ?? -1;
        bool whole = sentence is null || side.Text.Length > LongestSlot;
        if (at >= 0 && !whole)
        {
            html.Raw("<p dir=\"auto\">").Text(sentence![..at]).Raw("<mark>").Text(side.Text).Raw("</mark>").Text(sentence[(at + side.Text.Length)..]).Raw("</p>");
            return;
        }

        html.Raw("<p dir=\"auto\">").Raw(whole ? "" : "<strong>");
        MarkDifferent(side.Text, others);
        html.Raw(whole ? "</p>" : "</strong></p>");
        if (!whole)
        {
            html.Raw("<p dir=\"auto\">").Text(sentence!).Raw("</p>");
        }
    }

    private void MarkDifferent(string text, HashSet<string> others)
    {
        List<(int Start, string Word)> words = [.. Words(text)];
        bool[] different = [.. words.Select(w => !others.Contains(w.Word.ToUpperInvariant()))];
        bool mark = different.Count(static d => d) <= MostMarked * words.Count;
        int at = 0;
        for (int i = 0; mark && i < words.Count; i++)
        {
            if (!different[i])
            {
                continue;
            }

            // Neighbours that all differ make one mark.
            int last = i;
            while (last + 1 < words.Count && different[last + 1])
            {
                last++;
            }

            int end = words[last].Start + words[last].Word.Length;
            html.Text(text[at..words[i].Start]).Raw("<mark>").Text(text[words[i].Start..end]).Raw("</mark>");
            at = end;
            i = last;
        }

        html.Text(text[at..]);
    }

    /// <summary>The words of a text with their places.</summary>
    public static IEnumerable<(int Start, string Word)> Words(string text)
    {
        int i = 0;
        while (i < text.Length)
        {
            int start = i;
            bool word = char.IsLetterOrDigit(text[i]);
            // 18,000 and 0.5 are one word each.
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) == word || (word && text[i] is ',' or '.' && i + 1 < text.Length && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]))))
            {
                i++;
            }

            if (word)
            {
                yield return (start, text[start..i]);
            }
        }
    }
}
