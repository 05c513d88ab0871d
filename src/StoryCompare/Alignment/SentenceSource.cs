using StoryCompare.Text;

namespace StoryCompare.Alignment;

/// <summary>A sentence to be profiled: a run of tokens of a text.</summary>
/// <param name="Text">The text.</param>
/// <param name="FirstToken">Index of the first token.</param>
/// <param name="TokenCount">Number of tokens.</param>
/// <param name="NameKeys">For each token, the key of the folded name it belongs to, or 0; null for no names.</param>
/// <param name="IsTitle">Whether it is the article's title.</param>
/// <param name="Speech">For each token, whether it tells who speaks; null where none does. See <see cref="SpeechParts"/>.</param>
internal readonly record struct SentenceSource(TokenizedText Text, int FirstToken, int TokenCount, uint[]? NameKeys = null, bool IsTitle = false, bool[]? Speech = null)
{
    /// <summary>A text that is one sentence.</summary>
    public static SentenceSource Of(TokenizedText text) => new(text, 0, text.Tokens.Length);

    /// <summary>A text that is one sentence of a story: who speaks counts for little.</summary>
    public static SentenceSource InStory(TokenizedText text) => Of(text) with { Speech = SpeechParts.OfSentence(text) };
}
