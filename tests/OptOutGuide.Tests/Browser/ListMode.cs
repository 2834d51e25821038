namespace OptOutGuide.Tests.Browser;

/// <summary>How the list page follows a click.</summary>
public enum ListMode
{
    /// <summary>Through the circuit.</summary>
    Live,

    /// <summary>By loading the page, with the list's script: before the circuit has started, or where the server has no room for one.</summary>
    WithoutCircuit,

    /// <summary>By loading the page, without JavaScript.</summary>
    WithoutScript,
}
