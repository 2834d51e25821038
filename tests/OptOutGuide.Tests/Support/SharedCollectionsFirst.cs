using Xunit.Abstractions;

[assembly: TestCollectionOrderer("OptOutGuide.Tests.Support.SharedCollectionsFirst", "OptOutGuide.Tests")]

namespace OptOutGuide.Tests.Support;

/// <summary>
/// Collections of several classes, which share a browser, start first: each takes minutes, and started late they would end after
/// all others, one processor idle.
/// </summary>
public sealed class SharedCollectionsFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => collection.CollectionDefinition is null);
}
