namespace IntegrationCopilot.Cli.Tests.Arguments;

public sealed class ParseMistakesTests
{
    [Theory]
    [InlineData("There is no option '--nope' here.", "inspect", "--nope", "api.yaml")]
    [InlineData("There is no option '--nope' here.", "inspect", "--nope")]
    [InlineData("There is no option '--frobnicate' here.", "mock", "api.yaml", "--frobnicate", "slow")]
    [InlineData("There is no command 'frobnicate'; the commands are inspect, blueprint, diff, mock, tests, mutate, run, check, proxy, schema, trace, init, completion.", "frobnicate", "api.yaml")]
    [InlineData("There is no command 'inspekt'; did you mean 'inspect'?", "inspekt", "api.yaml")]
    [InlineData("There is no option '--formt' here; did you mean '--format'?", "inspect", "api.yaml", "--formt", "json")]
    [InlineData("There is no option '--fault' here; 'mock' takes it.", "run", "api.yaml", "--fault", "slow")]
    [InlineData("There is no option '--base-url' here; 'run', 'check' take it.", "mutate", "--base-url", "http://a.example")]
    [InlineData("There is no command 'check'; the commands are verify.", "trace", "check")]
    [InlineData("There is no file 'absent.yaml'. 'integration-copilot init' writes one.", "inspect", "--config", "absent.yaml")]
    [InlineData("There is no file '--nope'.", "inspect", "--", "--nope")]
    public async Task RunAsync_WrongWords_NamesTheWordAtFault(string message, params string[] args)
    {
        var run = await CliRun.OfAsync(args);
        run.ExitCode.Should().Be(2);
        run.Error.Should().Be(message + "\nAdd --help for what a command takes.\n");
    }
}
