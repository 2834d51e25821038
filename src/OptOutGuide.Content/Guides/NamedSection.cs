namespace OptOutGuide.Content.Guides;

/// <summary>Sections that the site itself links to; a page's front matter says which of its anchors they are.</summary>
public enum NamedSection
{
    /// <summary>What holds in which country.</summary>
    Countries,

    /// <summary>The sources of the claims on the home page, in the questions, the plan and the list.</summary>
    Claims,
    LostAccount,
    SeveralAccounts,
    ManagedPage,
}
