using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>A server on the loopback interface whose certificate is past its time.</summary>
internal sealed class ExpiredServer : IAsyncDisposable
{
    private static readonly DateTimeOffset Born = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly WebApplication host;
    private readonly X509Certificate2 secret;

    private ExpiredServer(WebApplication host, X509Certificate2 secret) => (this.host, this.secret) = (host, secret);

    public Uri BaseUrl => new($"{host.Urls.First()}/");

    public static async Task<ExpiredServer> StartAsync()
    {
        var certificate = Certificate();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        var app = builder.Build();
        app.Run(_ => Task.CompletedTask);
        await app.StartAsync();
        return new ExpiredServer(app, certificate);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        secret.Dispose();
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(Born, Born.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
