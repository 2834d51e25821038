namespace OptOutGuide.Content.Loading;

/// <summary>Reads <c>services.yml</c> and the icons that it names; the names stand in <c>data.yml</c>.</summary>
internal sealed class ServiceReader(MergedFolder folder, LocalizedTexts texts, ProblemList problems)
{
    public const string File = "services.yml";
    public const string IconFolder = "icons";

    /// <summary>Answers to the question "what do you have?" that are no services.</summary>
    private static readonly string[] ReservedIds = ["several", "page", "none"];

    public ServiceCatalog Read(IReadOnlyList<YamlReader> maps)
    {
        var services = new List<Service>();
        foreach (var map in maps)
        {
            var service = ReadService(map, services.Count);
            map.RefuseOtherFields();
            if (Check(service, services, map))
            {
                services.Add(service);
            }
        }

        folder.CheckIgnored(IconFolder, $"no service has this icon; name it in content/{File} or remove it");
        return new(services);
    }

    private Service ReadService(YamlReader map, int order) => new(
        map.Text("id"),
        map.Text("code") is [var code] ? code : '\0',
        order,
        map.Choice<ServiceKind>("kind"),
        !map.Flag("own-objection"),
        map.Has("pages") && map.Flag("pages"),
        ReadDomains(map),
        texts.Text("services", map),
        ReadIcon(map));

    /// <summary>Whether the service can be told from those before it.</summary>
    private static bool Check(Service service, List<Service> others, YamlReader map)
    {
        var isCode = char.IsAsciiLetterLower(service.Code) && !ServiceCatalog.ReservedCodes.Contains(service.Code);
        var isId = Slug.IsValid(service.Id) && !ReservedIds.Contains(service.Id);
        Refuse("code", !isCode && map.OptionalText("code") is not null, $"is no code; write one letter from a to z, not {string.Join(", ", ServiceCatalog.ReservedCodes.ToCharArray())}");
        Refuse("id", !isId && service.Id.Length > 0, $"cannot be an id; use small letters, digits and hyphens, and not {string.Join(", ", ReservedIds)}");
        Refuse("code", others.Exists(other => other.Code == service.Code), "is used twice in this file; change the one that was never published");
        Refuse("id", others.Exists(other => other.Id == service.Id), "is used twice in this file; change one");
        Refuse("own-objection", service is { Kind: ServiceKind.Account, IsOptional: true } && map.Has("own-objection"), "does not go with \"kind: account\", which has an objection of its own; write true, or \"kind: request\"");
        return isCode && isId && !others.Exists(other => other.Code == service.Code || other.Id == service.Id);

        void Refuse(string key, bool isWrong, string text)
        {
            if (isWrong)
            {
                map.Error(key, $"\"{key}: {map.OptionalText(key)}\" {text}");
            }
        }
    }

    private string[] ReadDomains(YamlReader map)
    {
        var domains = map.OptionalTextsWithLines("domains");
        foreach (var (domain, line) in domains.Where(domain => domain.Text.Split('.') is not [_, _, ..] parts || !parts.All(Slug.IsValid)))
        {
            problems.Error(map.File, line, $"\"{domain}\" is no domain; write the name of a site, such as example.org");
        }

        return [.. domains.Select(domain => domain.Text)];
    }

    private Html ReadIcon(YamlReader map)
    {
        var name = map.Text("icon");
        if (!name.EndsWith(".svg", StringComparison.Ordinal) || !Slug.IsValid(name[..^4]))
        {
            map.Error("icon", $"\"icon: {name}\" is no file of content/{IconFolder}; write its name with .svg at its end");
            return default;
        }

        if (folder.Text($"{IconFolder}/{name}") is not { } svg)
        {
            return default;
        }

        var (icon, error) = IconFile.Read(svg);
        if (error is not null)
        {
            problems.Error(folder.ShownName($"{IconFolder}/{name}"), 1, error);
        }

        return icon;
    }
}
