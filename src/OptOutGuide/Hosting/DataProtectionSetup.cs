using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;
using OptOutGuide.Configuration;

namespace OptOutGuide.Hosting;

/// <summary>
/// The keys that protect the component parameters in a page. Nodes behind one load balancer share them in a
/// folder, since the circuit may open on another node than the one that rendered the page. A single node keeps them in
/// memory: after a restart the pages that are open still work, by their links.
/// </summary>
internal static class DataProtectionSetup
{
    public static void AddSharedDataProtection(this WebApplicationBuilder builder)
    {
        // A fixed name: the default is the program's folder, which may differ between nodes.
        builder.Services.AddDataProtection().SetApplicationName("OptOutGuide");
        builder.Services.AddOptions<KeyManagementOptions>().Configure<IOptions<SiteOptions>, ILoggerFactory>((keys, site, loggers) =>
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

    /// <summary>Uses the keys once, so that an unusable folder is reported at start.</summary>
    public static bool TryOpen(WebApplication app, out string error)
    {
        error = "";
        try
        {
            app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("start").Protect([0]);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            var folder = app.Services.GetRequiredService<IOptions<SiteOptions>>().Value.KeysFolder;
            error = $"Site:KeysFolder={folder} cannot be used ({exception.GetBaseException().Message}); make it a folder that this program may read and write, or remove the setting.";
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
