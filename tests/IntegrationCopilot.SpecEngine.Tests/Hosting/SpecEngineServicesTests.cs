using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationCopilot.SpecEngine.Tests;

public sealed class SpecEngineServicesTests
{
    private static readonly byte[] Document = Encoding.UTF8.GetBytes("openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: {}\n");

    [Fact]
    public void AddSpecEngine_WithOptions_GivesOneReaderThatKeepsThem()
    {
        using var services = new ServiceCollection().AddSpecEngine(new SpecReadOptions { Limits = new ReadLimits { MaxNodes = 3 } }).AddSpecEngine()
            .BuildServiceProvider();
        var reader = services.GetRequiredService<SpecReader>();
        reader.Should().BeSameAs(services.GetRequiredService<SpecReader>());
        reader.Read(Document, "small.yaml", TestContext.Current.CancellationToken).Problems.Should().ContainSingle(p => p.Id == "too-many-nodes");
    }

    [Fact]
    public void AddSpecEngine_WithoutOptions_ReadsByTheDefaults()
    {
        using var services = new ServiceCollection().AddSpecEngine().BuildServiceProvider();
        services.GetRequiredService<SpecReader>().Read(Document, "small.yaml", TestContext.Current.CancellationToken).Spec!.Title.Should().Be("T");
    }

    [Fact]
    public async Task ReadFileAsync_WithOptions_KeepsThem()
    {
        var path = Path.Combine(Testing.SharedData.RepositoryRoot, "samples", "payments.openapi.yaml");
        var reader = new SpecReader(new SpecReadOptions { Limits = new ReadLimits { MaxDocumentBytes = 10 } });
        (await reader.ReadFileAsync(path, TestContext.Current.CancellationToken)).Problems.Should().ContainSingle(p => p.Id == "document-too-large");
    }
}
