using System.CommandLine;
using IntegrationCopilot.Cli.Arguments;
using IntegrationCopilot.Cli.Sheets;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Cli.Commands;

/// <summary><c>check</c>: recorded traffic against a document, offline.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var spec = new SpecInput();
        var files = new Argument<string[]>("FILE")
        {
            Description = "Recorded traffic: HTTP archives (.har, of a browser, Playwright, mitmproxy, Charles, Insomnia) "
                + "and trace files (.ndjson), also with gzip.",
            Arity = ArgumentArity.OneOrMore,
        };
        var baseUrl = new Option<string>("--base-url")
        {
            HelpName = "URL",
            Description = "Where the API was when it was recorded; exchanges with other URLs are not of it. Default: the servers of the document.",
        };
        var strict = new Option<bool>("--strict") { Description = "Fail on everything the document does not describe, harmless or not." };
        var format = FormatOption.Create();
        var reports = new SheetReportOption(SheetReport.Json, SheetReport.JUnit, SheetReport.Sarif, SheetReport.Markdown);
        var command = new Command("check", "Judge recorded traffic against a document, offline.");
        spec.AddTo(command);
        command.Add(files);
        command.Add(baseUrl);
        command.Add(strict);
        command.Add(format);
        reports.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var paths = parsed.GetRequiredValue(files);
            foreach (var path in paths) CheckIsFile(path);
            var wanted = reports.Read(parsed);
            var url = parsed.GetValue(baseUrl) is { } text ? HttpUrl.Read("--base-url", text) : null;
            if (await spec.ReadAsync(terminal, parsed, cancellationToken) is not { } api) return ExitCodes.Failed;
            var check = new TrafficCheck(new MessageValidator(api, new MessageValidatorOptions { Strict = parsed.GetValue(strict) }), url);
            var tally = new TrafficTally(api);
            foreach (var path in paths) await tally.AddAsync(check, TrafficReader.ReadFileAsync(path, cancellationToken), cancellationToken);
            var report = tally.ToReport();
            var isTold = await SheetReportOption.WriteAsync(terminal, wanted, CheckSheet.Of(api, report));
            if (!isTold) Tell(terminal, parsed, report, parsed.GetValue(format) == FormatOption.Json);
            return Answer(terminal, report);
        });
        return command;
    }

    private static void Tell(Terminal terminal, ParseResult parsed, TrafficReport report, bool isForScripts)
    {
        if (isForScripts) JsonOutput.Write(terminal.Output, CheckAnswer.Of(report));
        else
            using (var lines = terminal.Text(parsed)) TrafficLines.Write(lines, report);
    }

    private static int Answer(Terminal terminal, TrafficReport report)
    {
        foreach (var problem in report.Problems) terminal.WriteErrorLine($"{problem.Place}: {problem.Problem}");
        if (report.Problems.Count > 0) return ExitCodes.Misused;
        return report.IsGood ? ExitCodes.Good : ExitCodes.Failed;
    }

    private static void CheckIsFile(string path)
    {
        if (Directory.Exists(path)) throw new MisuseException($"'{path}' is a folder; name the recordings in it.");
        if (!File.Exists(path)) throw new MisuseException($"There is no file '{path}'.");
    }
}
