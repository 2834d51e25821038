namespace OptOutGuide.Tests.Support;

/// <summary>A host's own folder of content, empty, to be read over another one.</summary>
internal sealed class OwnFolder(string below) : EditableFolder
{
    /// <summary>How problems name the folder.</summary>
    public string Name => Root;

    public override ContentLayers Layers => ContentLayers.Of("", below, Root);

    public (SiteContent? Content, IReadOnlyList<ContentProblem> Problems) Load() => ContentLoader.Load(Layers, ContentFixture.Today, TextCatalog.All);

    public SiteContent Valid()
    {
        var (content, problems) = Load();
        Assert.Empty(problems);
        return content!;
    }
}
