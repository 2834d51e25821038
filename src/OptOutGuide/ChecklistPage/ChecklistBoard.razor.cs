using System.Globalization;
using Microsoft.AspNetCore.Components;
using OptOutGuide.Checklists;
using OptOutGuide.Configuration;
using OptOutGuide.LiveContent;

namespace OptOutGuide.ChecklistPage;

/// <summary>
/// Renders a list and, while a circuit is open, applies the clicks on its controls. The page's script (<c>list.js</c>) stores
/// the list, raises an event for each click and reads the result from the rendered form: the list, and the number of the last
/// click applied. Nothing else is exchanged, and never a person's name.
/// </summary>
public sealed partial class ChecklistBoard
{
    private ChecklistState _state = new(Checklist.Empty, new());
    private Checklist? _previous;
    private (SiteContent Content, Language Language)? _version;

    [Inject]
    private ContentLibrary Library { get; set; } = null!;

    [Inject]
    private SiteClock Clock { get; set; } = null!;

    [Parameter, EditorRequired]
    public required string LanguageCode { get; set; }

    /// <summary>The query of the address, as <see cref="ChecklistState.ToQuery"/> writes it.</summary>
    [Parameter, EditorRequired]
    public required string Query { get; set; }

    /// <summary>The address held a list that could not be read, as the page says: not to be called empty.</summary>
    [Parameter]
    public bool IsUnread { get; set; }

    internal Checklist List => _state.List;

    internal ChecklistView View => _state.View;

    internal SiteContent Content => Version.Content;

    internal Language Language => Version.Language;

    internal DateOnly Today => Clock.Today;

    internal ListTexts Texts => Language.Texts<ListTexts>();

    internal Person OpenPerson => _state.OpenPerson;

    internal IReadOnlyList<Objection> Objections => List.Objections;

    internal string Code => ChecklistCodec.Encode(List);

    /// <summary>One version of the content for all of a render, and none until the next: an open list keeps no old one in memory.</summary>
    private (SiteContent Content, Language Language) Version
    {
        get
        {
            if (_version is { } version)
            {
                return version;
            }

            var content = Library.Current;
            // Runs once the renderer has done what it is doing.
            SynchronizationContext.Current?.Post(_ => _version = null, null);
            _version = version = (content, content.FindLanguage(LanguageCode) ?? content.Languages[0]);
            return version;
        }
    }

    /// <summary>Number of the last click that is in the list.</summary>
    private int Applied { get; set; }

    private int Sent => Objections.Count(objection => objection.Progress.IsSent);

    private int Confirmed => Objections.Count(objection => objection.Progress.State is ProgressState.Confirmed);

    internal Outcome Outcome => Outcomes.Of(List, Today);

    private string PanelAt => _state.OpenPanel is { } panel ? new Panel(panel.Kind, At(panel.Id)).ToString() : "";

    private (string Name, string Value) DefaultButton => _state.OpenPanel is not { } panel ? DefaultButtonOfPerson : panel.Kind switch
    {
        PanelKind.Date => ("do", $"sent.{At(panel.Id)}.on"),
        PanelKind.Country => ("do", $"country.{At(panel.Id)}"),
        PanelKind.Add or PanelKind.Remove or PanelKind.Clear => DefaultButtonOfPerson,
    };

    private (string Name, string Value) DefaultButtonOfPerson => OpenPerson.HasNothing
        ? ("do", $"start.{At(new ItemId(OpenPerson.Id))}")
        : ("who", At(new ItemId(OpenPerson.Id)).ToString());

    internal string Path(Checklist list) => Path(PageKind.List, "list", list);

    internal string Path(PageKind kind, string id, Checklist list) => $"{Address(kind, id)}?l={ChecklistCodec.Encode(list)}";

    internal string Address(PageKind kind, string id = "list") => Content.SiteMap.Find(kind, id, Language.Code)!.Path;

    /// <summary>A page of a guide, with the list as it stands and the person for whom it is.</summary>
    internal string PathWithList(PageKind kind, string id, int person)
    {
        var at = At(new ItemId(person)).Person;
        return $"{Path(kind, id, List)}{(at > 0 ? string.Create(CultureInfo.InvariantCulture, $"&who={at}") : "")}";
    }

    /// <summary>Null where the person has chosen no country.</summary>
    internal SupervisoryAuthority? AuthorityOf(Person person) => Content.Authorities.FirstOrDefault(authority => authority.Country == person.Country);

    internal bool IsOpen(PanelKind kind, ItemId? part = null) => _state.OpenPanel is { } panel && panel.Kind == kind && (part is null || panel.Id == part);

    /// <summary>The position of a part of this list.</summary>
    internal ItemId At(ItemId part) => List.PositionOf(part)!.Value;

    /// <summary>The operation with its part named by the position, as an address has it.</summary>
    internal string At(ChecklistOperation operation) => (operation switch
    {
        ChecklistOperation.Mark mark => mark with { Item = At(mark.Item) },
        ChecklistOperation.AddAccount add => add with { Centre = At(add.Centre) },
        ChecklistOperation.AddCentre add => add with { Person = At(add.Person) },
        ChecklistOperation.SetLinkage set => set with { Centre = At(set.Centre) },
        ChecklistOperation.AddRequest add => add with { Person = At(add.Person) },
        ChecklistOperation.Remove remove => remove with { Part = At(remove.Part) },
        _ => operation,
    }).ToString();

    protected override void OnInitialized() => _state = ChecklistRequest.Read(Query, Content.Services).State;

    /// <summary>Applies a click. Clicks arrive in their order.</summary>
    private void Handle(ListClickEventArgs click)
    {
        var next = _state.Handle(click.Name, click.Value, Content.Services, Today);
        _previous = next.List == List ? _previous : List;
        (_state, Applied) = (next, click.Click);
    }

    private string Percent(int count) =>
        (100m * count / Math.Max(1, Objections.Count)).ToString("0.#", CultureInfo.InvariantCulture);
}
