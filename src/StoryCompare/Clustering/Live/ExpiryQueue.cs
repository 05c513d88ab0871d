namespace StoryCompare.Clustering.Live;

/// <summary>Which story ends next. Holds a place for each time a story's newest article changed; places that no longer hold true are passed over.</summary>
internal sealed class ExpiryQueue
{
    private readonly PriorityQueue<HeldStory, (int Newest, int Number)> _queue = new();

    public void Enqueue(HeldStory story) => _queue.Enqueue(story, (story.Newest, story.Number));

    /// <summary>The next story whose newest article is older than <paramref name="limit"/>; null when there is none. <paramref name="isHeld"/> says which stories still are.</summary>
    public HeldStory? Take(int limit, Func<HeldStory, bool> isHeld)
    {
        while (_queue.TryPeek(out HeldStory? story, out (int Newest, int Number) place) && place.Newest < limit)
        {
            _queue.Dequeue();
            if (story.Newest == place.Newest && isHeld(story))
            {
                return story;
            }
        }

        return null;
    }
}
