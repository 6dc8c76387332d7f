using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.Server.Platform.Tenancy;
using IntegrationCopilot.Server.Tests.Hosting;
using IntegrationCopilot.Server.Tests.Stores;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationCopilot.Server.Tests.Platform.Door;

/// <summary>The same refusals as <see cref="DoorSuite"/>, through every REST route.</summary>
public abstract class RestDoorSuite(DatabaseServer database) : ServerSuite(database)
{
    public static TheoryData<string> Requests => [.. RequestTypes.Names.Except(RestRoutes.WithoutRoute.Keys)];

    [Fact]
    public void Routes_OfTheApi_AreNamedAfterTheirRequest()
    {
        var routes = RestRoutes.Of(Server);
        routes.Should().HaveCountGreaterThan(5);
        routes.Where(route => RestRoutes.RequestOf(route) is null).Select(route => route.RoutePattern.RawText)
            .Should().BeEmpty("the name of a route starts with the name of the request type it sends, in camel case: WithName(\"getProject\")");
    }

    [Fact]
    public void Requests_WithoutRoute_AreListedWithReason()
    {
        var routed = RestRoutes.Of(Server).Select(RestRoutes.RequestOf).OfType<RequestEntry>().Select(entry => entry.RequestType.Name)
            .Distinct(StringComparer.Ordinal);
        RequestTypes.Names.Except(routed, StringComparer.Ordinal).Should().BeEquivalentTo(
            RestRoutes.WithoutRoute.Keys, "everything the portal can do is in the REST API; add a route, or a reason to RestRoutes.WithoutRoute");
        RestRoutes.WithoutRoute.Values.Should().NotContain(reason => reason.Length < 10);
    }

    [Theory, MemberData(nameof(Requests))]
    public Task Call_ByOwner_Succeeds(string name) => EachRouteAsync(name, async (route, request) =>
    {
        using var response = await CallAsync(await Server.ClientAsync(Organisation.Owner), route, request);
        response.IsSuccessStatusCode.Should().BeTrue("the call of {0} answered {1}", RestRoutes.NameOf(route), await response.Content.ReadAsStringAsync());
    });

    [Theory, MemberData(nameof(Requests))]
    public Task Call_ByNobody_Is401(string name) => EachRouteAsync(name, async (route, request) =>
        await IsProblemAsync(await CallAsync(Server.Client(), route, request), HttpStatusCode.Unauthorized));

    [Theory, MemberData(nameof(Requests))]
    public Task Call_ByTooLowRole_Is403AndAudited(string name) => EachRouteAsync(name, async (route, request) =>
    {
        var actor = Organisation.Members[RequestTypes.TooLow(RequestTypes.Entry(name))];
        await IsProblemAsync(await CallAsync(await Server.ClientAsync(actor), route, request), HttpStatusCode.Forbidden);
        (await LastAuditAsync(actor)).Should().Be((name, "forbidden"), "that tells which request type the route sends");
    });

    [Theory, MemberData(nameof(Requests))]
    public Task Call_ByAnotherOrganisation_ReachesNothing(string name) => EachRouteAsync(name, async (route, request) =>
    {
        var ids = await TenantRows.IdsAsync(Server, Organisation.Id);
        var isAddressed = RequestTypes.IdsIn(request).Any(field => ids.Contains(field.Id));
        var stranger = (await TestOrganisation.CreateAsync(Server)).Owner;
        var response = await CallAsync(await Server.ClientAsync(stranger), route, request);
        if (isAddressed) await IsProblemAsync(response, HttpStatusCode.NotFound);
        else (await response.Content.ReadAsStringAsync()).Should().NotContainAny(ids.Select(id => id.ToString()));
    });

    [Theory]
    [InlineData("application/json; charset=bogus", "{}", HttpStatusCode.UnsupportedMediaType,
        "The charset bogus of the Content-Type is not known. Send UTF-8.")]
    [InlineData("application/json", "null", HttpStatusCode.BadRequest, "A JSON body is needed here.")]
    [InlineData("application/json", "{\"name\":\"\\ud800\"}", HttpStatusCode.BadRequest, "The body is not the JSON expected here: $.name.")]
    public async Task Call_WithABodyThatCannotBeRead_SaysWhy(string mediaType, string body, HttpStatusCode status, string detail)
    {
        using var client = await Server.ClientAsync(Organisation.Owner);
        using var content = new StringContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        var response = await client.PostAsync("/api/v1/projects", content, TestContext.Current.CancellationToken);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Contain(detail);
        await IsProblemAsync(response, status);
    }

    private async Task EachRouteAsync(string name, Func<RouteEndpoint, IRequest, Task> check)
    {
        var routes = RestRoutes.Of(Server).Where(route => RestRoutes.RequestOf(route)?.RequestType.Name == name).ToList();
        routes.Should().NotBeEmpty("a request type without a route is listed in RestRoutes.WithoutRoute, with the reason");
        foreach (var route in routes)
            await check(route, await RequestExamples.All.MakeAsync(RequestTypes.Entry(name).RequestType, new ExampleWorld(Server, Organisation)));
    }

    private static async Task<HttpResponseMessage> CallAsync(HttpClient client, RouteEndpoint route, IRequest request)
    {
        using (client) return await client.SendAsync(RestRoutes.Call(route, request), TestContext.Current.CancellationToken);
    }

    private static async Task IsProblemAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        using (response)
        {
            response.StatusCode.Should().Be(status, "the answer was {0}", await response.Content.ReadAsStringAsync());
            response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
            var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
            problem.GetProperty("code").GetString().Should().NotBeNullOrEmpty();
            problem.GetProperty("traceId").GetString().Should().NotBeNullOrEmpty();
        }
    }

    private async Task<(string Request, string Outcome)> LastAuditAsync(Actor actor)
    {
        await using var scope = Server.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Enter(actor.OrganisationId);
        var entry = await scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<AuditEntry>()
            .Where(entry => entry.ActorId == actor.UserId).OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).FirstAsync();
        return (entry.Request, entry.Outcome);
    }
}

public sealed class RestDoorOnSqlite(SqliteServer database) : RestDoorSuite(database);

public sealed class RestDoorOnPostgres(PostgresServer database) : RestDoorSuite(database);
