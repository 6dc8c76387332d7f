using System.Net;
using IntegrationCopilot.Server.Platform.Identity;
using IntegrationCopilot.Server.Tests.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;

namespace IntegrationCopilot.Server.Tests.Platform.Identity;

/// <summary>Who tries names and passwords learns nothing from words or work; who runs the server learns account and address.</summary>
public sealed class SignInTests
{
    private const string Page = "/account/sign-in";

    [Fact]
    public async Task SignIn_Refused_SaysTheSameAndWorksTheSameForEveryAccount()
    {
        var hasher = new CountingHasher();
        await using var server = await RunningServer.StartAsync(services: services => services.AddSingleton<IPasswordHasher<AppUser>>(hasher));
        await AddUserAsync(server, "known@example.com");
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var email in (string[])["nobody@example.com", .. Enumerable.Repeat("known@example.com", 7)])
        {
            var before = hasher.Worked;
            told.Add(await RefusalAsync(server, email));
            (hasher.Worked - before).Should().Be(1, "an account that exists, is locked or does not exist costs the same");
        }

        told.Should().ContainSingle().Which.Should().Contain("not right");
    }

    [Fact]
    public async Task SignIn_Refused_LogsAccountAndAddressInOneLine()
    {
        var log = new KeptLog();
        await using var server = await RunningServer.StartAsync(
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["Serilog:MinimumLevel:Default"] = "Information" },
            services: services => services.AddSingleton<ILogEventSink>(log));
        await RefusalAsync(server, "who\u001b[2J\n@example.com");
        var line = log.Lines.Should().ContainSingle(line => line.Contains("sign-in was refused", StringComparison.Ordinal)).Subject;
        line.Should().Contain("@example.com").And.Contain("127.0.0.1").And.Contain("no such account");
        line.Any(char.IsControl).Should().BeFalse();
    }

    private static async Task AddUserAsync(RunningServer server, string email)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        var made = await users.CreateAsync(new AppUser { UserName = email, Email = email, DisplayName = "Known" }, "a password of the test 1");
        made.Succeeded.Should().BeTrue();
    }

    private static async Task<string> RefusalAsync(RunningServer server, string email)
    {
        using var browser = new FormClient(server);
        using var answer = await browser.SendAsync(Page, ("Form.Email", email), ("Form.Password", "wrong password 123"));
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        var page = await answer.Content.ReadAsStringAsync();
        var from = page.IndexOf("role=\"alert\"", StringComparison.Ordinal);
        from.Should().BePositive();
        return page[from..page.IndexOf("</p>", from, StringComparison.Ordinal)];
    }

    private sealed class CountingHasher : PasswordHasher<AppUser>
    {
        private int _worked;

        public int Worked => Volatile.Read(ref _worked);

        public override string HashPassword(AppUser user, string password)
        {
            Interlocked.Increment(ref _worked);
            return base.HashPassword(user, password);
        }

        public override PasswordVerificationResult VerifyHashedPassword(AppUser user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref _worked);
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
