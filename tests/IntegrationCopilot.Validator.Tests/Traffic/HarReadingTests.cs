using System.IO.Compression;
using System.Text;

namespace IntegrationCopilot.Validator.Tests.Traffic;

public sealed class HarReadingTests
{
    private const string Url = "https://api.example.com/v1/things/1";

    [Fact]
    public async Task Read_PseudoHeaderFields_AreNoFields()
    {
        var entry = Har.Entry(Url, ""","headers":[{"name":":method","value":"GET"},{"name":":authority","value":"api.example.com"},{"name":"accept","value":"*/*"}]""", Har.Json(Har.Thing));
        var exchange = await Har.OneAsync(Har.Of("WebInspector", entry));
        exchange.Request.Headers.Select(h => $"{h.Key}: {h.Value}").Should().Equal("accept: */*");
        exchange.Response!.Status.Should().Be(200);
        Encoding.UTF8.GetString(exchange.Response.Body.Span).Should().Be(Har.Thing);
        exchange.StartedAt.Should().Be(new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero));
    }

    [Fact]
    public async Task Read_ChromeWithoutCredentials_DoesNotKnowThem()
    {
        var exchange = await Har.OneAsync(Har.Of("WebInspector", Har.Entry(Url, ""","headers":[]""", Har.Json(Har.Thing))));
        exchange.Unknown.Should().Equal(
            new UnknownPlace(MessageDirection.Request, "header.Authorization", UnknownReason.NotRecorded),
            new UnknownPlace(MessageDirection.Request, "header.Cookie", UnknownReason.NotRecorded),
            new UnknownPlace(MessageDirection.Response, "header.Set-Cookie", UnknownReason.NotRecorded));
        (await Har.OneAsync(Har.Of("Firefox", Har.Entry(Url, ""","headers":[]""", Har.Json(Har.Thing))))).Unknown.Should().BeEmpty();
    }

    [Theory]
    [InlineData(""","content":{"size":120,"mimeType":"application/json"}""", UnknownReason.NotRecorded)]
    [InlineData(""","content":{"size":120,"mimeType":"application/json","text":""}""", UnknownReason.NotRecorded)]
    [InlineData(""","content":{"size":-1,"mimeType":"application/json"},"bodySize":-1""", UnknownReason.NotRecorded)]
    [InlineData(""","content":{"size":5000,"mimeType":"application/json","text":"{\"id\":1,"}""", UnknownReason.Damaged)]
    [InlineData(""","content":{"size":4,"mimeType":"application/octet-stream","text":"\ufffd\ufffd"}""", UnknownReason.Damaged)]
    [InlineData(""","content":{"size":4,"mimeType":"application/octet-stream","text":"\ud800"}""", UnknownReason.Damaged)]
    [InlineData(""","content":{"size":4,"mimeType":"application/octet-stream","encoding":"base64","text":"!"}""", UnknownReason.Damaged)]
    public async Task Read_BodyThatIsNotThere_IsUnknown(string response, UnknownReason reason)
    {
        var exchange = await Har.OneAsync(Har.Of("Firefox", Har.Entry(Url, response: response)));
        exchange.Unknown.Should().Equal(new UnknownPlace(MessageDirection.Response, "body", reason));
        exchange.Response!.Body.IsEmpty.Should().BeTrue();
    }

    [Theory]
    [InlineData(""","content":{"size":0,"mimeType":"x-unknown"},"bodySize":0""", "")]
    [InlineData(""","content":{"size":2,"mimeType":"text/plain","encoding":"base64","text":"aGk="}""", "hi")]
    [InlineData(""","headers":[{"name":"Content-Encoding","value":"gzip"}],"content":{"size":2,"compression":-20,"mimeType":"text/plain","text":"hi"},"bodySize":22""", "hi")]
    [InlineData(""","content":{"size":20,"mimeType":"application/json","text":"{\"a\":\"long and compressed\"}"}""", """{"a":"long and compressed"}""")]
    public async Task Read_BodyThatIsThere_IsIt(string response, string body)
    {
        var exchange = await Har.OneAsync(Har.Of("Charles Proxy", Har.Entry(Url, response: response)));
        exchange.Unknown.Should().BeEmpty();
        Encoding.UTF8.GetString(exchange.Response!.Body.Span).Should().Be(body);
        exchange.Response.Headers.Should().NotContain(header => header.Key == "Content-Encoding");
    }

    [Theory]
    [InlineData(""","postData":{"mimeType":"application/x-www-form-urlencoded","params":[{"name":"a b","value":"1&2"},{"name":"c","value":""}]}""",
        "a%20b=1%262&c=")]
    [InlineData(""","postData":{"mimeType":"application/json","text":"{}"},"bodySize":2""", "{}")]
    [InlineData(""","postData":{"mimeType":"application/json","text":"e30=","encoding":"base64"}""", "{}")]
    public async Task Read_PostData_IsTheBody(string request, string body)
    {
        var exchange = await Har.OneAsync(Har.Of("insomnia.desktop.app", Har.Entry(Url, request, Har.Json(Har.Thing), "POST")));
        exchange.Unknown.Should().BeEmpty();
        Encoding.UTF8.GetString(exchange.Request.Body.Span).Should().Be(body);
        exchange.Request.Headers.Should().Contain(header => header.Key == "Content-Type");
    }

    [Theory]
    [InlineData(""","bodySize":12""")]
    [InlineData(""","headers":[{"name":"content-length","value":"3"}],"bodySize":-1""")]
    [InlineData(""","postData":{"mimeType":"application/octet-stream","_file":"a.bin"},"bodySize":12""")]
    [InlineData(""","postData":{"mimeType":"multipart/form-data; boundary=x","text":"--x\r\n\r\n\r\n--x--\r\n"},"bodySize":90000""")]
    [InlineData(""","headers":[{"name":"Content-Encoding","value":"gzip"}],"postData":{"mimeType":"application/json","text":"\u001f\u008b"},"bodySize":30""")]
    public async Task Read_PostDataThatIsNotThere_IsUnknown(string request)
    {
        var exchange = await Har.OneAsync(Har.Of("Playwright", Har.Entry(Url, request, Har.Json(Har.Thing), "POST")));
        exchange.Unknown.Should().ContainSingle().Which.Where.Should().Be("body");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task Read_NoResponse_HasNone(int status) =>
        (await Har.OneAsync(Har.Of("Playwright", Har.Entry(Url, status: status)))).Response.Should().BeNull();

    [Fact]
    public async Task Read_Cookies_AreTheFieldsTheyCameIn()
    {
        var exchange = await Har.OneAsync(Har.Of("mitmproxy", Har.Entry(Url, ""","headers":[],"cookies":[{"name":"a","value":"1"},{"name":"b","value":"2"}]""",
            ""","cookies":[{"name":"s","value":"3","path":"/"}],"content":{"size":0}""")));
        exchange.Request.Headers.Select(h => $"{h.Key}: {h.Value}").Should().Equal("Cookie: a=1; b=2");
        exchange.Response!.Headers.Select(h => $"{h.Key}: {h.Value}").Should().Equal("Set-Cookie: s=3");
    }

    [Fact]
    public async Task Read_NotModified_HasNoBodyWhateverTheCacheShows() =>
        (await Har.OneAsync(Har.Of("WebInspector", Har.Entry(Url, response: Har.Json(Har.Thing), status: 304)))).Response!.Body.IsEmpty.Should().BeTrue();

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public async Task Read_AnyChunks_SaysTheSame(int chunk)
    {
        var long1 = Har.Json(Har.Quoted(new string('é', 100_000)));
        var har = "\uFEFF" + Har.Of("x", Har.Entry(Url + "?1", response: Har.Json(Har.Thing)), Har.Entry(Url + "?2", response: long1), "7",
            Har.Entry(Url + "?3"));
        if (chunk == 1) har = har.Replace(new string('é', 100_000), "é", StringComparison.Ordinal);
        var entries = await Har.ReadAsync(har, chunk);
        entries.Select(entry => entry.Exchange!.Request.Url[^1]).Should().Equal('1', '2', '3');
        entries.Select(entry => entry.Place.Line).Should().Equal(1, 3, 6);
    }

    [Fact]
    public async Task Read_DeepInitiator_IsPassedOver()
    {
        var stack = string.Concat(Enumerable.Repeat("{\"parent\":", 900)) + "1" + new string('}', 900);
        var entry = Har.Entry(Url).Replace("\"cache\":{}", $"\"cache\":{{}},\"_initiator\":{stack}", StringComparison.Ordinal);
        (await Har.OneAsync(Har.Of("WebInspector", entry))).Request.Url.Should().Be(Url);
    }

    [Theory]
    [InlineData("", 1, "This is no JSON")]
    [InlineData("hello", 1, "This is no JSON")]
    [InlineData("""{"openapi":"3.1.0"}""", 1, "There is no list of entries in it.")]
    [InlineData("PK\u0003\u0004", 1, "Unpack it")]
    [InlineData("{\"log\":{\"entries\":[\n{\"request\":{\"url\":\"/\"}}]}}", 2, "'request.method' is missing")]
    [InlineData("{\"log\":{\"entries\":[\n{\"response\":{}}]}}", 2, "'request' is missing")]
    [InlineData("{\"log\":{\"entries\":[\n\n{\"request\":{\"method\"", 3, "cannot be read on from here")]
    public async Task Read_Broken_SaysWhereAndWhat(string text, int line, string what)
    {
        var problem = (await Har.ReadAsync(text)).Should().ContainSingle().Subject;
        problem.Exchange.Should().BeNull();
        problem.Problem.Should().Contain(what);
        problem.Place.ToString().Should().Be($"a.har:{line}");
    }

    [Fact]
    public async Task Read_BrokenBehindAnEntry_KeepsTheEntry()
    {
        var whole = Har.Of("x", Har.Entry(Url), Har.Entry(Url));
        var entries = await Har.ReadAsync(whole[..^40]);
        entries.Should().HaveCount(2);
        entries[0].Exchange.Should().NotBeNull();
        entries[1].Problem.Should().NotBeNull();
    }

    [Fact]
    public async Task Read_Gzip_IsUnpacked()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true)) await gzip.WriteAsync(
            Encoding.UTF8.GetBytes(Har.Of("x", Har.Entry(Url))));
        packed.Position = 0;
        var entries = await TrafficReader.ReadAsync(packed, "a.har.gz", TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);
        entries.Should().ContainSingle().Which.Exchange!.Request.Url.Should().Be(Url);
    }
}
