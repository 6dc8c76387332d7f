using System.Diagnostics;
using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace IntegrationCopilot.Validator.Tests;

public sealed class CurlCommandTests
{
    private const int Lines = 400;

    private static readonly string[] Nasty =
    [
        "'", "\"", "\\", "$HOME", "$(touch x)", "`id`", ";", "&", "|", ">", "\n", "\r", "\t", "\u001b[2J", "\u202e", "\u2028", "\ud800", "é", "😀", "!!",
        "@/etc/passwd", "~", "*", "#", "--",
        "%", "\u0007", " ", "{a,b}", "[1-9]", "a", "\0",
    ];

    private static readonly Gen<string> Text = Gen.Elements(Nasty).ListOf().Select(parts => string.Concat(parts));

    private static readonly Gen<TraceRequest> Requests =
        from url in Text
        from name in Gen.Elements("X-Any", "Accept", "x'y", "no token", "Path")
        from value in Text
        from body in Text
        select new TraceRequest
        {
            Method = "POST",
            Url = "http://127.0.0.1/" + url.Replace("\0", "", StringComparison.Ordinal),
            Headers = [new("Content-Type", "text/plain"), new(name, value)],
            Body = TraceBody.Capture(Encoding.UTF8.GetBytes(body)),
        };

    [Fact]
    public void Of_Request_SendsMethodUrlHeadersAndBody() =>
        CurlCommand.Of(Post("""{"name":"it's"}""")).Should()
            .Be("""curl --request POST --url 'https://api.example.com/v1/items?q=1' --header 'Content-Type: application/json' --data-raw '{"name":"it'\''s"}'""");

    [Fact]
    public void Of_Secrets_AreVariablesAndEqualOnesTheSame()
    {
        var redactor = new TraceRedactor();
        var trace = redactor.Record(new TraceDraft
        {
            StartedAt = DateTimeOffset.UnixEpoch, Duration = TimeSpan.Zero, Environment = EnvironmentType.Sandbox,
            Request = new()
            {
                Method = "POST", Url = "https://api.example.com/items?api_key=secret-one-1234", Headers = [new("Authorization", "Bearer secret-two-5678")],
                Body = Encoding.UTF8.GetBytes("""{"password":"secret-one-1234"}"""),
            },
        });
        var line = CurlCommand.Of(trace.Request)!;
        line.Should().NotContain("secret-").And.NotContain("redacted");
        line.Should().Contain("""api_key='"$SECRET" """).And.Contain("""'Authorization: Bearer '"$SECRET_2" """).And.Contain(
            """'{"password":"'"$SECRET"'"}'""");
    }

    [Theory]
    [InlineData("HEAD", "/items", "curl --head --url \"$BASE_URL\"'/items'")]
    [InlineData("GET", "http://h/a/../{x}", "curl --globoff --path-as-is --request GET --url 'http://h/a/../{x}'")]
    [InlineData("GET", "file:///etc/passwd", null)]
    [InlineData("GET", "-o", null)]
    [InlineData("GE T", "/", null)]
    [InlineData("", "/", null)]
    public void Of_MethodAndUrl_AreWhatHttpKnowsOrThereIsNoLine(string method, string url, string? expected) =>
        CurlCommand.Of(new TraceRequest { Method = method, Url = url }).Should().Be(expected);

    [Fact]
    public void Of_BodyThatIsNoText_ComesThroughAPipe() =>
        CurlCommand.Of(Post("") with { Body = TraceBody.Capture(new byte[] { 0xFF, 0, 1 }) }).Should()
            .StartWith("printf %s '/wAB' | base64 -d | curl ").And.EndWith(" --data-binary @-");

    [Fact]
    public void Of_LongOrCutBody_IsAskedForAsAFile()
    {
        CurlCommand.Of(Post(new string('x', 5000))).Should().EndWith(" --data-binary @body-of-5000-bytes");
        CurlCommand.Of(Post("") with { Body = TraceBody.Capture("abcdef"u8.ToArray(), 3) }).Should().EndWith(" --data-binary @body-of-6-bytes");
    }

    [Fact]
    public void Of_BodyWithoutType_SendsNone() =>
        CurlCommand.Of(Post("x") with { Headers = [new("X-Empty", "")] }).Should().EndWith(" --header 'X-Empty;' --header 'Content-Type:' --data-raw 'x'");

    [Property(MaxTest = 2_000)]
    public Property Of_AnyRequest_IsOneLineThatATerminalShows() => Prop.ForAll(Requests.ToArbitrary(), request =>
        CurlCommand.Of(request)!.EnumerateRunes().All(rune => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.Surrogate)));

    /// <summary>A shell tells what it would start; nothing but what the request holds comes out, and nothing else is started.</summary>
    [Fact]
    public async Task Of_AnyRequest_IsReadByAShellAsItsOwnWords()
    {
        if (!File.Exists("/bin/bash")) Assert.Skip("There is no /bin/bash.");
        var requests = Requests.Sample(Lines, 40).ToList();
        var script = new StringBuilder("curl() { printf '%s\\0' \"$@\"; if [ \"${@: -1}\" = @- ]; then cat > /dev/null; fi; }\n");
        foreach (var request in requests) script.Append(CurlCommand.Of(request)).Append('\n');
        var words = await RunAsync(script.ToString());
        words.Should().Equal(requests.SelectMany(Expected));
    }

    private static TraceRequest Post(string body) => new()
    {
        Method = "POST",
        Url = "https://api.example.com/v1/items?q=1",
        Headers = [new("Content-Type", "application/json"), new("Content-Length", "15"), new("Host", "api.example.com")],
        Body = TraceBody.Capture(Encoding.UTF8.GetBytes(body)),
    };

    private static IEnumerable<string> Expected(TraceRequest request)
    {
        if (request.Url.AsSpan().ContainsAny("[]{}")) yield return "--globoff";
        yield return "--request";
        yield return "POST";
        yield return "--url";
        yield return Sent(request.Url);
        foreach (var (name, value) in request.Headers.Where(header => header.Key != "no token"))
        {
            yield return "--header";
            var text = Sent(value.Replace('\r', ' ').Replace('\n', ' ').Replace('\0', ' '));
            yield return text.Length == 0 ? $"{name};" : $"{name}: {text}";
        }

        if (request.Body.Length == 0) yield break;
        var piped = request.Body.Text.Contains('\0', StringComparison.Ordinal);
        yield return piped ? "--data-binary" : "--data-raw";
        yield return piped ? "@-" : request.Body.Text;
    }

    private static string Sent(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static async Task<IReadOnlyList<string>> RunAsync(string script)
    {
        var folder = Directory.CreateTempSubdirectory("curl-").FullName;
        var start = new ProcessStartInfo(
            "/bin/bash", ["--norc", "-s"]) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false,
            StandardOutputEncoding = new UTF8Encoding(false) };
        using var shell = Process.Start(start)!;
        var output = shell.StandardOutput.ReadToEndAsync();
        await shell.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(script));
        shell.StandardInput.Close();
        await shell.WaitForExitAsync();
        Directory.GetFileSystemEntries(folder).Should().BeEmpty();
        Directory.Delete(folder);
        return (await output)[..^1].Split('\0');
    }
}
