namespace OptOutGuide.Content.Guides;

/// <summary>Ids of the content pages that the list, the plan and the reminders link to.</summary>
public static class WellKnownPages
{
    public const string CheckAccountsCentre = "check-accounts-centre";
    public const string DidItWork = "did-it-work";
    public const string ComplaintLetter = "complaint";
    public const string NoAccount = "no-account";
    public const string ObjectionLetter = "objection-letter";
    public const string ReminderLetter = "reminder";
    public const string RefusedOrSilent = "refused-or-silent";
    public const string Sources = "sources";
    public const string Understand = "understand";
    public const string WhatItChanges = "what-it-changes";

    /// <summary>The page that holds a named section.</summary>
    public static string Of(NamedSection section) => section switch
    {
        NamedSection.Countries => Understand,
        NamedSection.Claims => Sources,
        NamedSection.LostAccount or NamedSection.SeveralAccounts or NamedSection.ManagedPage => DidItWork,
    };
}
