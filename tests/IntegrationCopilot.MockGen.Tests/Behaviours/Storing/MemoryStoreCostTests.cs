using System.Text;

namespace IntegrationCopilot.MockGen.Tests;

[Collection(nameof(Memory))]
public sealed class MemoryStoreCostTests
{
    /// <summary>The bound of the product: three times the bytes of the things.</summary>
    [Fact]
    public async Task PutAsync_AHundredThousandThings_CostAtMostThreeTimesTheirBytes()
    {
        const int count = 100_000;
        var large = new MemoryStore(count, long.MaxValue);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < count; i++) await large.PutAsync(Thing($"thing_{i:D12}", 1_024));
        var cost = GC.GetTotalMemory(forceFullCollection: true) - before;
        ((double)cost / (count * 1_024L)).Should().BeLessThan(3);
        (await large.FindAsync("c", "thing_000000000000")).Should().NotBeNull();
    }

    private static MockThing Thing(string id, int bytes) => new() { Collection = "c", Id = id, Json = Encoding.ASCII.GetBytes(new string(' ', bytes)) };
}
