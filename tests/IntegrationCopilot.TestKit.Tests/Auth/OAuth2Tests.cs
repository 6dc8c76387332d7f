using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationCopilot.TestKit.Tests;

public sealed class OAuth2Tests : IAsyncLifetime
{
    private const string Secret = "s3cr3t & more";
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
    private TokenServer server = null!;

    public async ValueTask InitializeAsync() => server = await TokenServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private RequestAuthenticator Authenticator(OAuth2ClientAuthentication style = OAuth2ClientAuthentication.Basic, params string[] scopes) =>
        new(new OAuth2ClientCredentials("client:1", Secret, server.TokenUrl, scopes, style), server.Client, clock);

    private static HttpRequestMessage Request() => new(HttpMethod.Get, "http://api.example/payments");

    private static async Task<string?> TokenAsync(RequestAuthenticator authenticator)
    {
        using var request = Request();
        (await authenticator.ApplyAsync(request)).Should().BeNull();
        return request.Headers.Authorization?.ToString();
    }

    private async Task<AuthFailure> FailureAsync()
    {
        using var request = Request();
        var failure = await Authenticator().ApplyAsync(request);
        request.Headers.Authorization.Should().BeNull();
        failure!.Message.Should().NotContain("s3cr3t").And.Contain("The token endpoint http://127.0.0.1:");
        return failure;
    }

    [Fact]
    public async Task ApplyAsync_BasicStyle_SendsFormEncodedPairAndScopes()
    {
        (await TokenAsync(Authenticator(scopes: ["payments:write", "refunds"]))).Should().Be("Bearer token-1");
        var (authorization, form) = server.Asked.Single();
        Encoding.UTF8.GetString(Convert.FromBase64String(authorization!["Basic ".Length..])).Should().Be("client%3A1:s3cr3t+%26+more");
        form.Should().Be("grant_type=client_credentials&scope=payments%3Awrite+refunds");
    }

    [Fact]
    public async Task ApplyAsync_PostStyle_SendsThemInTheForm()
    {
        await TokenAsync(Authenticator(OAuth2ClientAuthentication.Post));
        server.Asked.Single().Should().Be((null, "grant_type=client_credentials&client_id=client%3A1&client_secret=s3cr3t+%26+more"));
    }

    [Fact]
    public async Task ApplyAsync_ManyAtOnce_AsksOnce()
    {
        var release = new TaskCompletionSource();
        server.Answer = async (number, context) =>
        {
            await release.Task;
            await context.Response.WriteAsync($$"""{"access_token":"token-{{number}}"}""");
        };
        var authenticator = Authenticator();
        var all = Enumerable.Range(0, 20).Select(_ => TokenAsync(authenticator)).ToList();
        release.SetResult();
        (await Task.WhenAll(all)).Should().AllBe("Bearer token-1");
        server.Asked.Should().HaveCount(1);
    }

    [Fact]
    public async Task ApplyAsync_TimePasses_RenewsBeforeExpiry()
    {
        var authenticator = Authenticator();
        await TokenAsync(authenticator);
        clock.Advance(TimeSpan.FromSeconds(539));
        (await TokenAsync(authenticator)).Should().Be("Bearer token-1");
        clock.Advance(TimeSpan.FromSeconds(1));
        (await TokenAsync(authenticator)).Should().Be("Bearer token-2");
        authenticator.Secrets.Should().Contain([Secret, "token-1", "token-2"]);
    }

    [Fact]
    public async Task TryRenew_RefusedToken_FetchesOneNewTokenForAll()
    {
        var authenticator = Authenticator();
        using var first = Request();
        using var second = Request();
        await authenticator.ApplyAsync(first);
        await authenticator.ApplyAsync(second);
        authenticator.TryRenew(first).Should().BeTrue();
        (await TokenAsync(authenticator)).Should().Be("Bearer token-2");
        authenticator.TryRenew(second).Should().BeTrue();
        (await TokenAsync(authenticator)).Should().Be("Bearer token-2");
        authenticator.TryRenew(Request()).Should().BeFalse();
    }

    [Fact]
    public async Task ApplyAsync_OneWaiterGivesUp_TheOthersGetTheToken()
    {
        var release = new TaskCompletionSource();
        server.Answer = async (_, context) =>
        {
            await release.Task;
            await context.Response.WriteAsync("""{"access_token":"late"}""");
        };
        var authenticator = Authenticator();
        using var impatient = new CancellationTokenSource();
        var gaveUp = authenticator.ApplyAsync(Request(), impatient.Token).AsTask();
        var waits = TokenAsync(authenticator);
        await impatient.CancelAsync();
        await gaveUp.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>();
        release.SetResult();
        (await waits).Should().Be("Bearer late");
    }

    [Fact]
    public async Task ApplyAsync_Refused_GivesStatusErrorAndDescriptionWithoutSecrets()
    {
        server.Answer = async (_, context) =>
        {
            context.Response.StatusCode = 401;
            await context.Response.WriteAsync("""{"error":"invalid_client","error_description":"secret 's3cr3t & more' is wrong"}""");
        };
        var failure = await FailureAsync();
        (failure.Reason, failure.Status, failure.Error).Should().Be((AuthFailureReason.Refused, 401, "invalid_client"));
        failure.ErrorDescription.Should().StartWith("secret '[redacted:");
        failure.Message.Should().Contain("refused with status 401 (invalid_client: secret");
    }

    [Theory]
    [InlineData(503, "<html>down</html>", AuthFailureReason.Refused)]
    [InlineData(400, "[]", AuthFailureReason.Refused)]
    [InlineData(200, "<html>login</html>", AuthFailureReason.NotJson)]
    [InlineData(200, "[]", AuthFailureReason.NotJson)]
    [InlineData(200, "", AuthFailureReason.NotJson)]
    [InlineData(200, """{"access_token":"\ud800"}""", AuthFailureReason.NotJson)]
    [InlineData(200, "{}", AuthFailureReason.NoToken)]
    [InlineData(200, """{"access_token":7}""", AuthFailureReason.NoToken)]
    [InlineData(200, """{"access_token":"a\r\nX: y"}""", AuthFailureReason.NoToken)]
    [InlineData(200, """{"access_token":"a","token_type":"DPoP"}""", AuthFailureReason.UnsupportedTokenType)]
    public async Task ApplyAsync_BadAnswer_SaysWhatIsWrong(int status, string body, AuthFailureReason reason)
    {
        server.Answer = async (_, context) =>
        {
            context.Response.StatusCode = status;
            await context.Response.WriteAsync(body);
        };
        var failure = await FailureAsync();
        (failure.Reason, failure.Status).Should().Be((reason, status));
    }

    [Fact]
    public async Task ApplyAsync_EndlessAnswer_IsCutOff()
    {
        server.Answer = async (_, context) =>
        {
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.WriteAsync(new string(' ', 65_536));
        };
        (await FailureAsync()).Reason.Should().Be(AuthFailureReason.NotJson);
    }

    [Fact]
    public async Task ApplyAsync_NobodyAnswers_IsUnreachable()
    {
        var authenticator = Authenticator();
        await server.StopAsync();
        (await authenticator.ApplyAsync(Request()))!.Reason.Should().Be(AuthFailureReason.Unreachable);
    }

    [Fact]
    public async Task ApplyAsync_NoAnswerInTime_IsTimedOut()
    {
        var asked = new TaskCompletionSource();
        server.Answer = (_, context) =>
        {
            asked.SetResult();
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        };
        var apply = Authenticator().ApplyAsync(Request()).AsTask();
        await asked.Task;
        clock.Advance(TimeSpan.FromSeconds(31));
        (await apply)!.Reason.Should().Be(AuthFailureReason.TimedOut);
    }

    [Theory]
    [InlineData("\"600\"", 540)]
    [InlineData("60", 54)]
    public async Task ApplyAsync_AnyLife_KeepsATenthInReserve(string expiresIn, int goodForSeconds)
    {
        server.Answer = (number, context) => context.Response.WriteAsync($$"""{"access_token":"token-{{number}}","expires_in":{{expiresIn}}}""");
        var authenticator = Authenticator();
        await TokenAsync(authenticator);
        clock.Advance(TimeSpan.FromSeconds(goodForSeconds - 1));
        (await TokenAsync(authenticator)).Should().Be("Bearer token-1");
        clock.Advance(TimeSpan.FromSeconds(1));
        (await TokenAsync(authenticator)).Should().Be("Bearer token-2");
    }

    [Fact]
    public async Task ApplyAsync_AfterAFailure_AsksAgain()
    {
        server.Answer = (number, context) =>
        {
            if (number == 1) context.Response.StatusCode = 500;
            return context.Response.WriteAsync("""{"access_token":"second"}""");
        };
        var authenticator = Authenticator();
        (await authenticator.ApplyAsync(Request()))!.Reason.Should().Be(AuthFailureReason.Refused);
        (await TokenAsync(authenticator)).Should().Be("Bearer second");
    }
}
