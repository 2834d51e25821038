namespace OptOutGuide.Content.Guides;

/// <summary>Sections that the site's own parts lead to; a page's front matter says which of its anchors they are.</summary>
public enum NamedSection
{
    /// <summary>What holds in which country.</summary>
    Countries,

    /// <summary>Where the home page, the questions, the plan and the list take their claims from.</summary>
    Claims,
    LostAccount,
    SeveralAccounts,
    ManagedPage,
}
