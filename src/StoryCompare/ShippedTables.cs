using System.Runtime.CompilerServices;
using StoryCompare.Claims.Conflicts;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Clustering;
using StoryCompare.Figures;
using StoryCompare.Names;
using StoryCompare.Quotes;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;
using StoryCompare.Times;

namespace StoryCompare;

/// <summary>The tables that ship with the library. Each is read when a stage first asks for it; a run that is over in a third of a second has them read ahead, on another thread.</summary>
internal static class ShippedTables
{
    /// <summary>Reads the larger ones in the order in which the stages ask for them. A table that is missing here is read when it is asked for.</summary>
    public static void Read()
    {
        foreach (Type holder in (ReadOnlySpan<Type>)
        [
            typeof(BackgroundFrequencies), typeof(LineReader), typeof(ChromePhrases), typeof(CaptionRules), typeof(Abbreviations), typeof(ArticleFlags), typeof(TextDiagnostics),
            typeof(FigureUnits), typeof(FigureLexicon), typeof(NameWords), typeof(NameLexicon), typeof(Names.PhraseTable), typeof(LegalPhrases), typeof(SpeechLexicon),
            typeof(FillValues), typeof(NounClasses), typeof(Contraries), typeof(ActLexicon), typeof(CountedThings), typeof(Kinship), typeof(Negations), typeof(Oppositions), typeof(CertaintyReader),
            typeof(ClusteringModel), typeof(MatterReader), typeof(PersonReader), typeof(EventFrame), typeof(RoleAct), typeof(VerbForms), typeof(FillRule), typeof(Happenings), typeof(WordSets), typeof(OpenMatter), typeof(RivalDoers),
        ])
        {
            RuntimeHelpers.RunClassConstructor(holder.TypeHandle);
        }
    }
}
