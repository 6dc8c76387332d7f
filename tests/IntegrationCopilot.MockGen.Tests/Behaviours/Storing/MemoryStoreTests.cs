using System.Text;

namespace IntegrationCopilot.MockGen.Tests;

public sealed class MemoryStoreTests
{
    private readonly MemoryStore store = new(1_000, 1_000_000);

    [Fact]
    public async Task PutAsync_NewThing_IsFoundUntilItIsRemoved()
    {
        var kept = (await store.PutAsync(Thing("a"))).Thing!;
        (kept.Version, kept.Order).Should().Be((1, 1));
        (await store.FindAsync("c", "a")).Should().BeSameAs(kept);
        (await store.PutAsync(Thing("a"))).Thing.Should().BeNull("the identifier is taken");
        (await store.RemoveAsync(kept)).Should().BeTrue();
        (await store.RemoveAsync(kept)).Should().BeFalse();
        (await store.FindAsync("c", "a")).Should().BeNull();
    }

    [Fact]
    public async Task PutAsync_ChangedMeanwhile_IsRefused()
    {
        var first = (await store.PutAsync(Thing("a"))).Thing!;
        (await store.PutAsync(first)).Thing!.Version.Should().Be(2);
        (await store.PutAsync(first)).Thing.Should().BeNull();
        (await store.RemoveAsync(first)).Should().BeFalse();
    }

    [Fact]
    public async Task PutAsync_RemovedAndMadeAgain_OldOneDoesNotCount()
    {
        var first = (await store.PutAsync(Thing("a"))).Thing!;
        await store.RemoveAsync(first);
        await store.PutAsync(Thing("a"));
        (await store.PutAsync(first)).Thing.Should().BeNull();
    }

    [Fact]
    public async Task ListAsync_AfterSomeAreGone_KeepsTheOrder()
    {
        for (var i = 0; i < 500; i++) await store.PutAsync(Thing($"{i}"));
        for (var i = 0; i < 500; i++)
            if (i % 7 != 0) await store.RemoveAsync((await store.FindAsync("c", $"{i}"))!);
        var left = await store.ListAsync("c", 0, 1_000);
        left.Select(t => t.Id).Should().Equal(Enumerable.Range(0, 500).Where(i => i % 7 == 0).Select(i => $"{i}"));
        (await store.ListAsync("c", left[3].Order, 2)).Select(t => t.Id).Should().Equal(left[4].Id, left[5].Id);
    }

    [Theory]
    [InlineData(10, 1_000_000)]
    [InlineData(1_000, 1_000)]
    public async Task PutAsync_Full_TheOldestGoAndAreCounted(int maxThings, long maxBytes)
    {
        var small = new MemoryStore(maxThings, maxBytes);
        var forgotten = 0;
        for (var i = 0; i < 50; i++) forgotten += (await small.PutAsync(Thing($"{i}", 100))).Forgotten;
        forgotten.Should().Be(40);
        (await small.ListAsync("c", 0, 100)).Select(t => t.Id).Should().Equal(Enumerable.Range(40, 10).Select(i => $"{i}"));
    }

    [Fact]
    public async Task PutAsync_LargerThanAllRoom_IsKeptAlone()
    {
        var small = new MemoryStore(10, 50);
        await small.PutAsync(Thing("a"));
        (await small.PutAsync(Thing("b", 100))).Thing.Should().NotBeNull();
        (await small.ListAsync("c", 0, 10)).Select(t => t.Id).Should().Equal("b");
    }

    [Fact]
    public async Task NextAsync_AnyNumberAtOnce_NeverTheSame()
    {
        var numbers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(async () => await store.NextAsync("s", 10))));
        numbers.Order().Should().Equal(Enumerable.Range(10, 200).Select(i => (long)i));
    }

    private static MockThing Thing(string id, int bytes = 2) => new() { Collection = "c", Id = id, Json = Encoding.ASCII.GetBytes(new string(' ', bytes)) };
}
