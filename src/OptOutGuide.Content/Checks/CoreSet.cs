namespace OptOutGuide.Content.Checks;

/// <summary>
/// The pages without which a language is not offered, where the site has them in any: what somebody needs to object, and who
/// runs the site. All other pages fall back to another language.
/// </summary>
internal static class CoreSet
{
    private static readonly string[] Guides = ["facebook", "instagram", "whatsapp", WellKnownPages.NoAccount];

    private static readonly string[] Articles =
    [
        WellKnownPages.CheckAccountsCentre, WellKnownPages.DidItWork, WellKnownPages.WhatItChanges, WellKnownPages.RefusedOrSilent,
        "scams", "privacy", "legal", "accessibility",
    ];

    /// <summary>Under the GDPR; those under other laws fall back.</summary>
    private static readonly string[] Letters = [WellKnownPages.ObjectionLetter, "reason", WellKnownPages.ReminderLetter, WellKnownPages.ComplaintLetter, "access-request"];

    public static bool Has(PageKind kind, string id) => kind switch
    {
        PageKind.Guide or PageKind.GuideEasy => Guides.Contains(id),
        PageKind.Text => Letters.Contains(id),
        _ => Articles.Contains(id),
    };
}
