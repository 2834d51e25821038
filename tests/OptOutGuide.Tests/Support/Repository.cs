using System.Reflection;

namespace OptOutGuide.Tests.Support;

/// <summary>Where the tests find what they test.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string Content { get; } = Path.Combine(Root, "content");

    /// <summary>The site as a host would run it, published by the build of the tests.</summary>
    public static string PublishedSite { get; } = Metadata("PublishedSite");

    private static string Metadata(string key) => typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == key).Value!;
}
