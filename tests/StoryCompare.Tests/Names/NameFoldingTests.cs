using FsCheck;
using FsCheck.Fluent;
using StoryCompare.Names;

namespace StoryCompare.Tests.Names;

public class NameFoldingTests
{
    private static readonly string[] Pool =
        ["Daesh", "ISIS", "ISIL", "Islamic State", "Deir Ezzor", "Dayr al-Zawr", "Iraq", "Iran", "Syria", "Tal Safuk", "Tal Safouk", "Joe Brandel", "Brandel",
         "Muammar Gaddafi", "Moammar Kadhafi", "Brigade 44", "Brigade 45", "Popular Mobilization Units", "PMU", "PMF", "Al-Walid", "al-Waleed", "Syrian army", "Syrian troops",
         "Karim Haddad", "Kareem Hadad", "Kerim Haddad", "Northgate Energy", "Northgate Energy Inc."];

    [Test]
    public void Fold_AliasesOfThePack_AreOne()
    {
        int[][] groups = NameFolding.Fold([Names("Daesh", "Iraq"), Names("Iran", "ISIL")], new NameOptions());
        Assert.That(groups[0][0], Is.EqualTo(groups[1][1]));
        Assert.That(groups[0][1], Is.Not.EqualTo(groups[1][0]));
    }

    [Test]
    public void Fold_FirstAppearance_NumbersFromZero() =>
        Assert.That(NameFolding.Fold([Names("Oslo", "Bergen"), Names("Bergen", "Troms")], new NameOptions()), Is.EqualTo(new[] { new[] { 0, 1 }, [1, 2] }));

    [Test]
    public void Fold_CallersAliases_AreOneAndSaid()
    {
        NameOptions options = new() { Aliases = [["the Old Lady", "Bank of Testonia"]] };
        List<NameJoin> joins = [];
        int[][] groups = NameFolding.Fold([Names("Old Lady"), Names("Bank of Testonia")], options, joins);
        Assert.That(groups[0][0], Is.EqualTo(groups[1][0]));
        Assert.That(joins.Single().Match.Because, Does.Contain("caller"));
    }

    [Test]
    public void Fold_CallersMustNotMerge_HoldsThroughAThirdName()
    {
        NameOptions options = new() { MustNotMerge = [new("Daesh", "Islamic State")] };
        int[][] groups = NameFolding.Fold([Names("Daesh"), Names("ISIS"), Names("Islamic State")], options);
        Assert.That(groups[0][0], Is.Not.EqualTo(groups[2][0]));
    }

    [Test]
    public void Fold_TownAndChannel_StayApart()
    {
        ArticleNames town = Names(("al-Mayadeen", NameKind.Place));
        ArticleNames channel = Names(("al-Mayadeen", NameKind.Organisation));
        int[][] groups = NameFolding.Fold([town, channel], new NameOptions());
        Assert.That(groups[0][0], Is.Not.EqualTo(groups[1][0]));
    }

    [Test]
    public void Fold_SurnameAlone_JoinsTheOnlyBearer()
    {
        int[][] one = NameFolding.Fold([Names(("Joe Brandel", NameKind.Person)), Names(("Brandel", NameKind.Person))], new NameOptions());
        Assert.That(one[1][0], Is.EqualTo(one[0][0]));
        int[][] two = NameFolding.Fold([Names(("Joe Brandel", NameKind.Person), ("Anna Brandel", NameKind.Person)), Names(("Brandel", NameKind.Person))], new NameOptions());
        Assert.That(two[1][0], Is.Not.EqualTo(two[0][0]).And.Not.EqualTo(two[0][1]));
    }

    [Test]
    public void Fold_AnyOrderOfArticles_SameGroups() =>
        Prop.ForAll(Arb.From(Gen.ArrayOf(Gen.ArrayOf(Gen.Elements(Pool)))), static articles =>
        {
            ArticleNames[] names = [.. articles.Select(static a => Names([.. a.Distinct()]))];
            int[][] forward = NameFolding.Fold(names, new NameOptions());
            int[][] backward = NameFolding.Fold([.. names.Reverse()], new NameOptions());
            Array.Reverse(backward);
            return Partition(forward) == Partition(backward);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Fold_MustNotMerge_NeverViolated() =>
        Prop.ForAll(Arb.From(Gen.ArrayOf(Gen.Elements(Pool))), Arb.From(Gen.Elements(Pool)), Arb.From(Gen.Elements(Pool)), static (forms, x, y) =>
        {
            string[] all = [.. forms.Append(x).Append(y).Distinct()];
            NameOptions options = new() { MustNotMerge = [new(x, y)], Aliases = [[x, "Third"], [y, "Third"]] };
            int[] groups = NameFolding.Fold([Names([.. all, "Third"])], options)[0];
            return NameText.Plain(x) == NameText.Plain(y) || groups[Array.IndexOf(all, x)] != groups[Array.IndexOf(all, y)];
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Match_AnyPair_IsSymmetric()
    {
        Gen<string> any = Gen.OneOf(Gen.Elements(Pool), Gen.Elements(Pool).Select(static n => n.ToUpperInvariant()),
            from s in Gen.ArrayOf(Gen.Elements("aeioubdgkhlmnrstwyz -'’".ToCharArray())) select new string(s));
        Prop.ForAll(Arb.From(any), Arb.From(any), static (a, b) =>
        {
            NameKey x = NameKeyBuilder.Build(a);
            NameKey y = NameKeyBuilder.Build(b);
            return NameMatcher.Match(x, y) == NameMatcher.Match(y, x);
        }).QuickCheckThrowOnFailure();
    }

    private static string Partition(int[][] groups)
    {
        Dictionary<int, int> numbers = [];
        return string.Join(';', groups.Select(a => string.Join(',', a.Select(g => numbers.TryGetValue(g, out int n) ? n : numbers[g] = numbers.Count))));
    }

    private static ArticleNames Names(params string[] forms) => Names([.. forms.Select(static f => (f, NameKind.Other))]);

    private static ArticleNames Names(params (string Form, NameKind Kind)[] forms) => new()
    {
        Entities = [.. forms.Select(static f => new ArticleEntity([f.Form]) { Kind = f.Kind, KindCertain = f.Kind != NameKind.Other, Key = 0 })],
    };
}
