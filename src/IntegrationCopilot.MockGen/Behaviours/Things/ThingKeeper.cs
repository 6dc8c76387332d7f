using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Keeps a mock's things in its store, and puts there what is there from the start when it is first looked for.</summary>
internal sealed class ThingKeeper(IMockStore store)
{
    /// <summary>The collection that tells which collections were begun; no resource is called so.</summary>
    private const string Begun = "\u001Fbegun";
    private const int MaxRemembered = 10_000;
    private const int MostSearched = 1_000;

    /// <summary>What a second identifier of a thing is called.</summary>
    private static readonly HashSet<string> OtherNames = new(StringComparer.Ordinal)
    {
        "external", "remote", "client", "custom", "public", "private", "short", "global", "node", "unique", "internal", "local", "reference", "ref", "display",
        "full",
    };

    /// <summary>Collections begun, or being begun: whoever comes meanwhile waits, so that nobody finds a part of what is there from the start.</summary>
    private readonly ConcurrentDictionary<string, Lazy<Task>> begun = new(StringComparer.Ordinal);

    public IMockStore Store => store;

    /// <summary>Forgets everything; what is there from the start is there again.</summary>
    public async ValueTask ResetAsync(CancellationToken cancellationToken)
    {
        await store.ClearAsync(cancellationToken);
        begun.Clear();
    }

    /// <summary>
    /// The thing of a key; null when there is none. What the document names anywhere is there, though it is not listed (version 0), until it is removed.
    /// </summary>
    public async ValueTask<MockThing?> FindAsync(ThingKind kind, ThingKey key, IReadOnlyList<string> values, CancellationToken cancellationToken)
    {
        await BeginAsync(kind, key, values, cancellationToken);
        if (await store.FindAsync(key.Collection, key.Id, cancellationToken) is { } thing) return thing;
        if (key.Own.Count == 1 && await FindByOtherNameAsync(kind, key, cancellationToken) is { } other) return other;
        if (kind.Resource.Kind != ResourceKind.Singleton && !kind.Seeds.AreNamed(key.Own)) return null;
        if (!await HasParentAsync(kind, values, cancellationToken)) return null;
        return new MockThing { Collection = key.Collection, Id = key.Id, Owner = key.Owner, Json = JsonTrees.Write(kind.Seeds.Invent(key.Own)),
            Marks = MockThingMarks.Seed };
    }

    /// <summary>Things often have a second identifier beside the one that the path takes, and some paths take either.</summary>
    private async ValueTask<MockThing?> FindByOtherNameAsync(ThingKind kind, ThingKey key, CancellationToken cancellationToken)
    {
        var name = key.Own[0];
        var written = JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes.ToArray();
        foreach (var thing in await store.ListAsync(key.Collection, 0, MostSearched, cancellationToken))
            if (!IsGone(thing) && MayHold(thing.Json.Span, written) && JsonTrees.Parse(thing.Json) is JsonObject whole
                && whole.Any(m => m.Value.ScalarText() == name && IsIdentifier(kind, m.Key)))
                return thing;
        return null;
    }

    /// <summary>Most of what is kept holds no such text anywhere and need not be read; an escape may stand for any of its characters.</summary>
    private static bool MayHold(ReadOnlySpan<byte> json, ReadOnlySpan<byte> written) => json.IndexOf(written) >= 0 || json.Contains((byte)'\\');

    /// <summary>Whether a field names the thing itself: its <c>source_id</c> names another.</summary>
    private static bool IsIdentifier(ThingKind kind, string field) => NameWords.Of(field).ToArray() switch
    {
        ["id" or "uuid" or "guid" or "sid" or "key" or "slug" or "name" or "code" or "token" or "number" or "handle" or "username" or "login"] => true,
        [.. var before, "id" or "uuid" or "guid" or "sid" or "key" or "slug" or "name" or "code" or "token" or "number"] =>
            Array.TrueForAll(before, OtherNames.Contains) || NameWords.Of(kind.Resource.Name).TakeLast(before.Length).SequenceEqual(before),
        _ => false,
    };

    /// <summary>Whether the thing that a path's things lie beneath is there, as far as anything is known of such things.</summary>
    public async ValueTask<bool> HasParentAsync(ThingKind kind, IReadOnlyList<string> values, CancellationToken cancellationToken)
    {
        if (kind.Parent is not { } parent || parent.Scope.ItemParameters == 0 || values.Count < parent.Scope.ItemParameters) return true;
        var key = parent.Scope.One(values);
        return await FindAsync(parent, key, values, cancellationToken) is { } thing && !IsGone(thing);
    }

    /// <summary>
    /// An identifier that nothing has yet, put into the thing where it has one part only. The parts that the client gave of a longer one stay.
    /// </summary>
    public async ValueTask<IReadOnlyList<string>> NewIdentifierAsync(ThingKind kind, JsonObject thing, ThingKey all, CancellationToken cancellationToken)
    {
        var maker = kind.Identifiers;
        var number = await store.NextAsync(all.Collection, maker.First, cancellationToken);
        var made = maker.Make(number, out var fits);
        var last = made.ScalarText() ?? number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var ways = kind.IdentifierWays;
        if (ways.Count == 1 && fits) thing.Set(ways[0], made);
        return ways.Count <= 1 ? [last] : [.. ways.Take(ways.Count - 1).Select(way => (thing.Find(way) ?? kind.Sample.Find(way)).ScalarText() ?? last), last];
    }

    /// <summary>Gives a new thing what tells it apart beside the identifier by which it is found, unless a client sent that.</summary>
    public async ValueTask TellApartAsync(ThingKind kind, JsonObject thing, JsonObject? sent, ThingKey key, CancellationToken cancellationToken)
    {
        foreach (var (field, maker) in kind.OtherIdentifiers)
        {
            var isShown = thing.ContainsKey(field) || (kind.IdentifierWays.Count == 0 && kind.Shape.Find(field) is not { WriteOnly: true });
            if (sent?.ContainsKey(field) == true || !isShown) continue;
            var made = maker.Make(await store.NextAsync($"{key.Collection}\u001F{field}", maker.First, cancellationToken), out var fits);
            if (fits) thing[field] = made;
        }
    }

    public static bool IsGone(MockThing thing) => (thing.Marks & MockThingMarks.Deleted) != 0;

    /// <summary>Writes a thing by a client's wish.</summary>
    public ValueTask<MockStored> PutAsync(MockThing thing, CancellationToken cancellationToken) => store.PutAsync(thing, cancellationToken);

    /// <summary>Lets a new thing be found under its other address.</summary>
    public async ValueTask PutTwinAsync(ThingKind twin, IReadOnlyList<string> own, ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        var key = twin.Scope.One(own);
        await BeginAsync(twin, key, own, cancellationToken);
        await store.PutAsync(new MockThing { Collection = key.Collection, Id = key.Id, Json = json }, cancellationToken);
    }

    /// <summary>Removes a thing by a client's wish. What was made up, or would be, leaves a trace, so that it is not made up again.</summary>
    public async ValueTask<bool> RemoveAsync(ThingKind kind, MockThing thing, CancellationToken cancellationToken)
    {
        var leavesTrace = (thing.Marks & MockThingMarks.Seed) != 0
            || (JsonTrees.Parse(thing.Json) is JsonObject whole && kind.OwnOf(whole) is { } own && kind.Seeds.AreNamed(own));
        return leavesTrace
            ? (await store.PutAsync(thing with { Json = default, Marks = MockThingMarks.Deleted }, cancellationToken)).Thing is not null
            : await store.RemoveAsync(thing, cancellationToken);
    }

    /// <summary>Puts into a collection what is there from the start, once.</summary>
    public async ValueTask BeginAsync(ThingKind kind, ThingKey key, IReadOnlyList<string> values, CancellationToken cancellationToken)
    {
        if (begun.TryGetValue(key.Collection, out var known) && known.Value.IsCompletedSuccessfully) return;
        var isFromTheStart = await IsFromTheStartAsync(kind, values, cancellationToken);
        if (begun.Count >= MaxRemembered) begun.Clear();
        var beginning = begun.GetOrAdd(key.Collection, _ => new(() => SeedAsync(kind, key, values, isFromTheStart)));
        try
        {
            await beginning.Value.WaitAsync(cancellationToken);
        }
        catch (Exception) when (beginning.Value.IsFaulted)
        {
            begun.TryRemove(KeyValuePair.Create(key.Collection, beginning));
            throw;
        }
    }

    private async Task SeedAsync(ThingKind kind, ThingKey key, IReadOnlyList<string> values, bool isFromTheStart)
    {
        if (await store.FindAsync(Begun, key.Collection, CancellationToken.None) is not null) return;
        if (isFromTheStart)
            foreach (var seed in kind.Seeds.Things) await AddSeedAsync(kind, values, seed, CancellationToken.None);
        await store.PutAsync(new MockThing { Collection = Begun, Id = key.Collection }, CancellationToken.None);
    }

    /// <summary>What a client made begins empty, but for what there is one of beneath each.</summary>
    private async ValueTask<bool> IsFromTheStartAsync(ThingKind kind, IReadOnlyList<string> values, CancellationToken cancellationToken)
    {
        if (kind.Parent is not { } parent || parent.Scope.ItemParameters == 0 || values.Count < parent.Scope.ItemParameters) return true;
        var found = await FindAsync(parent, parent.Scope.One(values), values, cancellationToken);
        if (kind.Resource.Kind == ResourceKind.Singleton) return found is not null && !IsGone(found);
        return found is null || (found.Marks & MockThingMarks.Seed) != 0;
    }

    private async ValueTask AddSeedAsync(ThingKind kind, IReadOnlyList<string> values, JsonObject seed, CancellationToken cancellationToken)
    {
        var key = kind.OwnOf(seed) is { } own ? kind.Scope.One(values, own) : kind.Scope.All(values);
        var id = key.Id.Length > 0 || kind.Resource.Kind == ResourceKind.Singleton
            ? key.Id
            : $"{await store.NextAsync(key.Collection, 1, cancellationToken)}";
        await store.PutAsync(new MockThing { Collection = key.Collection, Id = id, Json = JsonTrees.Write(seed), Marks = MockThingMarks.Seed },
            cancellationToken);
    }
}
