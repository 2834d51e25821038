using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace OptOutGuide.MyList;

public sealed partial class ChecklistBoard
{
    private IJSObjectReference? _device;
    private BoardNotice _notice;
    private Checklist _stored = Checklist.Empty;
    private bool _isForeign;
    private bool _isUnsaved;
    private Checklist? _previous;

    [Inject]
    private ContentLibrary Library { get; set; } = null!;

    [Inject]
    private SiteClock Clock { get; set; } = null!;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    [Parameter, EditorRequired]
    public required string LanguageCode { get; set; }

    /// <summary>The list of the address, as <see cref="ChecklistAddress"/> writes it.</summary>
    [Parameter, EditorRequired]
    public required string Code { get; set; }

    /// <summary>The objection for which a date was given that cannot be, as its place reads in an address.</summary>
    [Parameter]
    public string? WrongAt { get; set; }

    /// <summary>Address of the page's script, whose functions reach the device's storage.</summary>
    [Parameter, EditorRequired]
    public required string Script { get; set; }

    internal Checklist List { get; private set; } = Checklist.Empty;

    /// <summary>The circuit runs: what needs it may be offered.</summary>
    internal bool IsLive { get; private set; }

    internal SiteContent Content { get; private set; } = null!;

    internal Language Language { get; private set; } = null!;

    internal DateOnly Today => Clock.Today;

    internal ListWords Words => Language.Words.List;

    private IReadOnlyList<Objection> Objections => List.Objections;

    private int Done => Objections.Count(objection => objection.Progress.IsDone);

    private int Confirmed => Objections.Count(objection => objection.Progress.State is ProgressState.Confirmed);

    private string? NoticeText => _notice switch
    {
        BoardNotice.StoredUnreadable => Words.StoredUnreadable,
        BoardNotice.StoredNewer => Words.StoredNewer,
        BoardNotice.StorageRefused => Words.StorageRefused,
        BoardNotice.StorageCleared => Words.StorageCleared,
        _ => null,
    };

    internal string Path(Checklist list) => $"{Address(PageKind.List)}?l={ChecklistAddress.Encode(list)}";

    internal string Address(PageKind kind, string id = "list") => Content.SiteMap.Find(kind, id, LanguageCode)!.Path;

    /// <summary>Shows the next list at once; the device keeps it as soon as it is drawn.</summary>
    internal void Go(Checklist next)
    {
        _previous = List;
        List = next;
        Code = ChecklistAddress.Encode(next);
        (WrongAt, _notice) = (null, BoardNotice.None);
        _isUnsaved = true;
        StateHasChanged();
    }

    internal void RefuseDate(Place place)
    {
        (WrongAt, _notice) = (place.ToString(), BoardNotice.None);
        _isUnsaved = true;
        StateHasChanged();
    }

    protected override void OnInitialized()
    {
        Content = Library.Current;
        Language = Content.FindLanguage(LanguageCode)!;
        List = ChecklistAddress.Decode(Code).List;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        try
        {
            if (firstRender)
            {
                _device = await Js.InvokeAsync<IJSObjectReference>("import", Script);
                var opened = await _device.InvokeAsync<JsonElement>("open");
                Judge(opened.Deserialize<Opened>(JsonSerializerOptions.Web)!);
            }
            else if (_isUnsaved && _device is not null)
            {
                _isUnsaved = false;
                var isKept = await _device.InvokeAsync<bool>("save", ChecklistStorage.Write(List), Path(List));
                Say(isKept ? _notice : BoardNotice.StorageRefused);
            }
        }
        catch (Exception gone) when (gone is JSDisconnectedException or TaskCanceledException)
        {
            // The visitor left, or their device sleeps; the address and the device have all there is.
        }
    }

    private void Judge(Opened device)
    {
        var stored = ChecklistStorage.Read(device.Stored);
        (_stored, _isForeign) = (stored.List, device.IsForeign);
        if (!device.IsForeign && stored.List.People.Count == List.People.Count)
        {
            List = List.WithLabels([.. stored.List.People.Select(person => person.Label)]);
        }

        IsLive = true;
        if (_isForeign || List.People.Count > 1)
        {
            StateHasChanged();
        }

        Say(stored.Fault switch
        {
            ListFault.Unreadable => BoardNotice.StoredUnreadable,
            ListFault.Newer => BoardNotice.StoredNewer,
            _ when device.IsRefused => BoardNotice.StorageRefused,
            _ => device.WasCleared ? BoardNotice.StorageCleared : BoardNotice.None,
        });
    }

    private async Task AdoptAsync()
    {
        var isKept = await _device!.InvokeAsync<bool>("adopt", ChecklistStorage.Write(List));
        _isForeign = !isKept;
        Say(isKept ? BoardNotice.None : BoardNotice.StorageRefused);
    }

    /// <summary>Draws again only for something new: what was drawn twice weighs twice, for as long as the list is open.</summary>
    private void Say(BoardNotice notice)
    {
        if (notice != _notice)
        {
            _notice = notice;
            StateHasChanged();
        }
    }

    private string Percent(int count) =>
        (100m * count / Math.Max(1, Objections.Count)).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Opened(string? Stored, bool IsForeign, bool WasCleared, bool IsRefused);

    private enum BoardNotice
    {
        None,
        StoredUnreadable,
        StoredNewer,
        StorageRefused,
        StorageCleared,
    }
}
