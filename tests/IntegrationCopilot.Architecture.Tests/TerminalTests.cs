using System.Text.RegularExpressions;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.Architecture.Tests;

/// <summary>Text reaches a terminal in one way, which makes it harmless; the libraries write to none.</summary>
public sealed partial class TerminalTests
{
    /// <summary>The one way, and where text of others becomes markup.</summary>
    private static readonly string[] Ways = ["IntegrationCopilot.Cli/Output/Terminal.cs", "IntegrationCopilot.Cli/Output/PlainMarkup.cs"];

    [Fact]
    public void Sources_WriteToNoConsoleButThroughTheTerminal()
    {
        var source = Path.Combine(SharedData.RepositoryRoot, "src");
        var files = Directory.GetFiles(source, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(source, file).Replace('\\', '/'), Text: File.ReadAllText(file)))
            .Where(file => !file.Name.Contains("/obj/", StringComparison.Ordinal)
                && !file.Name.StartsWith("IntegrationCopilot.Server/", StringComparison.Ordinal)).ToList();
        files.Should().HaveCountGreaterThan(400);
        Offenders(files).Except(Ways, StringComparer.Ordinal).Should().BeEmpty();
        Offenders(files).Should().Contain(Ways, "the ways are looked at too");
    }

    [Theory]
    [InlineData("Console.WriteLine(title);")]
    [InlineData("await System.Console.Error.WriteAsync(title);")]
    [InlineData("using static System.Console;")]
    [InlineData("using var output = Console.OpenStandardOutput();")]
    [InlineData("AnsiConsole.MarkupLine(title);")]
    [InlineData("AnsiConsole.Create(new());")]
    [InlineData("console.MarkupLine(Markup.Escape(title));")]
    [InlineData("File.OpenWrite(\"/dev/tty\");")]
    public void Sources_ThatWriteBesideTheTerminal_AreFound(string planted) => Offenders([("Planted.cs", planted)]).Should().Equal("Planted.cs");

    [Theory]
    [InlineData("public IAnsiConsole Text(ParseResult parsed) => terminal.Text(parsed);")]
    [InlineData("terminal.WriteLine(title);")]
    public void Sources_ThatUseTheTerminal_AreNotFound(string good) => Offenders([("Good.cs", good)]).Should().BeEmpty();

    private static IEnumerable<string> Offenders(IEnumerable<(string Name, string Text)> files) =>
        files.Where(file => BesideTheTerminal().IsMatch(file.Text)).Select(file => file.Name);

    [GeneratedRegex(@"(?<![\w.])(System\.)?(Ansi)?Console\s*[.;]|Markup\.Escape|/dev/(tty|stdout|stderr)|Debug\.Write|Trace\.Write")]
    private static partial Regex BesideTheTerminal();
}
