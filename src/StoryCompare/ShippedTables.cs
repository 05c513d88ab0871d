using StoryCompare.Claims.Conflicts;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Clustering;
using StoryCompare.Figures;
using StoryCompare.Names;
using StoryCompare.Quotes;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;
using static System.Runtime.CompilerServices.RuntimeHelpers;

namespace StoryCompare;

/// <summary>The tables that ship with the library. Each is read when a stage first asks for it; a run that is over in a third of a second has them read ahead, on another thread.</summary>
internal static class ShippedTables
{
    /// <summary>Reads the larger ones in the order in which the stages ask for them. A table that is missing here is read when it is asked for.</summary>
    public static void Read()
    {
        RunClassConstructor(typeof(BackgroundFrequencies).TypeHandle);
        RunClassConstructor(typeof(LineReader).TypeHandle);
        RunClassConstructor(typeof(ChromePhrases).TypeHandle);
        RunClassConstructor(typeof(CaptionRules).TypeHandle);
        RunClassConstructor(typeof(Abbreviations).TypeHandle);
        RunClassConstructor(typeof(ArticleFlags).TypeHandle);
        RunClassConstructor(typeof(TextDiagnostics).TypeHandle);
        RunClassConstructor(typeof(FigureUnits).TypeHandle);
        RunClassConstructor(typeof(FigureLexicon).TypeHandle);
        RunClassConstructor(typeof(NameWords).TypeHandle);
        RunClassConstructor(typeof(NameLexicon).TypeHandle);
        RunClassConstructor(typeof(Names.PhraseTable).TypeHandle);
        RunClassConstructor(typeof(LegalPhrases).TypeHandle);
        RunClassConstructor(typeof(SpeechLexicon).TypeHandle);
        RunClassConstructor(typeof(FillValues).TypeHandle);
        RunClassConstructor(typeof(NounClasses).TypeHandle);
        RunClassConstructor(typeof(Contraries).TypeHandle);
        RunClassConstructor(typeof(ActLexicon).TypeHandle);
        RunClassConstructor(typeof(CountedThings).TypeHandle);
        RunClassConstructor(typeof(Kinship).TypeHandle);
        RunClassConstructor(typeof(Negations).TypeHandle);
        RunClassConstructor(typeof(Oppositions).TypeHandle);
        RunClassConstructor(typeof(CertaintyReader).TypeHandle);
        RunClassConstructor(typeof(ClusteringModel).TypeHandle);
        RunClassConstructor(typeof(MatterReader).TypeHandle);
        RunClassConstructor(typeof(PersonReader).TypeHandle);
        RunClassConstructor(typeof(EventFrame).TypeHandle);
        RunClassConstructor(typeof(RoleAct).TypeHandle);
        RunClassConstructor(typeof(VerbForms).TypeHandle);
        RunClassConstructor(typeof(FillRule).TypeHandle);
        RunClassConstructor(typeof(Happenings).TypeHandle);
        RunClassConstructor(typeof(WordSets).TypeHandle);
        RunClassConstructor(typeof(OpenMatter).TypeHandle);
        RunClassConstructor(typeof(RivalDoers).TypeHandle);
    }
}
