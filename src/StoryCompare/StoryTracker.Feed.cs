using System.Runtime.CompilerServices;
using StoryCompare.Clustering;

namespace StoryCompare;

/// <summary>A tracker fed by a stream: texts are read on other threads while earlier ones are added.</summary>
public sealed partial class StoryTracker
{
    /// <summary>Articles read ahead: enough to keep the processors busy, few enough to bound the memory.</summary>
    private const int MostAhead = 16;

    private async IAsyncEnumerable<StoryUpdate> AddAll(IAsyncEnumerable<Article> articles, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        IAsyncEnumerator<Article> source = articles.GetAsyncEnumerator(ended.Token);
        Queue<(Article? Article, Task<(ArticleSketch Sketch, float[]? Embedding)> Read)> ahead = new();
        Task<bool>? next = null;
        try
        {
            bool more = true;
            while (true)
            {
                while (more && ahead.Count < MostAhead)
                {
                    next ??= source.MoveNextAsync().AsTask();
                    if (ahead.Count > 0 && !next.IsCompletedSuccessfully)
                    {
                        // Not here yet, or failed: what is in hand comes first.
                        break;
                    }

                    more = await next.ConfigureAwait(false);
                    next = null;
                    if (more)
                    {
                        Article? article = source.Current;
                        ahead.Enqueue((article, article is null ? Task.FromException<(ArticleSketch, float[]?)>(new ArgumentException("An article is null.", nameof(articles))) : Task.Run(() => (Read(article), Embed(article)), CancellationToken.None)));
                    }
                }

                if (ahead.Count == 0)
                {
                    yield break;
                }

                (Article? first, Task<(ArticleSketch Sketch, float[]? Embedding)> read) = ahead.Dequeue();
                cancellationToken.ThrowIfCancellationRequested();
                (ArticleSketch sketch, float[]? embedding) = await read.ConfigureAwait(false);
                yield return Add(first!, sketch, embedding);
            }
        }
        finally
        {
            await EndAsync(source, next, ended).ConfigureAwait(false);
        }
    }

    // A stream must not be let go while it is still asked for its next article.
    private static async Task EndAsync(IAsyncEnumerator<Article> source, Task<bool>? next, CancellationTokenSource ended)
    {
        await ended.CancelAsync().ConfigureAwait(false);
        if (next is not null)
        {
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await source.DisposeAsync().ConfigureAwait(false);
    }
}
