namespace IntegrationCopilot.MockGen;

/// <summary>Where a mock keeps what it was sent. Each mock has its own: nothing that is sent to one changes another.</summary>
/// <remarks>
/// <para>The default keeps things in memory, bounded by <see cref="MockOptions.MaxThings"/> and <see cref="MockOptions.MaxStateBytes"/>. Another one may share
/// them between several nodes.</para>
/// <para>Things lie in collections, each under an identifier and in the order in which they were added. Both names are chosen by the mock and may hold any
/// character; neither is longer than 1,000 characters.</para>
/// </remarks>
/// <threadsafety>Implementations must allow any number of threads at once, and make each call one step that no other divides.</threadsafety>
public interface IMockStore
{
    /// <summary>The thing of an identifier; null when there is none.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="id">The identifier.</param>
    /// <param name="cancellationToken">Cancels looking.</param>
    ValueTask<MockThing?> FindAsync(string collection, string id, CancellationToken cancellationToken = default);

    /// <summary>Things of a collection in the order in which they were added.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="after"><see cref="MockThing.Order"/> behind which to begin; 0 for the beginning.</param>
    /// <param name="limit">The most to give, at least 1.</param>
    /// <param name="cancellationToken">Cancels listing.</param>
    ValueTask<IReadOnlyList<MockThing>> ListAsync(string collection, long after, int limit, CancellationToken cancellationToken = default);

    /// <summary>Adds a thing whose <see cref="MockThing.Version"/> is 0, or puts it in the place of the one of its identifier whose version it has.</summary>
    /// <param name="thing">The thing.</param>
    /// <param name="cancellationToken">Cancels writing.</param>
    /// <returns>The thing as kept, its version one higher; none when the identifier is taken, or the thing was changed or removed meanwhile.</returns>
    ValueTask<MockStored> PutAsync(MockThing thing, CancellationToken cancellationToken = default);

    /// <summary>Removes a thing, unless it was changed meanwhile.</summary>
    /// <param name="thing">The thing as it was found.</param>
    /// <param name="cancellationToken">Cancels removing.</param>
    /// <returns>Whether it is gone by this call.</returns>
    ValueTask<bool> RemoveAsync(MockThing thing, CancellationToken cancellationToken = default);

    /// <summary>The next number of a series: never the same twice.</summary>
    /// <param name="series">Its name.</param>
    /// <param name="atLeast">The smallest number wanted.</param>
    /// <param name="cancellationToken">Cancels counting.</param>
    ValueTask<long> NextAsync(string series, long atLeast, CancellationToken cancellationToken = default);

    /// <summary>Forgets everything, series included.</summary>
    /// <param name="cancellationToken">Cancels forgetting.</param>
    ValueTask ClearAsync(CancellationToken cancellationToken = default);
}

/// <summary>What came of writing to a store.</summary>
/// <param name="Thing">The thing as kept; null when it was not.</param>
/// <param name="Forgotten">How many other things had to go to make room.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public readonly record struct MockStored(MockThing? Thing, int Forgotten);
