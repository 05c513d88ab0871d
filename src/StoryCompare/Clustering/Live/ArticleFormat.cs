using StoryCompare.Internals;

namespace StoryCompare.Clustering.Live;

/// <summary>A held article in a file: all that was given, so that a snapshot can be made of it.</summary>
internal static class ArticleFormat
{
    private const int MostOffset = 14 * 60;

    public static void Write(CheckedWriter writer, HeldArticle held)
    {
        writer.Text(held.Id);
        writer.Int64(held.Order);
        writer.Int32(held.Minute);
        Article article = held.Article;
        writer.Text(article.Outlet);
        writer.Text(article.Title);
        writer.Text(article.Url);
        writer.Byte(article.Published is null ? (byte)0 : (byte)1);
        if (article.Published is { } published)
        {
            writer.Int64(published.Ticks);
            writer.Int32((int)published.Offset.TotalMinutes);
        }

        writer.Text(article.Text);
    }

    public static HeldArticle Read(CheckedReader reader, OutletNames outlets)
    {
        string id = reader.Text("an article's id") ?? throw reader.Wrong("an article has no id");
        long order = reader.Int64();
        int minute = reader.Int32();
        string? outlet = reader.Text("an outlet");
        string? title = reader.Text("a title");
        string? url = reader.Text("an address");
        DateTimeOffset? published = null;
        byte dated = reader.Byte();
        if (dated > 1)
        {
            throw reader.Wrong("a date is neither there nor missing");
        }

        if (dated == 1)
        {
            long ticks = reader.Int64();
            int offset = reader.Int32();
            long utc = offset is >= -MostOffset and <= MostOffset ? ticks - (offset * TimeSpan.TicksPerMinute) : -1;
            if (ticks < 0 || ticks > DateTime.MaxValue.Ticks || utc < 0 || utc > DateTime.MaxValue.Ticks)
            {
                throw reader.Wrong("a date is out of range");
            }

            published = new DateTimeOffset(ticks, TimeSpan.FromMinutes(offset));
        }

        string text = reader.Text("a text") ?? throw reader.Wrong("an article has no text");
        return new HeldArticle(id, order, minute).Hold(new Article(text) { Outlet = outlet, Title = title, Published = published, Url = url }, outlets);
    }
}
