namespace OptOutGuide.Tests.Site;

/// <summary>One running site for all tests that only read from it.</summary>
[CollectionDefinition("site")]
public sealed class ReadOnlySite : ICollectionFixture<RunningSite>;
