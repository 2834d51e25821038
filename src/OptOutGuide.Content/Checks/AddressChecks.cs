namespace OptOutGuide.Content.Checks;

/// <summary>Reports ids and addresses that are used twice or reserved for the site.</summary>
internal static class AddressChecks
{
    public static void Check(IReadOnlyList<PageFile> pages, SiteMap siteMap, ProblemList problems)
    {
        foreach (var twice in pages.GroupBy(page => (page.Language, page.Id, IsEasy: page.Kind is PageKind.GuideEasy)).SelectMany(group => group.Skip(1)))
        {
            twice.Markdown.Fields.Error("id", $"the id \"{twice.Id}\" is already used by another page of this language; choose another");
        }

        foreach (var page in pages.Where(page => !Slug.IsValid(page.Markdown.Slug)))
        {
            problems.Error(page.File, 1, $"the file's name \"{page.Markdown.Slug}\" is the page's address; use small letters, digits and hyphens only");
        }

        foreach (var page in pages.Where(page => page.Kind is not PageKind.GuideEasy && page.Id is "home" or "list" or "questions" or "workshop"))
        {
            page.Markdown.Fields.Error("id", $"the id \"{page.Id}\" is one of the site's own; choose another");
        }

        foreach (var easy in pages.Where(page => page.Kind is PageKind.GuideEasy && siteMap.Find(PageKind.Guide, page.Id, page.Language) is null))
        {
            easy.Markdown.Fields.Error("id", $"there is no guide \"{easy.Id}\" in this language; give the easy-to-read version the id of its guide");
        }

        foreach (var twice in siteMap.Pages.GroupBy(page => page.Path).SelectMany(group => group.Skip(1)))
        {
            var file = pages.FirstOrDefault(page => page.Language == twice.Language && page.Id == twice.Id)?.File;
            problems.Error(file ?? $"content/{twice.Language}/site.yml", 1, $"the address {twice.Path} is already used by another page; rename one");
        }
    }
}
