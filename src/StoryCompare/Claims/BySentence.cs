using StoryCompare.Alignment;

namespace StoryCompare.Claims;

/// <summary>A place for each sentence of a story, where what was read of it is kept: <c>known[at] ??= Read(at)</c>.</summary>
/// <remarks>
/// For several threads at once, as long as what is kept does not change and depends on the sentence alone: two that ask at the same time may both read it, and either's is kept.
/// </remarks>
/// <typeparam name="T">A reference or a number; its default means "not read yet".</typeparam>
internal sealed class BySentence<T>(StoryContext story)
{
    private readonly T?[][] _rows = Array.ConvertAll(story.Articles, static a => new T?[a.SentenceCount]);

    /// <summary>The sentence's place.</summary>
    public ref T? this[SentenceRef at] => ref _rows[at.Article][at.Sentence];
}
