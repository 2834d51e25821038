namespace OptOutGuide.Checklists;

/// <summary>Why there is no list to show.</summary>
public enum ChecklistError
{
    None,

    /// <summary>Not a list, cut short or altered.</summary>
    Unreadable,

    /// <summary>Written by a later version of this site, or with a service that this copy of it does not have.</summary>
    Newer,
}

/// <summary>A list that was read; empty where <see cref="Error"/> says why it could not be.</summary>
internal sealed record DecodedChecklist(Checklist List, ChecklistError Error);
