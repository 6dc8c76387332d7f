using System.CommandLine;
using System.Globalization;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Cli.Arguments;

/// <summary>How a run sends its requests, and where they may go.</summary>
internal sealed class SendingOptions
{
    private const double LongestTimeout = 3600;
    private const int MostAtOnce = 256;

    private readonly Option<string[]> hosts = new("--host") { HelpName = "NAME",
        Description = "A host besides that of --base-url that belongs to the API, to which links to a next page are followed with the credentials; "
            + "HOST or HOST:PORT. May be repeated." };
    private readonly Option<string> timeout =
        new("--timeout") { HelpName = "S", Description = "Seconds that an answer may take, unless a test says otherwise. Default 30." };
    private readonly Option<int?> concurrency = new("--max-concurrency") { HelpName = "N", Description = "Cases that run at the same time. Default 4." };

    private readonly Option<int?> budget = new("--budget") { HelpName = "N",
        Description = "Requests that are sent for cases at most, of each operation the most telling ones first. Default as many as the cases want." };

    private readonly Option<int?> shrink = new("--shrink") { HelpName = "N",
        Description = "Requests that are spent at most on finding the smallest one that still shows each defect; 0 for none. Default 60, none with --budget." };

    public void AddTo(Command command)
    {
        command.Add(budget);
        command.Add(shrink);
        command.Add(hosts);
        command.Add(timeout);
        command.Add(concurrency);
    }

    /// <exception cref="MisuseException">A value is not one that can be used.</exception>
    public RunOptions Read(ParseResult parsed, RunOptions options) => options with
    {
        Budget = Budget(parsed),
        ShrinkingRequests = parsed.GetValue(shrink) is not { } number ? options.ShrinkingRequests : number >= 0 ? number
            : throw new MisuseException($"--shrink takes a number of requests, 0 or more; {number} is none."),
        AllowedHosts = [.. (parsed.GetValue(hosts) ?? []).Select(Host)],
        RequestTimeout = parsed.GetValue(timeout) is { } seconds ? Timeout(seconds) : options.RequestTimeout,
        MaxConcurrency = parsed.GetValue(concurrency) is { } cases ? Concurrency(cases) : options.MaxConcurrency,
    };

    /// <summary>How many requests are sent at most; null when that is not said.</summary>
    /// <exception cref="MisuseException">It is no number of requests.</exception>
    public int? Budget(ParseResult parsed) => parsed.GetValue(budget) is not { } number ? null : number >= 1 ? number
        : throw new MisuseException($"--budget takes a number of requests, 1 or more; {number} is none.");

    private static string Host(string text) =>
        !text.Contains('/', StringComparison.Ordinal) && Uri.TryCreate($"http://{text}/", UriKind.Absolute, out var url)
            && url is { PathAndQuery: "/", UserInfo: "" }
            ? text
            : throw new MisuseException($"--host takes the name of a host, as HOST or HOST:PORT; '{text}' is none.");

    private static TimeSpan Timeout(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0.001 and <= LongestTimeout
            ? TimeSpan.FromSeconds(seconds)
            : throw new MisuseException($"--timeout takes seconds, more than 0 and at most {LongestTimeout}; '{text}' is not such a number.");

    private static int Concurrency(int number) => number is >= 1 and <= MostAtOnce
        ? number
        : throw new MisuseException($"--max-concurrency takes a number of cases from 1 to {MostAtOnce}; {number} is none.");
}
