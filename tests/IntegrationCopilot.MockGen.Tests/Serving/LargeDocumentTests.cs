using System.Globalization;
using System.Text;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen.Tests;

[Collection(nameof(Memory))]
public sealed class LargeDocumentTests(ITestOutputHelper output)
{
    private const int Operations = 100_000;
    private const long MaxHeapBytes = 1024L * 1024 * 1024;

    [Fact]
    public async Task StartAsync_HundredThousandOperations_AnswersInBoundedMemory()
    {
        var text = new StringBuilder("""{ "openapi": "3.1.0", "info": { "title": "Large", "version": "1" }, "paths": {""");
        for (var i = 0; i < Operations; i++)
            text.Append(CultureInfo.InvariantCulture,
                $$"""{{(i == 0 ? "" : ",")}} "/things{{i}}/{id}": { "get": { "operationId": "get{{i}}", "responses": { "200": { "description": "ok", "content": { "application/json": { "schema": { "type": "integer", "const": {{i}} } } } } } } }""");
        var spec = ApiSpecReader.Read(Encoding.UTF8.GetBytes(text.Append("} }").ToString()), "large.json").Spec!;
        spec.Operations.Should().HaveCount(Operations);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await using var mock = await MockSession.StartAsync(spec);
        foreach (var i in (int[])[0, 1, Operations / 2, Operations - 1])
            (await (await mock.SendAsync("GET", $"things{i}/7", null)).Content.ReadAsStringAsync()).Should().Be($"{i}");
        ((int)(await mock.SendAsync("GET", "things100001/7", null)).StatusCode).Should().Be(404);
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        output.WriteLine($"{grown / 1024 / 1024} MiB for {Operations} operations");
        grown.Should().BeLessThan(MaxHeapBytes);
    }
}
