using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace OptOutGuide.Tests.ChecklistPage;

/// <summary>The list as its circuit renders it, on 22 November 2026.</summary>
public abstract class ChecklistBoardContext : BunitContext
{
    private protected static readonly Language French = ContentFixture.Valid.Languages[0];
    private protected static readonly ListTexts Texts = French.Texts<ListTexts>();

    private protected FakeTimeProvider Time { get; } = TestClock.Noon;

    protected ChecklistBoardContext()
    {
        Services.AddSingleton(new SiteClock(Time, Options.Create(new SiteOptions())));
        Services.AddSingleton(ContentFixture.Library());
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    private protected IRenderedComponent<ChecklistBoard> Show(string query) => Render<ChecklistBoard>(parameters => parameters
        .Add(board => board.LanguageCode, "fr")
        .Add(board => board.Query, query));

    /// <summary>Waits for the click's turn: the renderer may still be finishing what came before.</summary>
    private protected static void Press(IRenderedComponent<ChecklistBoard> board, int click, string name, string value) =>
        board.Find("form").TriggerEventAsync("onlistclick", new ListClickEventArgs { Click = click, Name = name, Value = value }).GetAwaiter().GetResult();

    private protected static (string Name, string Value)[] Controls(IRenderedComponent<ChecklistBoard> board) =>
        [.. board.FindAll("button:not([type=button])").Select(button => (button.GetAttribute("name")!, button.GetAttribute("value")!))];

    private protected static string Code(IRenderedComponent<ChecklistBoard> board) => board.Find("input[name=l]").GetAttribute("value")!;

    private protected static string Status(IRenderedComponent<ChecklistBoard> board) => Text(board.Find("#progress"));

    private protected static IEnumerable<string> Headings(IRenderedComponent<ChecklistBoard> board) => board.FindAll("h2, h3, h4").Select(Text);

    private protected static string Text(IElement element) => string.Join(' ', element.TextContent.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)).Replace(" ,", ",", StringComparison.Ordinal);
}
