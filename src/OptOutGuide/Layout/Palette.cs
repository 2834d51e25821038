namespace OptOutGuide.Layout;

/// <summary>The colours of <c>site.css</c> that are also needed where no style sheet applies. A test compares the two.</summary>
internal static class Palette
{
    public const string Ground = "#fbf8f3";
    public const string DarkGround = "#14191a";
    public const string Raised = "#ffffff";
    public const string Ink = "#1d1c1a";
    public const string Quiet = "#4a4743";
    public const string Line = "#cfc8bd";
    public const string Accent = "#0b4a50";
    public const string Done = "#12462a";
    public const string DoneGround = "#e2f2e4";
}
