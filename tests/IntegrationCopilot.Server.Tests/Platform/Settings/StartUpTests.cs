using IntegrationCopilot.Server.Platform.Settings;
using IntegrationCopilot.Server.Tests.Hosting;
using Microsoft.AspNetCore.Builder;

namespace IntegrationCopilot.Server.Tests.Platform.Settings;

public sealed class StartUpTests
{
    [Theory]
    [InlineData("Database:Provider", "Oracle", "Provider")]
    [InlineData("Database:Provider", "Postgres", "Database:ConnectionString is required when Database:Provider is Postgres.")]
    [InlineData("RateLimits:RequestsPerMinute", "0", "RequestsPerMinute")]
    [InlineData("Outbound:Timeout", "01:00:00", "Timeout")]
    [InlineData("Outbound:Timeuot", "00:00:10", "Timeuot")]
    [InlineData("Data:Folder", "", "Folder")]
    public async Task Start_WithWrongSetting_SaysWhichAndDoesNotStart(string name, string value, string named)
    {
        var start = () => RunningServer.StartAsync(new Dictionary<string, string?>(StringComparer.Ordinal) { [name] = value });
        (await start.Should().ThrowAsync<SettingsException>()).WithMessage($"*{named}*");
    }

    [Fact]
    public async Task Start_WithSeveralWrongSettings_NamesThemAll()
    {
        var start = () =>
            RunningServer.StartAsync(new Dictionary<string, string?>(StringComparer.Ordinal) { ["RateLimits:SignInsPerMinute"] = "-1",
            ["Outbound:MaxRedirects"] = "99", ["Data:Foldr"] = "x", ["Specs:CacheBytes"] = "many" });
        (await start.Should().ThrowAsync<SettingsException>()).WithMessage("*SignInsPerMinute*").WithMessage("*MaxRedirects*")
            .WithMessage("*There is no setting Data:Foldr.*").WithMessage("*Specs:CacheBytes*");
    }

    [Fact]
    public async Task Of_AddressInUse_SaysHowToNameAnother()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        await using var app = WebApplication.CreateSlimBuilder().Build();
        app.Urls.Add($"http://{taken.LocalEndpoint}");
        var start = () => app.StartAsync(TestContext.Current.CancellationToken);
        StartFailure.Of((await start.Should().ThrowAsync<IOException>()).Which).Should().Contain(taken.LocalEndpoint!.ToString()).And.Contain("--urls");
    }

    [Fact]
    public async Task Start_DataFolderThatCannotBeMade_SaysWhichAndWhatToDo()
    {
        var file = Path.GetTempFileName();
        var start = () => RunningServer.StartAsync(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Data:Folder"] = Path.Combine(file, "data") });
        (await start.Should().ThrowAsync<SettingsException>()).WithMessage($"*{file}*Data:Folder*");
        File.Delete(file);
    }

    [Fact]
    public async Task Start_DatabaseThatIsAway_SaysSoInASentence()
    {
        var start = () => RunningServer.StartAsync(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Database:Provider"] = "Postgres", ["Database:ConnectionString"] = "Host=127.0.0.1;Port=9;Database=none;Username=nobody;Timeout=2",
        });
        StartFailure.Of((await start.Should().ThrowAsync<Exception>()).Which).Should().Contain("does not answer").And.Contain("Database:ConnectionString");
    }

    [Fact]
    public async Task Start_OnAFreshFolder_KeepsItToThisUser()
    {
        if (OperatingSystem.IsWindows()) return;
        var parent = Directory.CreateTempSubdirectory("copilot-rights-");
        var folder = Path.Combine(parent.FullName, "data");
        await using (await RunningServer.StartAsync(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Data:Folder"] = folder }))
        {
            File.GetUnixFileMode(folder).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            foreach (var file in Directory.GetFiles(folder)) File.GetUnixFileMode(file).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
        }

        parent.Delete(recursive: true);
    }

    [Theory]
    [InlineData("/health", "Healthy")]
    [InlineData("/health/ready", "Healthy")]
    [InlineData("/openapi/v1.json", "\"openapi\"")]
    [InlineData("/account/sign-in", "Sign in")]
    public async Task Start_WithDefaults_Serves(string path, string text)
    {
        await using var server = await RunningServer.StartAsync();
        using var client = server.Client();
        (await client.GetStringAsync(path)).Should().Contain(text);
    }
}
