namespace StoryCompare.Names;

/// <summary>What part a word of a name takes in it.</summary>
internal enum WordPart : byte
{
    /// <summary>It carries the name.</summary>
    Core,
    /// <summary>"al", "the".</summary>
    Article,
    /// <summary>"Inc.".</summary>
    Legal,
    /// <summary>"of", "and".</summary>
    Connector,
    /// <summary>"de", "bin".</summary>
    Particle,
}

/// <summary>The words of a name in their parts, and the letters that an acronym of it is made from.</summary>
internal readonly ref struct Initials
{
    private readonly FoldedWords _words;
    private readonly NameKind _kind;
    private readonly bool _person;

    /// <summary>Reads the words of a name of that kind, or of unknown kind.</summary>
    public Initials(FoldedWords words, NameKind kind)
    {
        _words = words;
        _kind = kind;
        _person = kind == NameKind.Person || (kind == NameKind.Other && !HoldsBody(words));
        int start = 0;
        while (_person && start + 1 < words.Count && IsTitle(start))
        {
            start++;
            if (start + 2 < words.Count && words[start] is "of" && (Flags(start + 1) & NameWord.Staff) != NameWord.None)
            {
                start += 2;
            }
        }

        Start = start;
        Span<char> first = stackalloc char[FoldedWords.MostWords];
        Span<char> firstLong = stackalloc char[FoldedWords.MostWords];
        int letters = 0;
        int lettersLong = 0;
        for (int i = start; i < words.Count; i++)
        {
            WordPart part = PartOf(i);
            if (part is WordPart.Article or WordPart.Legal)
            {
                continue;
            }

            firstLong[lettersLong++] = words[i][0];
            if (part != WordPart.Connector)
            {
                first[letters++] = words[i][0];
            }
        }

        Short = letters > 1 ? first[..letters].ToString() : "";
        Long = lettersLong > 1 ? Short.AsSpan().SequenceEqual(firstLong[..lettersLong]) ? Short : firstLong[..lettersLong].ToString() : "";
    }

    /// <summary>Index of the first word behind the titles.</summary>
    public int Start { get; }

    /// <summary>First letters; empty for fewer than two words.</summary>
    public string Short { get; }

    /// <summary>First letters with those of "of" and "for"; empty for fewer than two words.</summary>
    public string Long { get; }

    /// <summary>The part of a word from <see cref="Start"/> on.</summary>
    public WordPart PartOf(int i)
    {
        ReadOnlySpan<char> word = _words[i];
        NameWord flags = NameWords.OfFolded(word);
        if ((flags & NameWord.LegalForm) != NameWord.None && (i > 0 || word.Length > 2) && !_person)
        {
            return WordPart.Legal;
        }

        if (_words.IsArticle(i))
        {
            return WordPart.Article;
        }

        if (word is "of" or "for" or "and" or "the" or "in")
        {
            return WordPart.Connector;
        }

        bool particle = (flags & NameWord.Particle) != NameWord.None && i + 1 < _words.Count && (i > Start || word is not ("ben" or "abu"))
            && _kind != NameKind.Organisation;
        return particle ? WordPart.Particle : WordPart.Core;
    }

    private static bool HoldsBody(FoldedWords words)
    {
        for (int i = 0; i < words.Count; i++)
        {
            if ((NameWords.OfFolded(words[i]) & (NameWord.Organisation | NameWord.LegalForm)) != NameWord.None)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsTitle(int i) =>
        (Flags(i) & NameWord.Title) != NameWord.None
        || ((Flags(i) & NameWord.RoleModifier) != NameWord.None && i + 2 < _words.Count && (Flags(i + 1) & NameWord.Title) != NameWord.None);

    private NameWord Flags(int i) => NameWords.OfFolded(_words[i]);
}
