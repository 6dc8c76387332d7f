using System.Text.Json;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Tests.Hosting;
using IntegrationCopilot.Server.Tests.Stores;

namespace IntegrationCopilot.Server.Tests.Platform.Door;

/// <summary>For every request type of the server: nobody, too low a role and another organisation are refused by the dispatcher.</summary>
public abstract class DoorSuite(DatabaseServer database) : ServerSuite(database)
{
    public static TheoryData<string> Requests => [.. RequestTypes.Names];

    [Theory, MemberData(nameof(Requests))]
    public async Task Send_ByOwner_Succeeds(string name)
    {
        var (request, world) = await ExampleAsync(name);
        var outcome = await SendAsync(world.Organisation.Owner, request);
        outcome.Error.Should().BeNull("an example must succeed for the owner, or its refusal to others would prove nothing");
    }

    [Theory, MemberData(nameof(Requests))]
    public async Task Send_ByNobody_IsUnauthenticated(string name)
    {
        var (request, _) = await ExampleAsync(name);
        (await SendAsync(null, request)).Error!.Kind.Should().Be(OutcomeKind.Unauthenticated);
    }

    [Theory, MemberData(nameof(Requests))]
    public async Task Send_ByTooLowRole_IsForbidden(string name)
    {
        var (request, world) = await ExampleAsync(name);
        var actor = world.Organisation.Members[RequestTypes.TooLow(RequestTypes.Entry(name))];
        (await SendAsync(actor, request)).Error!.Kind.Should().Be(OutcomeKind.Forbidden);
    }

    [Theory, MemberData(nameof(Requests))]
    public async Task Send_ByAnotherOrganisation_ReachesNothing(string name)
    {
        var (request, world) = await ExampleAsync(name);
        var ids = await TenantRows.IdsAsync(Server, world.Organisation.Id);
        var stranger = (await TestOrganisation.CreateAsync(Server)).Owner;

        var outcome = await SendAsync(stranger, request);

        if (Json(request).Mentions(ids)) outcome.Error!.Kind.Should().Be(OutcomeKind.NotFound);
        else if (outcome.Error is null) Json(outcome.Value).Mentions(ids).Should().BeFalse("{0} shows what belongs to another organisation", name);
        ids.Should().BeSubsetOf(await TenantRows.IdsAsync(Server, world.Organisation.Id), "nobody else's request may delete anything");
    }

    [Theory, MemberData(nameof(Requests))]
    public async Task Send_WithOneIdOfAnotherOrganisation_IsNotFound(string name)
    {
        var (foreign, _) = await ExampleAsync(name);
        foreach (var (property, id) in RequestTypes.IdsIn(foreign))
        {
            var (own, world) = await ExampleAsync(name, await TestOrganisation.CreateAsync(Server));
            var outcome = await SendAsync(world.Organisation.Owner, RequestTypes.With(own, property, id));
            outcome.Error?.Kind.Should().Be(OutcomeKind.NotFound, "{0} of another organisation must not be found", property.Name);
            outcome.Error.Should().NotBeNull("{0} of another organisation must not be accepted", property.Name);
        }
    }

    [Fact]
    public void Examples_OfRequestsThatAreGone_AreRemoved()
    {
        RequestTypes.Names.Should().HaveCountGreaterThan(5);
        RequestExamples.All.Stale(RequestTypes.Catalog.Entries.Select(entry => entry.RequestType)).Should().BeEmpty();
    }

    private Task<IOutcome> SendAsync(Actor? actor, IRequest request) => Server.Dispatcher.SendAsync(actor, request, TestContext.Current.CancellationToken);

    private async Task<(IRequest Request, ExampleWorld World)> ExampleAsync(string name, TestOrganisation? organisation = null)
    {
        var world = new ExampleWorld(Server, organisation ?? Organisation);
        return (await RequestExamples.All.MakeAsync(RequestTypes.Entry(name).RequestType, world), world);
    }

    private static Mention Json(object? value) => new(value is null ? "" : JsonSerializer.Serialize(value, value.GetType()));

    /// <summary>A text in which ids are looked for.</summary>
    private sealed record Mention(string Text)
    {
        public bool Mentions(IEnumerable<Guid> ids) => ids.Any(id => Text.Contains(id.ToString(), StringComparison.OrdinalIgnoreCase));
    }
}

public sealed class DoorOnSqlite(SqliteServer database) : DoorSuite(database);

public sealed class DoorOnPostgres(PostgresServer database) : DoorSuite(database);
