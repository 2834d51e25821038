namespace OptOutGuide.GuidePages;

/// <summary>The sketch of a screen in words, for those who do not see it: made from the same fields.</summary>
internal static class ScreenDescription
{
    public static string Of(ScreenSketch screen, Language language)
    {
        var texts = language.Texts<PictureTexts>();
        IEnumerable<string?> parts =
        [
            language.Format(screen.Device is DeviceKind.Phone ? texts.Phone : texts.Browser, screen.Title),
            screen.Rows.Count > 0 ? language.Format(texts.Rows, List(screen.Rows)) : null,
            screen.Fields.Count > 0 ? language.Format(texts.Fields, List(screen.Fields)) : null,
            screen.Button is not null ? language.Format(texts.Button, screen.Button) : null,
            screen.Tap is not null ? language.Format(texts.Tap, screen.Tap) : null,
            screen.TapCorner is { } corner ? language.Format(texts.TapCorner, screen.Sign ?? texts.Photo, texts.Name(corner)) : null,
        ];
        return string.Join(' ', parts.OfType<string>());

        static string List(IReadOnlyList<string> labels) => string.Join(", ", labels);
    }
}
