using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OptOutGuide.Tests.Support;

/// <summary>A certificate for localhost that nobody has signed, in memory and as a file.</summary>
internal sealed class TestCertificate : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.pfx");

    public TestCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllBytes(_file, Certificate.Export(X509ContentType.Pfx));
    }

    public X509Certificate2 Certificate { get; }

    /// <summary>With these Kestrel uses it for every address that begins with https.</summary>
    public Dictionary<string, string> Variables => new() { ["Kestrel__Certificates__Default__Path"] = _file };

    /// <summary>For clients, which would not trust it otherwise.</summary>
    public bool IsThis(object sender, X509Certificate? shown, X509Chain? chain, SslPolicyErrors errors) => Certificate.Equals(shown);

    public void Dispose()
    {
        Certificate.Dispose();
        File.Delete(_file);
    }
}
