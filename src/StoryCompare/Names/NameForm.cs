using StoryCompare.Text;

namespace StoryCompare.Names;

/// <summary>A form of a name in one article, with what all its mentions say.</summary>
internal struct NameForm
{
    /// <summary>Where it first stands, without its possessive.</summary>
    public TextSpan Span;

    /// <summary>Whether that is in the title that stands apart.</summary>
    public bool InTitle;

    /// <summary>"Chilean troops".</summary>
    public bool NationalBody;

    /// <summary>Kind that strong evidence gives this form where another form is spelled alike; else <see cref="NameKind.Other"/>.</summary>
    public NameKind SplitKind;

    /// <summary>Votes of all mentions together.</summary>
    public KindVotes Votes;

    /// <summary>Number of mentions.</summary>
    public int Mentions;

    /// <summary>Form that introduced this one in brackets behind it, or -1.</summary>
    public int BracketOf;

    /// <summary>Number of capitalised words.</summary>
    public int Words;

    /// <summary>What the word lists say of the last word.</summary>
    public NameWord LastWord;

    /// <summary>Term of the last word.</summary>
    public uint LastTerm;

    /// <summary>First of its words' terms among the article's; see <see cref="FormTable.TermsOf"/>.</summary>
    public int FirstTerm;

    /// <summary>Number of its words.</summary>
    public int TermCount;
}
