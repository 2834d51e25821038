using Xunit.Abstractions;

[assembly: TestCollectionOrderer("OptOutGuide.Tests.Support.SharedSitesFirst", "OptOutGuide.Tests")]

namespace OptOutGuide.Tests.Support;

/// <summary>
/// Collections that share a site start first: they are the longest, nearly all of them in the browser, and one that began last would
/// run alone. Classes that need the processor follow them. The order is the same in each run.
/// </summary>
public sealed class SharedSitesFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => collection.CollectionDefinition is null).ThenBy(collection => collection.DisplayName, StringComparer.Ordinal);
}
