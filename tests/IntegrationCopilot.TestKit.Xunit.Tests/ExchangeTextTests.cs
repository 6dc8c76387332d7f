using System.Text;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit.Xunit.Tests;

/// <summary>What the output of a test shows of an exchange.</summary>
public sealed class ExchangeTextTests
{
    private static readonly TraceDraft Draft = new()
    {
        StartedAt = DateTimeOffset.UnixEpoch,
        Duration = TimeSpan.FromMilliseconds(7),
        Environment = EnvironmentType.Sandbox,
        Request = new() { Method = "POST", Url = "http://127.0.0.1/notes", Headers = [new("Accept", "text/plain")], Body = "asked"u8.ToArray() },
    };

    [Fact]
    public void Of_Answer_ShowsBothSidesAndHowToAskAgain()
    {
        var response = new RecordedResponse { Status = 201, Headers = [new("X-Note", "1")], Body = Encoding.UTF8.GetBytes("told\u001b[2J") };
        ExchangeText.Of(new TraceRedactor().Record(Draft with { Response = response })).Should()
            .StartWith("POST http://127.0.0.1/notes\n   Accept: text/plain\n   asked\n-> 201 after 7 ms\n   X-Note: 1\n   told\\u001b[2J\nagain: curl ");
    }

    [Fact]
    public void Of_NoAnswer_SaysWhy() =>
        ExchangeText.Of(new TraceRedactor().Record(Draft with { Exception = new HttpRequestException("refused") })).Should().Contain("-> no answer: refused");

    [Fact]
    public void Of_LongBody_IsCut() =>
        ExchangeText.Of(new TraceRedactor().Record(Draft with { Response = new() { Status = 200, Body = Encoding.UTF8.GetBytes(new string('a', 9_000)) } }))
            .Should()
            .Contain("aaa ...").And.NotContain(new string('a', 5_000));
}
