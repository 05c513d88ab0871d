using System.Globalization;
using System.Text;

namespace StoryCompare.Tests.Browser;

/// <summary>One invented event told by many outlets, each in its own order with sentences of its own; the same every time.</summary>
internal static class LongStory
{
    private static readonly string[][] Facts =
    [
        ["At least 14 people were killed when a bridge collapsed in Varnholm on Monday, police said.", "The collapse of a bridge in Varnholm killed at least 14 people on Monday, according to police.", "A bridge collapse in Varnholm left 12 people dead on Monday, police said."],
        ["More than 230 people were injured, 41 of them seriously.", "Over 230 people were hurt, including 41 who are in serious condition.", "The number of injured passed 230, of whom 41 were badly hurt."],
        ["Rescue teams reached 65 residents by boat during the night.", "During the night rescuers brought 65 residents to safety in boats.", "Boats carried 65 people to safety overnight."],
        ["“We have never seen anything like this,” Mayor Anna Lind told reporters.", "“We have never seen anything like this,” said Anna Lind, the mayor of Varnholm.", "Mayor Anna Lind said the town had never seen anything like it."],
        ["Officials put the damage at about $120 million.", "The damage is estimated at $120 million.", "Losses from the bridge collapse may reach $150 million, officials estimated."],
        ["The cause of the collapse was not yet known.", "It was not immediately clear what caused the bridge to collapse.", "Investigators have not confirmed the cause of the collapse."],
        ["Schools in Varnholm will stay closed until Thursday.", "Varnholm's schools are to remain shut until Thursday.", "Classes in Varnholm are cancelled until Friday."],
        ["The Red Crescent sent 85 helpers to Varnholm.", "Some 85 helpers were sent to Varnholm by the Red Crescent.", "Varnholm received 85 helpers from the Red Crescent."],
    ];

    private static readonly string[] Own = ["The road to the Kesh Valley was built by a firm from Quorn {0} years ago.", "A market that usually draws {0}00 visitors was called off.", "Neighbouring Lindesay offered {0} tents and blankets.", "The last bridge collapse in the region, in 19{0}, closed the railway as well.", "A baker from Quorn said he had heard a noise like thunder {0} minutes earlier."];

    public static IReadOnlyList<Article> Articles(int count)
    {
        Random random = new(20240311);
        List<Article> articles = [];
        for (int a = 0; a < count; a++)
        {
            StringBuilder text = new("Bridge collapse in Varnholm\n\n");
            foreach (int fact in Enumerable.Range(0, Facts.Length).OrderBy(f => f == 0 ? -1 : random.Next()))
            {
                text.Append(Facts[fact][random.Next(12) is var way && way < 6 ? 0 : way < 11 ? 1 : 2]).Append(fact % 2 == 0 ? "\n\n" : " ");
                text.Append(string.Format(CultureInfo.InvariantCulture, Own[random.Next(Own.Length)], random.Next(11, 99))).Append(' ');
            }

            articles.Add(new Article(text.ToString())
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"a{a:D2}"),
                Outlet = string.Create(CultureInfo.InvariantCulture, $"Regional Paper {a + 1}"),
                Published = new DateTimeOffset(2024, 3, 11, 18, 0, 0, TimeSpan.Zero).AddHours(a % 20),
            });
        }

        return articles;
    }
}
