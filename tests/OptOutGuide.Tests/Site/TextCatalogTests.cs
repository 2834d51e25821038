namespace OptOutGuide.Tests.Site;

public sealed class TextCatalogTests
{
    /// <summary>A record that is missing from the catalog would cause an error at the first visit of its page.</summary>
    [Fact]
    public void Catalog_HoldsEveryRecordOfTexts()
    {
        var records = typeof(TextCatalog).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(ITexts)));

        Assert.Equal(records.OrderBy(type => type.Name), TextCatalog.All.Select(texts => texts.Type).OrderBy(type => type.Name));
    }
}
