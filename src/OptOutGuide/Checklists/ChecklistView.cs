namespace OptOutGuide.Checklists;

/// <summary>What of a list is open on the page: the part of the address beside the list.</summary>
/// <param name="Person">Id of the expanded person; the first one if no person has it.</param>
/// <param name="Panel">The one input or question that is open; null for none.</param>
/// <param name="Error">What is wrong with the input of the panel.</param>
/// <param name="Country">A country that was chosen and not submitted.</param>
/// <param name="Date">A date that was typed and not submitted, or refused; as typed.</param>
public sealed record ChecklistView(int Person = 0, Panel? Panel = null, InputError Error = InputError.None, string? Country = null, string? Date = null)
{
    /// <summary>The view after an operation: its panel closes, a new person is expanded.</summary>
    internal ChecklistView After(ChecklistOperation operation, Checklist list)
    {
        var isAnswered = operation is ChecklistOperation.ClearList || (Panel is { } panel && panel.Kind switch
        {
            PanelKind.Date => operation is ChecklistOperation.Mark mark && mark.Item == panel.Id,
            PanelKind.Country => operation is ChecklistOperation.SetCountry set && set.Person == panel.Id,
            PanelKind.Add => operation is ChecklistOperation.AddCentre or ChecklistOperation.AddRequest || (operation is ChecklistOperation.AddAccount add && add.Centre.Person == panel.Id.Person),
            PanelKind.Remove => operation is ChecklistOperation.Remove remove && remove.Part == panel.Id,
            PanelKind.Clear => false,
        });
        var person = operation switch
        {
            ChecklistOperation.AddPerson => list.People[^1].Id,
            ChecklistOperation.MarkServices marked => marked.Person.Person,
            _ => Person,
        };
        return isAnswered ? new(person) : this with { Person = person, Error = InputError.None };
    }
}

public enum PanelKind
{
    /// <summary>A date other than today for what happened to an objection.</summary>
    Date,

    /// <summary>The country of a person.</summary>
    Country,

    /// <summary>What else a person has.</summary>
    Add,

    /// <summary>Whether a centre or a person is really to be removed.</summary>
    Remove,

    /// <summary>Whether the whole list is really to be emptied.</summary>
    Clear,
}

/// <summary>As an address has it: <c>date.0-1-0</c>, <c>country.0</c>, <c>clear.0</c>.</summary>
/// <param name="Id">What it is about; unused for <see cref="PanelKind.Clear"/>.</param>
public sealed record Panel(PanelKind Kind, ItemId Id)
{
    public static Panel? Parse(string? text) =>
        (text ?? "").Split('.') is [var kind, var id] && KebabCase.TryParse<PanelKind>(kind, out var panel) && ItemId.TryParse(id, out var part) ? new(panel, part) : null;

    public override string ToString() => $"{KebabCase.Of(Kind)}.{Id}";
}

public enum InputError
{
    None,

    /// <summary>The date is missing, in the future, before May 2024 or in the wrong order.</summary>
    Date,

    /// <summary>Nothing was chosen where a person says what they have.</summary>
    Services,
}
