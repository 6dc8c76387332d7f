namespace IntegrationCopilot.Cli.Tests.Commands;

public sealed class RunMisuseTests
{
    private const string Url = "https://api.example/v1";

    public static TheoryData<string, string[]> Misuses => new()
    {
        { "There is no report of kind 'pdf'; the kinds are text, json", ["--report", "pdf=out.pdf"] },
        { "Did you mean 'junit'?", ["--report", "junt=out.xml"] },
        { "--report is written KIND=PATH, for example junit=results.xml; 'junit' is not", ["--report", "junit"] },
        { "--report is written KIND=PATH", ["--report", "results"] },
        { "--report is written KIND=PATH", ["--report", "-"] },
        { "'/' is a folder", ["--report", "junit=/"] },
        { "--report is written KIND=PATH", ["--report", "junit="] },
        { "There is no folder", ["--report", "junit=/no/such/folder/out.xml"] },
        { "Two reports go to '-'", ["--report", "json=-", "--report", "junit=-"] },
        { "No test of this API has a variable 'no_such_variable'", ["--var", "no_such_variable=1"] },
        { "GET /items has no parameter 'nothing'", ["--var", "GET /items:nothing=1"] },
        { "--body is written OPERATION=FILE", ["--body", "body.json"] },
        { "--body: there is no operation 'GET /item'; did you mean 'GET /items'?", ["--body", "GET /item=body.json"] },
        { "The body in '/no/such/body.json' cannot be read", ["--body", "GET /items=/no/such/body.json"] },
        { "--allow: there is no operation 'POST /no/such'; did you mean", ["--allow", "POST /no/such"] },
        { "--var is written NAME=VALUE", ["--var", "amount"] },
        { "--var gives 'a' twice", ["--var", "a=1", "--var", "a=2"] },
        { "--base-url takes an absolute http or https URL", ["--base-url", "api.example/v1"] },
        { "--base-url takes an absolute http or https URL", ["--base-url", "ftp://api.example"] },
        { "--base-url takes an absolute http or https URL", ["--base-url", "http://\u202e/"] },
        { "--api-key cannot be used: The header 'Content-Type' says how a request is sent", ["--base-url", Url, "--api-key", "Content-Type=k"] },
        { "--base-url takes no query", ["--base-url", Url + "?key=1"] },
        { "--basic USER:PASSWORD", ["--base-url", "https://me:secret@api.example"] },
        { "Argument 'staging' not recognized", ["--base-url", Url, "--environment", "staging"] },
        { "--bearer and --oauth2 are given", ["--base-url", Url, "--bearer", "t", "--oauth2", "c:s"] },
        { "--api-key gives the key of 'X-API-Key' twice", ["--base-url", Url, "--api-key", "k", "--api-key", "x-api-key=t"] },
        { "--token-url and --scope belong to --oauth2", ["--base-url", Url, "--scope", "payments"] },
        { "Expected --basic USER:PASSWORD", ["--base-url", Url, "--basic", "user"] },
        { "--bearer cannot be used: A header holds printable ASCII characters only.\n", ["--base-url", Url, "--bearer", "tökén"] },
        { "The environment variable NO_SUCH_VARIABLE_HERE is not set", ["--base-url", Url, "--bearer", "env:NO_SUCH_VARIABLE_HERE"] },
        { "The secret in '/no/such/file' cannot be read", ["--base-url", Url, "--bearer", "file:/no/such/file"] },
        { "--token-url takes an absolute http or https URL", ["--base-url", Url, "--oauth2", "a:b", "--token-url", "/token"] },
        { "The document names no token endpoint", ["--base-url", Url, "--oauth2", "a:b"] },
        { "--header is written 'Name: value'", ["--base-url", Url, "--header", "X-Tenant"] },
        { "'X Tenant' is not the name of a header field", ["--base-url", Url, "--header", "X Tenant: 1"] },
        { "--api-key is about the API at --base-url", ["--api-key", "k"] },
        { "--environment is about the API at --base-url", ["--environment", "uat"] },
        { "There is no file 'no-profile.yaml'", ["--profile", "no-profile.yaml"] },
        { "--traces-key signs the file of --traces", ["--traces-key", "k"] },
        { "There is no folder", ["--traces", "/no/such/folder/traces.ndjson"] },
        { "Cannot parse argument 'one' for option '--seed'", ["--seed", "one"] },
    };

    [Theory]
    [MemberData(nameof(Misuses))]
    public async Task Run_UsedWrongly_TeachesAndTestsNothing(string taught, string[] options)
    {
        using var folder = new TempFolder();
        var run = await CliRun.OfAsync(["run", folder.Write("api.yaml", RunCommandTests.SmallApi), .. options]);
        run.ExitCode.Should().Be(ExitCodes.Misused);
        run.Error.Should().Contain(taught).And.EndWith("Add --help for what a command takes.\n");
        run.Output.Should().BeEmpty();
    }

    [Fact]
    public async Task Run_BrokenProfile_SaysWhere()
    {
        using var folder = new TempFolder();
        var profile = folder.Write("profile.yaml", "groups:\n  '*': { pagination: PERHAPS }\n");
        var run = await CliRun.OfAsync("run", CliRun.Payments, "--profile", profile);
        run.ExitCode.Should().Be(ExitCodes.Misused);
        run.Error.Should().Contain("profile.yaml:2:").And.Contain("PERHAPS").And.Contain("cannot be used as a profile");
    }
}
