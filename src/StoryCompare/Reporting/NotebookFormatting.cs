using StoryCompare.Reporting;

namespace StoryCompare.Reporting
{
    /// <summary>
    /// .NET Interactive finds this attribute by its name and shape, so that notebooks show findings as HTML without a package reference.
    /// </summary>
    [AttributeUsage(AttributeTargets.Class)]
    internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
    {
        public Type FormatterSourceType { get; } = formatterSourceType;
        public string[] PreferredMimeTypes { get; set; } = [];
    }

#pragma warning disable CA1822 // Found by name and shape: the members must not be static.
    /// <summary>Gives .NET Interactive one formatter that calls <c>ToHtml</c>.</summary>
    internal sealed class NotebookFormatterSource
    {
        /// <summary>Called by .NET Interactive, by name.</summary>
        public IEnumerable<object> CreateTypeFormatters() => [new NotebookFormatter()];
    }

    /// <summary>Formats a finding; found by name and shape.</summary>
    internal sealed class NotebookFormatter
    {
        public string MimeType => "text/html";

        public bool Format(object instance, TextWriter writer)
        {
            string? html = instance switch
            {
                StoryReport r => r.ToHtml(),
                Story s => s.ToHtml(),
                Conflict c => c.ToHtml(),
                AgreedFact f => f.ToHtml(),
                RecurringFigure f => f.ToHtml(),
                _ => null,
            };
            writer.Write(html);
            return html is not null;
        }
    }
#pragma warning restore CA1822
}

namespace StoryCompare
{
    [TypeFormatterSource(typeof(NotebookFormatterSource), PreferredMimeTypes = ["text/html"])]
    public sealed partial record StoryReport
    {
        /// <summary>The report as HTML for a notebook cell: like <see cref="ReportWriter.WriteHtml"/>, without the page around it.</summary>
        public string ToHtml() => HtmlReportWriter.Fragment(html => HtmlReportWriter.Body(html, this));
    }

    [TypeFormatterSource(typeof(NotebookFormatterSource), PreferredMimeTypes = ["text/html"])]
    public sealed partial record Story
    {
        /// <summary>The story as HTML for a notebook cell; without the articles' texts, which the report holds.</summary>
        public string ToHtml() => HtmlReportWriter.Fragment(html => new HtmlStoryWriter(html, new HtmlPlaces([])).Write(this));
    }

    [TypeFormatterSource(typeof(NotebookFormatterSource), PreferredMimeTypes = ["text/html"])]
    public sealed partial record Conflict
    {
        /// <summary>The conflict as HTML for a notebook cell, its sides beside each other.</summary>
        public string ToHtml() => HtmlReportWriter.Fragment(html => new HtmlFindings(html, new HtmlPlaces([])).Conflict(this));
    }

    [TypeFormatterSource(typeof(NotebookFormatterSource), PreferredMimeTypes = ["text/html"])]
    public sealed partial record AgreedFact
    {
        /// <summary>The fact as HTML for a notebook cell.</summary>
        public string ToHtml() => HtmlReportWriter.Fragment(html => new HtmlFindings(html, new HtmlPlaces([])).AgreedFact(this));
    }

    [TypeFormatterSource(typeof(NotebookFormatterSource), PreferredMimeTypes = ["text/html"])]
    public sealed partial record RecurringFigure
    {
        /// <summary>The figure as HTML for a notebook cell, with a small chart.</summary>
        public string ToHtml() => HtmlReportWriter.Fragment(html => new HtmlFindings(html, new HtmlPlaces([])).Figure(this));
    }
}
