namespace StoryCompare.Clustering.Live;

/// <summary>Gives the groups of a decision to stories: a group keeps the story it shares most texts with, what is left over begins one.</summary>
internal static class StoryAssignment
{
    /// <summary>Moves the texts and says what changed. Ended stories are left without texts.</summary>
    /// <param name="arrival">The text that came; its own way is no move.</param>
    /// <param name="groups">Every text of the stories looked at, and the arrival.</param>
    /// <param name="begin">Begins a story.</param>
    public static List<StoryMove> Assign(HeldText arrival, List<List<HeldText>> groups, Func<HeldStory> begin)
    {
        List<StoryMove> moves = [];
        HeldStory?[] keeps = Claim(groups);
        List<(HeldStory Into, HeldStory From, List<HeldText> Texts, bool Began)> moved = [];
        for (int g = 0; g < groups.Count; g++)
        {
            HeldStory into = keeps[g] ?? begin();
            foreach (IGrouping<HeldStory?, HeldText> from in groups[g].GroupBy(static t => t.Story).OrderBy(static f => f.Key?.Number).ToList())
            {
                if (from.Key == into)
                {
                    continue;
                }

                List<HeldText> texts = [.. from];
                foreach (HeldText text in texts)
                {
                    from.Key?.Remove(text);
                    into.Add(text);
                }

                texts.Remove(arrival);
                if (from.Key is not null && texts.Count > 0)
                {
                    moved.Add((into, from.Key, texts, keeps[g] is null));
                }
            }
        }

        foreach ((HeldStory into, HeldStory from, List<HeldText> texts, bool began) in moved)
        {
            moves.Add(new StoryMove(from.Texts.Count == 0 ? StoryUpdateKind.Merged : began ? StoryUpdateKind.Split : StoryUpdateKind.Moved, into, from, texts));
        }

        return moves;
    }

    // What the caller put together keeps its story before all others.
    private static HeldStory?[] Claim(List<List<HeldText>> groups)
    {
        List<(int Group, HeldStory Story, int Overlap, bool IsPinned)> claims = [];
        for (int g = 0; g < groups.Count; g++)
        {
            claims.AddRange(groups[g].Where(static t => t.Story is not null).GroupBy(static t => t.Story!).Select(s => (g, s.Key, s.Count(), s.Any(static t => t.IsPinned))));
        }

        HeldStory?[] keeps = new HeldStory?[groups.Count];
        HashSet<HeldStory> taken = [];
        foreach ((int group, HeldStory story, _, _) in claims.OrderByDescending(static c => c.IsPinned).ThenByDescending(static c => c.Overlap).ThenBy(static c => c.Story.Number).ThenBy(static c => c.Group))
        {
            if (keeps[group] is null && taken.Add(story))
            {
                keeps[group] = story;
            }
        }

        return keeps;
    }
}
