using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace OptOutGuide.Tests.Support;

/// <summary>Paths of the repository and of the published site.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>A folder of content with a publisher alone.</summary>
    public static string Host { get; } = Path.Combine(Root, "tests/host");

    public static string Content { get; } = Path.Combine(Root, "content");

    /// <summary>The site as a host would run it, published by <c>tests/build.sh</c>.</summary>
    public static string PublishedSite { get; } = FindPublishedSite();

    /// <summary>The folder of the published site, once it holds the code that these tests were built with.</summary>
    private static string FindPublishedSite()
    {
        var folder = Path.Combine(Root, "artifacts", "site");
        var program = Path.Combine(folder, "OptOutGuide.dll");
        return File.Exists(program) && ReadVersion(program) == typeof(Program).Module.ModuleVersionId
            ? folder
            : throw new InvalidOperationException($"{folder} does not hold the site as it was built last; run \"bash tests/build.sh\".");
    }

    private static Guid ReadVersion(string program)
    {
        using var file = new PEReader(File.OpenRead(program));
        var metadata = file.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }
}
