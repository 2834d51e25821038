using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;

namespace OptOutGuide.Operations;

/// <summary>
/// The keys with which Blazor seals what a page hands to its circuit. Nodes that share the visitors share them in a
/// folder, since the circuit may open on another node than the one that drew the page. A single node keeps them in
/// memory: after a restart the pages that are open still work, by their links.
/// </summary>
internal static class KeyRing
{
    public static void AddKeyRing(this IServiceCollection services)
    {
        // A name of its own: the default is the program's folder, which may differ from node to node.
        services.AddDataProtection().SetApplicationName("OptOutGuide");
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<SiteOptions>, ILoggerFactory>((keys, site, loggers) =>
        {
            if (site.Value.KeysFolder is { Length: > 0 } folder)
            {
                keys.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(folder), loggers);
            }
            else
            {
                // The default would write the keys below the home of the user.
                (keys.XmlRepository, keys.XmlEncryptor) = (new InMemory(), new NullXmlEncryptor());
            }
        });
    }

    /// <summary>Uses the keys once, so that a folder that cannot be used is said at start and not to a visitor.</summary>
    public static bool TryOpen(WebApplication app, out string fault)
    {
        fault = "";
        try
        {
            app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("start").Protect([0]);
            return true;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or CryptographicException)
        {
            var folder = app.Services.GetRequiredService<IOptions<SiteOptions>>().Value.KeysFolder;
            fault = $"Site:KeysFolder={folder} cannot be used ({cause.GetBaseException().Message}); make it a folder that this program may read and write, or remove the setting.";
            return false;
        }
    }

    private sealed class InMemory : IXmlRepository
    {
        private readonly ConcurrentBag<XElement> _keys = [];

        public IReadOnlyCollection<XElement> GetAllElements() => [.. _keys];

        public void StoreElement(XElement element, string friendlyName) => _keys.Add(element);
    }
}
