namespace OptOutGuide.Tests.Questions;

public sealed class QuestionHintTests
{
    public static TheoryData<string> Languages => [.. RealContent.Content.Languages.Select(language => language.Code)];

    /// <summary>Nobody has to know how accounts are linked before going on.</summary>
    [Theory, MemberData(nameof(Languages))]
    public void LinkedHint_NamesTheAnswerForWhoeverIsUnsure(string language)
    {
        var texts = RealContent.Content.FindLanguage(language)!.Texts<QuestionTexts>();

        Assert.Contains(texts.LinkedUnsure, texts.LinkedHint, StringComparison.Ordinal);
    }

    /// <summary>An application that asks for no password is logged in, whether or not its owner remembers the password.</summary>
    [Theory, MemberData(nameof(Languages))]
    public void LoginHint_NamesTheAnswerForWhoeverHasAnOpenApplication(string language)
    {
        var texts = RealContent.Content.FindLanguage(language)!.Texts<QuestionTexts>();

        Assert.Matches($@"\b{texts.LoginYes}\b", texts.LoginHint);
    }
}
