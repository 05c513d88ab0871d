namespace StoryCompare.Text.Lexicon;

/// <summary>A word or phrase of the lexicon in a run of tokens, under one of its classes.</summary>
/// <param name="FirstToken">Index into the run.</param>
/// <param name="TokenCount">Number of tokens, hyphens included.</param>
/// <param name="Class">The class; see <see cref="ActLexicon.NameOf"/>.</param>
/// <param name="Part">As which parts of speech the class lists it: "attack" is verb and noun.</param>
internal readonly record struct ActMention(int FirstToken, int TokenCount, ushort Class, ActPart Part);
