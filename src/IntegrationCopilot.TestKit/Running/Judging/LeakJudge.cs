using System.Text;
using System.Text.RegularExpressions;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Judges whether an answer tells of the server's insides.</summary>
/// <remarks>Source: CWE-209, Generation of Error Message Containing Sensitive Information. Only errors are read: what a success holds is the API's
/// own.</remarks>
internal static partial class LeakJudge
{
    private const int MostCharacters = 100_000;

    public static Judgement Judge(NoLeakAssertion assertion, Exchange exchange, JudgeContext context)
    {
        if (exchange.Response is not { Status: >= 400, Body: var body } || body.IsEmpty) return Judgement.Holds;
        var text = Encoding.UTF8.GetString(body.Span[..Math.Min(body.Length, MostCharacters)]);
        foreach (var (pattern, what) in Patterns)
            if (pattern.Match(text) is { Success: true } match)
                return Judgement.Fails($"the error tells {what}: '{match.Value.Trim()}'");
        return Judgement.Holds;
    }

    private static readonly (Regex Pattern, string What)[] Patterns =
    [
        (DotNetFrame(), "a line of a .NET stack trace"), (JavaFrame(), "a line of a Java stack trace"), (PythonFrame(), "a Python stack trace"),
        (NodeFrame(), "a line of a JavaScript stack trace"), (GoFrame(), "a Go stack trace"), (PhpFrame(), "a PHP stack trace"),
        (SourcePath(), "a path of its source or disk"), (Sql(), "a statement or error of its database"),
    ];

    [GeneratedRegex(@"(?:^|\\r\\n|\\n|\n|"")\s*at [A-Z][\w`]*(?:\.[\w`<>\[\],]+)+\([^)\n]{0,200}\)", RegexOptions.CultureInvariant)]
    private static partial Regex DotNetFrame();

    [GeneratedRegex(@"\bat [a-z][\w$]*(?:\.[\w$<>]+)+\((?:[\w$]+\.java:\d+|Native Method|Unknown Source)\)", RegexOptions.CultureInvariant)]
    private static partial Regex JavaFrame();

    [GeneratedRegex(@"Traceback \(most recent call last\)", RegexOptions.CultureInvariant)]
    private static partial Regex PythonFrame();

    [GeneratedRegex(@"\bat (?:async )?(?:[\w$.<>\[\] ]{1,80} \()?(?:file://|node:)?[^\s()""]{0,200}\.(?:js|mjs|cjs|ts):\d+:\d+", RegexOptions.CultureInvariant)]
    private static partial Regex NodeFrame();

    [GeneratedRegex(@"goroutine \d+ \[\w", RegexOptions.CultureInvariant)]
    private static partial Regex GoFrame();

    [GeneratedRegex(@"#0 /[^\s""]{1,200}\.php\(\d+\)", RegexOptions.CultureInvariant)]
    private static partial Regex PhpFrame();

    [GeneratedRegex(@"(?:\b[A-Z]:\\{1,2}(?:[\w .-]+\\{1,2}){1,20}[\w.-]+\.\w{1,5}\b|/(?:home|usr/src|usr/local/lib|var/www|opt|srv)/(?:[\w.@-]+/){1,20}[\w.@-]+\.(?:cs|py|rb|js|ts|php|go|java|rs)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex SourcePath();

    [GeneratedRegex(@"\b(?:SQLSTATE\[|ORA-\d{5}\b|SQLITE_ERROR|PG::\w+Error|psycopg2\.|System\.Data\.SqlClient|Npgsql\.PostgresException)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Sql();
}
