using System.Data.Common;
using System.Net;
using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.Server.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationCopilot.Server.Tests.Platform.Persistence;

public sealed class DatabaseOutageTests
{
    private const int CannotOpen = 14;

    [Fact]
    public async Task Request_DatabaseIsAway_Is503UntilItIsBack()
    {
        var power = new Power();
        await using var server = await RunningServer.StartAsync(
            services: services => services.ConfigureDbContext<SqliteAppDbContext>(options => options.AddInterceptors(power)));
        var organisation = await TestOrganisation.CreateAsync(server);
        using var client = await server.ClientAsync(organisation.Owner);
        (await StatusAsync(client, "/api/v1/projects")).Should().Be(HttpStatusCode.OK);

        power.IsAway = true;
        using (var away = await client.GetAsync(new Uri("/api/v1/projects", UriKind.Relative), TestContext.Current.CancellationToken))
        {
            away.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
            away.Headers.RetryAfter!.Delta.Should().BeGreaterThan(TimeSpan.Zero);
            away.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
            (await away.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Contain("\"unavailable\"").And.Contain("try again");
        }

        (await StatusAsync(client, "/health/ready")).Should().Be(HttpStatusCode.ServiceUnavailable);

        power.IsAway = false;
        (await StatusAsync(client, "/api/v1/projects")).Should().Be(HttpStatusCode.OK);
        (await StatusAsync(client, "/health/ready")).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public void Is_OtherFailures_AreNoOutage()
    {
        DatabaseOutage.Is(new DbUpdateException("x", new SqliteException("constraint", 19))).Should().BeFalse();
        DatabaseOutage.Is(new InvalidOperationException("x", new SqliteException("locked", 5))).Should().BeTrue();
        DatabaseOutage.Is(new Npgsql.NpgsqlException("x")).Should().BeTrue();
        DatabaseOutage.Is(new TimeoutException()).Should().BeFalse();
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    /// <summary>Whether the database can be opened.</summary>
    private sealed class Power : DbConnectionInterceptor
    {
        public bool IsAway { get; set; }

        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            IsAway ? throw new SqliteException("The file cannot be opened.", CannotOpen) : ValueTask.FromResult(result);

        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
            IsAway ? throw new SqliteException("The file cannot be opened.", CannotOpen) : result;
    }
}
