namespace OptOutGuide.Tests.Support;

/// <summary>A copy of the content with a service of a host's own, its guide, form, icon and entry. Deletes itself.</summary>
internal sealed class ContentWithOwnService : IDisposable
{
    private readonly ContentCopy _content = new();

    public ContentWithOwnService()
    {
        File.AppendAllText(PathOf("services.yml"), """

            - id: linkedin
              code: l
              kind: request
              own-objection: true
              domains: [linkedin.com]
              icon: linkedin.svg
            """);
        File.WriteAllText(PathOf("icons/linkedin.svg"), """<svg viewBox="0 0 24 24"><circle cx="12" cy="12" r="9" /></svg>""");
        File.AppendAllText(PathOf("links.yml"), """

            - id: linkedin-form
              url: https://www.linkedin.com/help/linkedin/ask/TS-DPRO
              meta: false
              login: unknown
              date: 2025-05-27
              grade: other
              reviewed: 2026-11-22
              review-every: 365
              evidence: [cnil-2025-05-27]
            """);
        foreach (var data in new[] { "fr/data.yml", "en/data.yml" })
        {
            _content.Replace(data, "services:\n", "services:\n  linkedin: LinkedIn\n");
            _content.Replace(data, "links:\n", "links:\n  linkedin-form: { what: LinkedIn }\n");
        }

        File.WriteAllText(PathOf("fr/guides/linkedin.md"), Guide("S’opposer sur LinkedIn"));
        File.WriteAllText(PathOf("en/guides/linkedin.md"), Guide("Object on LinkedIn"));
    }

    public string Root => _content.Root;

    public void Dispose() => _content.Dispose();

    private string PathOf(string file) => Path.Combine(Root, file);

    private static string Guide(string title) => $$"""
        ---
        id: linkedin
        order: 9
        name: LinkedIn
        title: {{title}}
        summary: Deux étapes.
        services: [linkedin]
        who: Toute personne.
        minutes: 3
        needs: [Un compte.]
        forms: [linkedin-form]
        reviewed: 2026-11-22
        review-every: 365
        ---
        Une phrase.

        ## Ouvrez {#ouvrir}

        Ouvrez.[^cnil-2025-05-27]

        [Le formulaire](link:linkedin-form)

        ## Envoyez {#envoyer}

        Envoyez.[^cnil-2025-05-27]

        ::: limits
        - Elle vaut pour l’avenir.
        :::
        """;
}
