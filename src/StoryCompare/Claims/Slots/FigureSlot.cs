using StoryCompare.Text;

namespace StoryCompare.Claims.Slots;

/// <summary>What a figure says in its sentence: what is counted, in which role, and the words that tell it.</summary>
internal sealed class FigureSlot
{
    /// <summary>The figure as it is compared: unit and role filled in where the words round it tell them ("the toll stands at 14": 14 people, killed).</summary>
    public required Figure Figure { get; init; }

    /// <summary>What is counted or measured, by one name for all words that stand for it.</summary>
    public required string Thing { get; init; }

    /// <summary>The kind of people that are counted ("soldier"); empty for people in general and for things.</summary>
    public string Narrow { get; init; } = "";

    /// <summary>What an amount of money or time or a share is of ("damage", "prison"; see <see cref="MatterReader"/>); empty where nothing tells.</summary>
    public string Matter { get; init; } = "";

    /// <summary>Stem of what a weight, volume or length is of ("kilograms of cocaine"); 0 where nothing tells.</summary>
    public uint Material { get; init; }

    /// <summary>Whether the most that is possible is told: "faces up to", "could get", "a maximum of".</summary>
    public bool IsMost { get; init; }

    /// <summary>Lower-case content words of the figure's own clause, in order; the counted noun left out.</summary>
    public required Token[] Words { get; init; }

    /// <summary>Their weights; a word that tells nothing of the figure weighs 0.</summary>
    public required float[] Weights { get; init; }

    /// <summary>Of a duration: the words for what lasted so long.</summary>
    public Token[] Lasting { get; init; } = [];

    /// <summary>Stretch of the sentence that speaks of the figure.</summary>
    public required TextSpan Near { get; init; }

    /// <summary>Stretch before the figure within its clause, where the subject stands.</summary>
    public required TextSpan Before { get; init; }

    /// <summary>Stretch behind the figure.</summary>
    public required TextSpan After { get; init; }

    /// <summary>Whether the clause states nothing: "can", "may", "if".</summary>
    public bool IsUnreal { get; init; }

    /// <summary>Whether it is told as what is to come: "will cost", "is to have", "said that it would pay".</summary>
    public bool IsPlanned { get; init; }

    /// <summary>Whether the figure is asked for, not given: "prosecutors asked for 11 years".</summary>
    public bool IsAsked { get; init; }

    /// <summary>Whether the clause speaks of one of several: "one of the cables links 33 countries".</summary>
    public bool IsOfOne { get; init; }

    /// <summary>Total weight of the words.</summary>
    public float Weight
    {
        get
        {
            float sum = 0;
            foreach (float w in Weights)
            {
                sum += w;
            }

            return sum;
        }
    }
}
