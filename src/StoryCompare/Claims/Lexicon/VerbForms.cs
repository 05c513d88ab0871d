using StoryCompare.Internals;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;

namespace StoryCompare.Claims.Lexicon;

/// <summary>Which form of a verb a word may be.</summary>
[Flags]
internal enum VerbForm : byte
{
    /// <summary>No verb.</summary>
    None = 0,
    /// <summary>"Find", "finds".</summary>
    Present = 1,
    /// <summary>"Found".</summary>
    Past = 2,
    /// <summary>"Found", "taken".</summary>
    Participle = 4,
    /// <summary>"Finding".</summary>
    Gerund = 8,
    /// <summary>More often a noun or adjective in this form: a verb only behind a pronoun or "to".</summary>
    Rare = 16,
    /// <summary>The base form itself: "find".</summary>
    Base = 32,
}

/// <summary>The forms of verbs (<c>verb_forms.tsv</c>), by which clauses are read without a tagger.</summary>
internal static class VerbForms
{
    private static readonly WordMap<VerbForm> Forms = Load();

    /// <summary>The forms that a token may be; none where it is no verb.</summary>
    public static VerbForm Of(in Token token) => Forms.Of(token);

    private static WordMap<VerbForm> Load()
    {
        TermMap<VerbForm> forms = new();
        foreach (string[] row in EmbeddedData.Rows("verb_forms.tsv"))
        {
            foreach (string word in row[1].Split(' '))
            {
                switch (row[0])
                {
                    case "past":
                        Set(forms, word, VerbForm.Past | VerbForm.Participle);
                        break;
                    case "participle":
                        Set(forms, word, VerbForm.Participle);
                        break;
                    default:
                        AddRegular(forms, word, row[0] == "noun" ? VerbForm.Rare : VerbForm.None);
                        break;
                }
            }
        }

        return new WordMap<VerbForm>(forms);
    }

    private static void AddRegular(TermMap<VerbForm> forms, string verb, VerbForm rare)
    {
        foreach (string form in Inflections.OfVerb(verb))
        {
            Set(forms, form, form == verb ? VerbForm.Present | VerbForm.Base | rare
                : form.EndsWith("ing", StringComparison.Ordinal) ? VerbForm.Gerund
                : form.EndsWith("ed", StringComparison.Ordinal) ? VerbForm.Past | VerbForm.Participle
                : VerbForm.Present | rare);
        }
    }

    private static void Set(TermMap<VerbForm> forms, string word, VerbForm form)
    {
        uint term = TermHash.Of(word);
        forms[term] = forms.GetValueOrDefault(term) | form;
    }
}
