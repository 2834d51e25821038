using Microsoft.Extensions.Logging.Abstractions;

namespace OptOutGuide.Tests.Support;

/// <summary>A small valid content folder for tests to break, with the real words of the site.</summary>
internal sealed class ContentFixture : EditableFolder
{
    public const string Guide = "fr/guides/facebook.md";
    public const string Easy = "fr/easy/facebook.md";
    public const string Page = "fr/pages/comprendre.md";
    public const string Text = "fr/texts/plainte.md";
    public const string SiteTexts = "fr/site.yml";
    public const string Data = "fr/data.yml";
    public const string Forbidden = "fr/forbidden.yml";

    public ContentFixture()
    {
        Write(SiteTexts, File.ReadAllText(Path.Combine(Repository.Content, SiteTexts)));
        Write("languages.yml", "languages: [fr]\n");
        Write("services.yml", File.ReadAllText(Path.Combine(Repository.Content, "services.yml")));
        foreach (var icon in Directory.EnumerateFiles(Path.Combine(Repository.Content, "icons")))
        {
            Write($"icons/{Path.GetFileName(icon)}", File.ReadAllText(icon));
        }

        Write("sources.yml", """
            - id: cnil
              publisher: CNIL
              title: "IA : Meta entraînera ses systèmes"
              language: fr
              date: 2025-05-27
              weight: authority
            - id: meta-mail
              publisher: Meta
              title: E-mail de confirmation
              language: fr
              date: 2025-05-01
              weight: meta
              url: https://meta.example/mail
            """);
        Write("links.yml", """
            - id: facebook-short
              url: https://www.facebook.com/help/contact/1
              meta: true
              login: true
              date: 2025-04-29
              grade: authority
              reviewed: 2026-11-22
              review-every: 90
              evidence: [cnil, meta-mail]
              fallbacks: [privacy-portal]
            - id: privacy-portal
              url: https://privacycenter.instagram.com/?a=1&b="2"
              meta: true
              login: false
              date: 2025-05-01
              grade: meta
              reviewed: 2026-11-22
              review-every: 90
              evidence: [meta-mail]
            """);
        Write("deadlines.yml", """
            - id: training-start
              at: 2025-05-27T00:00
              zone: Europe/Paris
              sources: [cnil]
              points: [2025-04-14]
            """);
        Write("timeline.yml", """
            - id: complaints
              date: 2024-06-06
              sources: [cnil]
            """);
        Write("authorities.yml", """
            - country: AT
              area: eu
              name: Datenschutzbehörde
              home: https://www.dsb.gv.at/
              complaint: https://www.dsb.gv.at/beschwerde
              date: 2026-03-30
              confirmed: false
            """);
        Write("changes.yml", """
            - id: first-version
              date: 2026-11-22
              pages: [facebook]
            """);
        Write(Forbidden, """
            - words: trop tard
              instead: le droit reste ouvert
            """);
        Write(Data, """
            services: { facebook: Facebook, instagram: Instagram, threads: Threads, whatsapp: WhatsApp, no-account: Sans compte }
            sources:
              cnil: La règle d'une opposition par Espace Comptes.
              meta-mail: Ce que dit l'e-mail.
            links:
              facebook-short: { what: Formulaire court }
              privacy-portal: { what: Portail de confidentialité }
            authorities: { AT: { country: Autriche } }
            deadlines:
              training-start:
                points: { 2025-04-14: Meta annonce son projet }
                name: Début de l'entraînement
                upcoming: Dans {days} jours.
                last-days: Dans {days} j, {hours} h et {minutes} min.
                today: Aujourd'hui.
                passed: Depuis le {date}.
                always-text: Le droit reste ouvert.
            timeline: { complaints: Des plaintes sont déposées. }
            changes: { first-version: Première version. }
            """);
        Write(Guide, """
            ---
            id: facebook
            order: 1
            name: Facebook
            title: S'opposer sur Facebook
            summary: Deux étapes.
            services: [facebook, instagram, threads, whatsapp, no-account]
            who: Toute personne qui a un compte.[^meta-mail]
            minutes: 5
            needs:
              - Son adresse e-mail.
              - Son **téléphone**.
            forms: [privacy-portal, facebook-short]
            reviewed: 2026-11-22
            review-every: 90
            ---
            Une phrase d'introduction.[^cnil]

            ## Ouvrez le formulaire {#ouvrir}

            Ouvrez [le formulaire](link:facebook-short).[^cnil]
            Comprenez [pourquoi](page:understand#en-bref).

            ::: see
            Une page de Meta.
            :::

            ::: else
            Reprenez à [la première étape](#ouvrir).
            :::

            ## Envoyez **vite** {#envoyer}

            Touchez **Envoyer**.

            ::: limits
            - Elle vaut pour l'avenir.[^meta-mail]
            :::
            """);
        Write(Easy, """
            ---
            id: facebook
            order: 1
            title: S'opposer sur Facebook, facile à lire
            summary: Une phrase.
            reviewed: 2026-11-22
            review-every: 90
            ---
            ## Ouvrez {#ouvrir}

            Ouvrez le formulaire.
            """);
        Write(Text, """
            ---
            id: complaint
            order: 1
            title: Une plainte
            summary: Une phrase.
            reviewed: 2026-11-22
            review-every: 90
            ---
            ::: copy
            Je soussigné \[votre nom\]
            :::
            """);
        Write(Page, """
            ---
            id: understand
            order: 10
            title: Comprendre
            summary: Une phrase.
            reviewed: 2026-11-22
            review-every: 90
            ---
            Une phrase.

            ## En bref {#en-bref}

            Avant les données.

            ::: sources
            :::

            Après les données.
            """);
    }

    /// <summary>The day on which everything here was last reviewed.</summary>
    public static DateOnly Today => new(2026, 11, 22);

    /// <summary>The folder before a test breaks anything.</summary>
    public static SiteContent Valid { get; } = LoadValid();

    /// <summary>A library that shows the valid folder.</summary>
    public static ContentLibrary Library()
    {
        using var folder = new ContentFixture();
        var library = new ContentLibrary(folder.Root, TextCatalog.All, NullLogger<ContentLibrary>.Instance);
        return library.Reload() ? library : throw new InvalidOperationException(string.Join('\n', library.Problems));
    }

    public (SiteContent? Content, IReadOnlyList<ContentProblem> Problems) Load() => ContentLoader.Load(Root, Today, TextCatalog.All);

    /// <summary>Adds a second language, German by name: the French texts with the site's words in English.</summary>
    public void AddGerman()
    {
        foreach (var file in Files.Where(file => file.StartsWith("fr/", StringComparison.Ordinal)).ToArray())
        {
            Write("de" + file[2..], Read(file));
        }

        Write("languages.yml", "languages: [fr, de]\n");
        Write("de/site.yml", File.ReadAllText(Path.Combine(Repository.Content, "en/site.yml")).Replace("culture: en-GB", "culture: de-DE", StringComparison.Ordinal));
    }

    private static SiteContent LoadValid()
    {
        using var folder = new ContentFixture();
        var (content, problems) = folder.Load();
        return content ?? throw new InvalidOperationException(string.Join('\n', problems));
    }
}
