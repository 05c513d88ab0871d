namespace StoryCompare.Evaluation.Figures;

/// <summary>Conventions in which a data set differs from the library without either being wrong; the scorer allows for them.</summary>
internal enum FigureConventions
{
    /// <summary>Shares are fractions with the unit "% noun"; conversions in brackets are quantities of their own. CQE's sets as well.</summary>
    NewsQuant,
    /// <summary>A rate is labelled by its numerator, an age as a time, a range by the end beside the unit.</summary>
    Recognizers,
    /// <summary>A range is labelled by its middle, a share as a bare fraction, a count without its noun.</summary>
    Quantulum,
}
