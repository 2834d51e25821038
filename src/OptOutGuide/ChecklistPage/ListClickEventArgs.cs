using Microsoft.AspNetCore.Components;
using OptOutGuide.Checklists;

namespace OptOutGuide.ChecklistPage;

/// <summary>A click on a control of the list, as <c>list.js</c> raises it (<c>listclick</c>).</summary>
public sealed class ListClickEventArgs : EventArgs
{
    /// <summary>Number of the click on this page, from 1.</summary>
    public int Click { get; set; }

    /// <summary>As in <see cref="ChecklistState.Handle"/>.</summary>
    public string Name { get; set; } = "";

    /// <summary>The button's value, with the part named by its id instead of its position.</summary>
    public string Value { get; set; } = "";
}

/// <summary>Lets components write <c>@onlistclick</c>: https://learn.microsoft.com/aspnet/core/blazor/components/event-handling#custom-event-arguments.</summary>
[EventHandler("onlistclick", typeof(ListClickEventArgs), enableStopPropagation: false, enablePreventDefault: false)]
public static class EventHandlers
{
}
