namespace OptOutGuide.Checklists;

/// <summary>A list and what of it is open: what a control of the page acts on, by an address or through a circuit.</summary>
public sealed record ChecklistState(Checklist List, ChecklistView View)
{
    /// <summary>Acts on a control of the page. One whose part is gone, or that is not understood, changes nothing.</summary>
    /// <param name="name"><c>do</c> for an operation, <c>open</c> for a panel (empty closes it), <c>who</c> for a person.</param>
    public ChecklistState Handle(string name, string value, ServiceCatalog services, DateOnly today) => name switch
    {
        "do" => Do(value, services, today),
        "open" => this with { View = new(View.Person, Panel.Parse(value)) },
        "who" when int.TryParse(value, out var person) && List.Find(person) is not null => this with { View = new(person) },
        _ => this,
    };

    /// <summary>The address's query, with the parts of the list named by their positions.</summary>
    public string ToQuery() => $"?l={ChecklistCodec.Encode(List)}"
        + string.Concat(Fields.Where(field => field.Value.Length > 0).Select(field => $"&{field.Name}={Uri.EscapeDataString(field.Value)}"));

    /// <summary>Anchor of what is open or was changed last: the part, or the nearest rendered part that contains it.</summary>
    internal string AnchorOf(ItemId part, ServiceCatalog services) => Error is InputError.Date ? "on"
        : Error is InputError.Services ? $"have-{services.All[0].Code}"
        : new ItemId?[] { part, part with { Item = null }, new(part.Person) }.FirstOrDefault(id => IsRendered(id!.Value)) is { } rendered ? $"part-{List.PositionOf(rendered)}"
        : "progress";

    /// <summary>
    /// Every person is rendered, with their parts if expanded. An account is rendered by its objection, which linked accounts
    /// share.
    /// </summary>
    private bool IsRendered(ItemId part) => List.PositionOf(part) is not null
        && (part == new ItemId(part.Person) || part.Person == OpenPerson.Id)
        && (part.Item is null || List.ObjectionsAndRequests.Any(objection => objection.Id == part));

    /// <summary>The expanded person: the first one if no person has the view's id.</summary>
    public Person OpenPerson => List.Find(View.Person) ?? List.People[0];

    /// <summary>The panel that is open; null also where its part of the list is gone.</summary>
    public Panel? OpenPanel => View.Panel is { } panel && List.PositionOf(panel.Id) is not null ? panel : null;

    /// <summary>The fields of the view beside the list; an empty value is the default.</summary>
    private IEnumerable<(string Name, string Value)> Fields =>
    [
        ("who", List.PositionOf(new(View.Person)) is { Person: > 0 } person ? person.ToString() : ""),
        ("open", OpenPanel is { } panel ? new Panel(panel.Kind, List.PositionOf(panel.Id)!.Value).ToString() : ""),
        ("on", OpenPanel?.Kind is PanelKind.Date ? View.Date ?? "" : ""),
        ("country", OpenPanel?.Kind is PanelKind.Country ? View.Country ?? "" : ""),
        ("wrong", Error is InputError.None ? "" : KebabCase.Of(Error)),
    ];

    /// <summary>The refused input, while it is on the page.</summary>
    private InputError Error => View.Error switch
    {
        InputError.Date => OpenPanel?.Kind is PanelKind.Date ? InputError.Date : InputError.None,
        InputError.Services => OpenPerson.HasNothing ? InputError.Services : InputError.None,
        InputError.None => InputError.None,
    };

    private ChecklistState Do(string text, ServiceCatalog services, DateOnly today)
    {
        if (!ChecklistOperation.TryParse(text, services, out var operation))
        {
            return text.Split('.') switch
            {
                [var state, var id, _] when KebabCase.TryParse<ProgressState>(state, out _) && ItemId.TryParse(id, out var item) && List.Find(item) is not null => Refuse(item),
                ["start", var id, ..] when ItemId.TryParse(id, out var person) && List.Find(person.Person) is { HasNothing: true } => this with { View = View with { Person = person.Person, Error = InputError.Services } },
                _ => this,
            };
        }

        if (operation is ChecklistOperation.Mark { On: not null } mark && List.Find(mark.Item) is not null && ChecklistOperation.ProgressAfter(List, mark, today) is null)
        {
            return Refuse(mark.Item);
        }

        var next = operation.Apply(List, today);
        return new(next, View.After(operation, next));
    }

    private ChecklistState Refuse(ItemId item) =>
        this with { View = View with { Person = item.Person, Panel = new(PanelKind.Date, item), Error = InputError.Date } };
}
