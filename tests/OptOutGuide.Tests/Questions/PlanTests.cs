using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace OptOutGuide.Tests.Questions;

public sealed class PlanTests
{
    private static readonly string[] Countries = [.. RealContent.Content.Authorities.Select(authority => authority.Country)];

    private static readonly string[] Words = ["facebook", "instagram", "threads", "whatsapp", "several", "page", "none"];

    /// <summary>Every way to answer: each country's law once, every set of possessions, every further answer.</summary>
    public static IEnumerable<Answers> EveryAnswer =>
        from country in new[] { "FR", "NO", "GB", "CH", Answers.Elsewhere }
        from set in Enumerable.Range(1, (1 << 6) - 1).Append(1 << 6)
        from linked in new Linkage?[] { null, Linkage.Linked, Linkage.NotLinked, Linkage.Unsure }
        from login in new bool?[] { null, true, false }
        from audience in new Audience?[] { null, Audience.Me, Audience.SomeoneElse, Audience.Several }
        select new Answers(country, Owned.Read([.. Words.Where((_, index) => (set & (1 << index)) != 0)], ShippedServices.All), linked, login, audience);

    [Fact]
    public void Plan_ForEveryCompleteAnswer_HasAFirstStepOrSaysWhatRemains()
    {
        var complete = EveryAnswer.Where(answers => answers.Next is null).ToArray();

        Assert.NotEmpty(complete);
        Assert.All(complete, answers =>
        {
            var plan = ObjectionPlan.From(answers, ShippedServices.NoAccount);
            Assert.True(plan.Objections.Count > 0 || plan.Advice.Count > 0);
            Assert.Equal(plan.Objections.Count, plan.List.Objections.Count);
            Assert.All(RealContent.Content.Languages, language =>
                Assert.All(plan.Objections, service => Assert.NotNull(RealContent.Content.GuideFor(service, language))));
            Assert.Equal(ChecklistError.None, ShippedServices.Decode(ChecklistCodec.Encode(plan.List)).Error);
        });
    }

    /// <summary>One person's list, which can be finished; several people's has room for the next.</summary>
    [Theory]
    [InlineData(Audience.Me, 1, false)]
    [InlineData(Audience.SomeoneElse, 1, true)]
    [InlineData(Audience.Several, 2, true)]
    public void Plan_ForOthers_SaysThatEachSendsTheirOwn(Audience audience, int people, bool isSaid)
    {
        var plan = ObjectionPlan.From(new("FR", Owned.Read(["facebook"], ShippedServices.All), null, true, audience), ShippedServices.NoAccount);

        Assert.Equal(people, plan.List.People.Count);
        Assert.Equal(isSaid, plan.Advice.Contains(Advice.OtherPeople));
    }

    [Fact]
    public void Answers_Every_EndInAPlanAfterAtMostFiveQuestions()
    {
        Assert.All(EveryAnswer, answers =>
        {
            var (given, asked) = (Answers.None, 0);
            while (given.Next is { } question && asked <= 5)
            {
                given = Answer(given, question, answers);
                asked++;
            }

            Assert.InRange(asked, 1, 5);
        });
    }

    [Fact]
    public void Answers_WrittenToAnAddress_ReadTheSame()
    {
        Assert.All(EveryAnswer, answers =>
        {
            var read = Answers.Read(Query(answers.ToQuery()), ShippedServices.All, Countries);

            Assert.Equal(answers.ToQuery(), read.ToQuery());
            Assert.Equal(answers.Next, read.Next);
        });
    }

    [Theory]
    [InlineData("?where=FR&have=facebook&have=instagram&linked=linked&login=yes&for=me", new[] { "facebook" })]
    [InlineData("?where=FR&have=facebook&have=instagram&linked=unsure&login=yes&for=me", new[] { "facebook", "instagram" })]
    [InlineData("?where=FR&have=whatsapp&for=me", new[] { "no-account" })]
    [InlineData("?where=FR&have=page&login=yes&for=me", new[] { "facebook" })]
    [InlineData("?where=FR&have=page&have=whatsapp&login=yes&for=me", new[] { "facebook" })]
    [InlineData("?where=GB&have=none&for=me", new[] { "no-account" })]
    [InlineData("?where=elsewhere", new string[0])]
    public void Plan_ForSomeAnswers_NamesItsObjectionsInOrder(string query, string[] expected)
    {
        var answers = Answers.Read(Query(query), ShippedServices.All, Countries);

        var plan = ObjectionPlan.From(answers, ShippedServices.NoAccount);

        Assert.Null(answers.Next);
        Assert.Equal(expected, plan.Objections.Select(service => service.Id));
    }

    [Theory]
    [InlineData("?where=FR&have=facebook&login=no&for=me", Advice.CannotLogIn)]
    [InlineData("?where=FR&have=facebook&have=several&linked=linked&login=yes&for=me", Advice.SeveralAccounts)]
    [InlineData("?where=FR&have=facebook&have=page&login=yes&for=me", Advice.ManagesPage)]
    [InlineData("?where=FR&have=facebook&have=threads&linked=unsure&login=yes&for=me", Advice.CheckLinks)]
    [InlineData("?where=FR&have=none&for=several", Advice.OtherPeople)]
    [InlineData("?where=elsewhere", Advice.NotCovered)]
    public void Plan_WhereSomethingStandsInTheWay_SaysSoFirst(string query, Advice expected)
    {
        var answers = Answers.Read(Query(query), ShippedServices.All, Countries);

        Assert.Equal(expected, ObjectionPlan.From(answers, ShippedServices.NoAccount).Advice[0]);
    }

    [Theory]
    [InlineData("?where=XX&have=everything&linked=perhaps&login=2&for=them")]
    [InlineData("?where=%3Cscript%3E&have=&linked=&login=&for=")]
    [InlineData("?where=fr")]
    public void Answers_NotAmongTheChoices_CountAsNotGiven(string query)
    {
        var answers = Answers.Read(Query(query), ShippedServices.All, Countries);

        Assert.Equal(QuestionKind.Where, answers.Next);
        Assert.Equal("", answers.ToQuery());
    }

    private static Answers Answer(Answers given, QuestionKind question, Answers from) => question switch
    {
        QuestionKind.Where => given with { Where = from.Where },
        QuestionKind.Have => given with { Have = from.Have },
        QuestionKind.Linked => given with { Linked = from.Linked ?? Linkage.Unsure },
        QuestionKind.Login => given with { CanLogIn = from.CanLogIn ?? true },
        _ => given with { For = from.For ?? Audience.Me },
    };

    private static QueryCollection Query(string query) => new(QueryHelpers.ParseQuery(query));
}
