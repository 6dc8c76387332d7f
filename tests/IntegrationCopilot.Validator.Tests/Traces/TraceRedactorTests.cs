using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using FsCheck.Xunit;

namespace IntegrationCopilot.Validator.Tests;

public sealed class TraceRedactorTests
{
    private const string Jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c";
    private static readonly TraceRedactor Redactor = new(new()
    {
        PlaceholderKey = "0123456789abcdef"u8.ToArray(),
        SecretValues = ["tr0ub4dor&3 \"x\"", "hunter2", "20260301"],
        JsonPaths = ["$.card.holder", "items[*].note", "list[1]"],
        PropertyNames = ["shoe_size"],
        HeaderNames = ["X-Shop"],
        QueryNames = ["voucher"],
    });

    /// <summary>What comes out, with every placeholder shown as «…».</summary>
    private static string Shown(string text) => Regex.Replace(text, @"\[redacted:[0-9a-f]{8}\]", "«…»", RegexOptions.NonBacktracking);

    private static string Text(string text) => Shown(Redactor.Redact(text));

    [Theory]
    [InlineData("""{"user":"ann","password":"s3cr3t"}""", """{"user":"ann","password":"«…»"}""")]
    [InlineData("""{ "a" : [ { "API_Key" : "k\"1" , "n":1.50 } ] }""", """{ "a" : [ { "API_Key" : "«…»" , "n":1.50 } ] }""")]
    [InlineData("""{"accessToken":null,"password":true,"secret":"","pin":1234}""", """{"accessToken":null,"password":true,"secret":"","pin":"«…»"}""")]
    [InlineData("""{"credentials":{"user":"ann","keys":["a1","b2",{"x":3}]},"after":"ok"}""",
        """{"credentials":{"user":"«…»","keys":["«…»","«…»",{"x":"«…»"}]},"after":"ok"}""")]
    [InlineData("""{"pass\u0077ord":"x1","shoeSize":44}""", """{"pass\u0077ord":"«…»","shoeSize":"«…»"}""")]
    [InlineData("""{"next_page_token":"abc","nextToken":"def","max_tokens":5,"token_type":"bearer"}""",
        """{"next_page_token":"abc","nextToken":"def","max_tokens":5,"token_type":"bearer"}""")]
    [InlineData("""{"card":{"holder":"Ann","x":{"holder":"no"}},"items":[{"note":"a"},{"note":"b"}],"list":[1,2,3]}""",
        """{"card":{"holder":"«…»","x":{"holder":"no"}},"items":[{"note":"«…»"},{"note":"«…»"}],"list":[1,"«…»",3]}""")]
    [InlineData("""{"payload":"{\"password\":\"x1\",\"n\":1}"}""", """{"payload":"{\"password\":\"«…»\",\"n\":1}"}""")]
    [InlineData("""{"password":"s3cr3t","x":[1,{"token":"ab""", """{"password":"«…»","x":[1,{"token":"«…»""")]
    [InlineData("""{bad, "password":"s3cr3t"}""", """{bad, "password":"«…»"}""")]
    [InlineData("{\"password\":\"a1\"}\n{\"password\":\"b2\"}\n", "{\"password\":\"«…»\"}\n{\"password\":\"«…»\"}\n")]
    [InlineData("""{"amount":4111111111111111,"ok":4111111111111112,"when":20260301}""", """{"amount":"«…»","ok":4111111111111112,"when":"«…»"}""")]
    [InlineData("""{"hunter2":1}""", """{"«…»":1}""")]
    [InlineData("""{"note":"see tr0ub4dor&3 \"x\"!"}""", """{"note":"see «…»!"}""")]
    public void Redact_Json_MasksSecretsAndKeepsTheRest(string json, string expected) => Text(json).Should().Be(expected);

    [Theory]
    [InlineData("curl -H 'Authorization: Bearer abcdef0123456789xyz'", "curl -H 'Authorization: Bearer «…»'")]
    [InlineData("Basic authentication is required, a bearer token is not", "Basic authentication is required, a bearer token is not")]
    [InlineData("sent basic dXNlcjpwYXNz today", "sent basic «…» today")]
    [InlineData("jwt " + Jwt + ".", "jwt «…»")]
    [InlineData("key sk_" + "live_4eC39HqLyjWDarjtT1zdp7dc, id AKIAIOSFODNN7EXAMPLE", "key «…», id «…»")]
    [InlineData("Card 4111 1111 1111 1111, amex 3782-822463-10005. Call 4111 1111 1111 1112", "Card «…», amex «…». Call 4111 1111 1111 1112")]
    [InlineData("1614265330000 and 550e8400-e29b-41d4-a716-446655440000 stay", "1614265330000 and 550e8400-e29b-41d4-a716-446655440000 stay")]
    [InlineData("GET https://ann:s3cr3t@api.example.com/x?api_key=abc&page=2 failed", "GET https://ann:«…»@api.example.com/x?api_key=«…»&page=2 failed")]
    [InlineData("<wsse:Password Type=\"t\">s3cr3t</wsse:Password><id>7</id>", "<wsse:Password Type=\"t\">«…»</wsse:Password><id>7</id>")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\nafter", "«…»\nafter")]
    [InlineData("hunter2 hunter22 shunter2", "«…» hunter22 shunter2")]
    [InlineData("tr0ub4dor&3 \"x\" and tr0ub4dor%263%20%22x%22 and dHIwdWI0ZG9yJjMgIngi", "«…» and «…» and «…»")]
    public void Redact_Text_MasksShapesNamesAndKnownValues(string text, string expected) => Text(text).Should().Be(expected);

    [Fact]
    public void Redact_Twice_ChangesNothing()
    {
        var once = Redactor.Redact("""{"password":"a1","note":"hunter2","url":"/x?token=abc"}""");
        Redactor.Redact(once).Should().Be(once);
    }

    [Theory]
    [InlineData("/a?token=x%20y&voucher=1&page=2#access_token=abc&state=1", "/a?token=«…»&voucher=«…»&page=2#access_token=«…»&state=1")]
    [InlineData("https://u:p@h.example/a?q=1+2&x", "https://u:«…»@h.example/a?q=1+2&x")]
    [InlineData("/bot/hunter2/send?text=hunter2&user%5Bpassword%5D=y", "/bot/«…»/send?text=«…»&user%5Bpassword%5D=«…»")]
    [InlineData("/a?filter=%7B%22password%22%3A%22x1%22%7D", "/a?filter=%7B%22password%22%3A%22%5Bredacted%3A00000000%5D%22%7D")]
    public void Redact_Url_MasksUserInformationPathQueryAndFragment(string url, string expected) =>
        Regex.Replace(Shown(Redactor.Redact(new RecordedRequest { Method = "GET", Url = url }).Url), "%3A[0-9a-f]{8}%5D", "%3A00000000%5D",
            RegexOptions.NonBacktracking).Should().Be(expected);

    [Theory]
    [InlineData("Authorization", "Basic dXNlcjpwYXNz", "Basic «…»")]
    [InlineData("authorization", "opaque", "«…»")]
    [InlineData("X-Api-Key", "abc", "«…»")]
    [InlineData("x_shop", "7", "«…»")]
    [InlineData("Cookie", "sid=abc; theme=dark", "sid=«…»; theme=«…»")]
    [InlineData("Set-Cookie", "sid=abc; Path=/; HttpOnly", "sid=«…»; Path=/; HttpOnly")]
    [InlineData("Location", "/cb?code=abc&state=1", "/cb?code=«…»&state=1")]
    [InlineData("Idempotency-Key", "order-77-key", "order-77-key")]
    [InlineData("Content-Type", "application/json", "application/json")]
    public void Redact_Header_MasksCredentials(string name, string value, string expected) =>
        Shown(Redactor.Redact(new RecordedResponse { Status = 200, Headers = [new(name, value)] }).Headers[0].Value).Should().Be(expected);

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "grant_type=client_credentials&client_secret=a%2Bb&scope=x",
        "grant_type=client_credentials&client_secret=«…»&scope=x")]
    [InlineData("multipart/form-data; boundary=\"B1\"",
        "--B1\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\ns3cr3t\r\n--B1\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhunter2\r\n--B1--", "--B1\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\n«…»\r\n--B1\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\n«…»\r\n--B1--")]
    [InlineData("text/plain", "password=abc def", "password=«…» def")]
    public void Redact_Body_FollowsItsContentType(string contentType, string body, string expected) =>
        Shown(Encoding.UTF8.GetString(Body(contentType, Encoding.UTF8.GetBytes(body)))).Should().Be(expected);

    [Fact]
    public void Redact_OtherCharsetsAndBinary_AreLookedInto()
    {
        Shown(Encoding.Unicode.GetString(Body("application/json; charset=utf-16", Encoding.Unicode.GetBytes("""{"password":"x1"}""")))).Should()
            .Be("""{"password":"«…»"}""");
        Shown(Encoding.Latin1.GetString(Body("application/octet-stream", [0xFF, 0x00, .. " hunter2 "u8, 0xFE]))).Should().Be("\u00ff\0 «…» \u00fe");
    }

    [Fact]
    public void Redact_CompressedBody_IsWithheld()
    {
        var response = new RecordedResponse { Status = 200, Headers = [new("Content-Encoding", "gzip")], Body = new byte[] { 0x1f, 0x8b, 0x08 } };
        Encoding.UTF8.GetString(Redactor.Redact(response).Body.Span).Should().Be("[withheld: 3 bytes in content coding gzip]");
    }

    [Fact]
    public void Redact_EqualSecrets_GetEqualPlaceholdersUnderOneKeyOnly()
    {
        var same = Regex.Matches(Redactor.Redact("""{"password":"abc123!","token":"abc123!","secret":"other"}"""), @"redacted:\w+").Select(match => match.Value)
            .ToList();
        same[0].Should().Be(same[1]).And.NotBe(same[2]);
        new TraceRedactor().Redact("password=abc123!").Should().NotBe(new TraceRedactor().Redact("password=abc123!"));
        Redactor.WithSecrets(["abc123!"]).Redact("x abc123! y").Should().Contain(same[0]);
    }

    [Fact]
    public void Record_SecretSeenInOnePlace_IsMaskedEverywhere()
    {
        var trace = Redactor.Record(new()
        {
            StartedAt = DateTimeOffset.UnixEpoch,
            Duration = TimeSpan.FromMilliseconds(12),
            Environment = EnvironmentType.Uat,
            Request = new() { Method = "POST", Url = "/login", Headers = [new("X-Api-Key", "zzz-111-yyy")],
                Body = """{"password":"correct horse"}"""u8.ToArray() },
            Response = new() { Status = 401, Body = "key zzz-111-yyy is unknown"u8.ToArray() },
            Findings = [new() { Code = "min-length", Message = "\"password\": 'correct horse' is too short", Actual = "\"correct horse\"" }],
        });
        var json = Encoding.UTF8.GetString(TraceJson.Serialize(trace));
        json.Should().NotContain("zzz-111-yyy").And.NotContain("correct horse").And.Contain("is unknown").And.Contain("is too short");
        trace.ErrorCategory.Should().Be(TraceErrorCategory.Auth);
        Guid.Parse(trace.Id).Version.Should().Be(7);
    }

    [Fact]
    public void Record_LongBody_IsCutAfterRedaction()
    {
        var redactor = new TraceRedactor(new() { MaxBodyBytes = 30 });
        var trace = redactor.Record(new() { StartedAt = DateTimeOffset.UnixEpoch, Duration = TimeSpan.Zero, Environment = EnvironmentType.Mock,
            Request = new() { Method = "POST", Url = "/", Body = """{"password":"s3cr3t s3cr3t s3cr3t s3cr3t s3cr3t"}"""u8.ToArray() } });
        trace.Request.Body.Text.Should().StartWith("{\"password\":\"[redacted:").And.HaveLength(30);
        trace.Request.Body.IsTruncated.Should().BeTrue();
    }

    [Property(MaxTest = 1000)]
    public void Redact_AnyJsonValue_StaysJsonAndLosesTheSecret(string user, string[] texts, int number)
    {
        const string Secret = "K7-secret-9Q";
        var json = JsonSerializer.Serialize(new { user,
            nested = new object?[] { texts, number,
            new { token = Secret + user, echo = $"<{Secret}>", inner = JsonSerializer.Serialize(new { apiKey = Secret }) } } });
        var redacted = new TraceRedactor(new() { SecretValues = [Secret] }).Redact(json);
        redacted.Should().NotContain(Secret);
        using var document = JsonDocument.Parse(redacted);
        document.RootElement.GetProperty("nested")[1].GetInt32().Should().Be(number);
    }

    public static TheoryData<string> Hostile =>
        ["{\"a\":", "[", "\"", "\\\"", "eyJ.", "eyJa.b.c-", "Bearer ", "://", "a://b:c", "4 ", "4111-1111-", "-----BEGIN ", "-----BEGIN RSA PRIVATE KEY",
        "<password ", "<password>", "password=\"", "sk_live_.", "hunter2 ", "\"password\":{", "\"k\\\"\\\\", "basic AAAA"];

    /// <summary>Quadratic work on 4 million characters would take hours; the runner's time-out would end it.</summary>
    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Hostile))]
    public async Task Redact_HostileRepetition_EndsInTime(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 4_000_000 / unit.Length));
        (await Task.Run(() => Redactor.Redact(text), TestContext.Current.CancellationToken)).Should().NotBeEmpty();
    }

    private static byte[] Body(string contentType, byte[] body) =>
        Redactor.Redact(new RecordedRequest { Method = "POST", Url = "/", Headers = [new("content-type", contentType)], Body = body }).Body.ToArray();
}
