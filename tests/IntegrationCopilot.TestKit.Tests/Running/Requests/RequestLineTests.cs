using System.Text.Json;
using FsCheck.Xunit;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit.Tests.Running.Requests;

/// <summary>Whatever a document or a value says, what is sent is one request with the lines it was given.</summary>
public sealed class RequestLineTests
{
    private static readonly Uri Base = new("http://localhost:1/v1");

    [Theory]
    [InlineData("/é", "/%C3%A9")]
    [InlineData("/sp ace", "/sp%20ace")]
    [InlineData("/[brk]", "/%5Bbrk%5D")]
    [InlineData("/p|ipe", "/p%7Cipe")]
    [InlineData("/100%", "/100%25")]
    [InlineData("/100%zz", "/100%25zz")]
    [InlineData("/a%2Fb", "/a%2Fb")]
    [InlineData("/a%2fb%", "/a%2fb%25")]
    [InlineData("/x+y:@!$&'()*,;=", "/x+y:@!$&'()*,;=")]
    [InlineData("/q\"uote\\<>^`", "/q%22uote%5C%3C%3E%5E%60")]
    [InlineData("/\U0001F600", "/%F0%9F%98%80")]
    [InlineData("/a HTTP/1.1\r\nX-Evil: 1", "/a%20HTTP/1.1%0D%0AX-Evil:%201")]
    [InlineData("/t\tab\u0000\u007F\u0085", "/t%09ab%00%7F%C2%85")]
    [InlineData("/a?kind=x y#part", "/a?kind=x%20y")]
    [InlineData("/open{brace", "/open%7Bbrace")]
    [InlineData("/close}brace", "/close%7Dbrace")]
    public void Url_LiteralText_IsPercentEncoded(string path, string expected) => UrlOf(path).Should().Be($"http://localhost:1/v1{expected}");

    [Property(MaxTest = 500)]
    public void Url_AnyPathAndValue_HoldsNoControlCharacterAndNoSpace(string? path, string? value, string? name)
    {
        var request = new StepRequest
        {
            Method = "GET",
            Path = $"/{WithoutBraces(path ?? "")}/{{id}}",
            PathValues = new Dictionary<string, JsonElement> { ["id"] = Text(value) },
            Query = new Dictionary<string, JsonElement> { [name ?? ""] = Text(value) },
        };
        var url = RequestUrl.Build(Base, request, null, new Filling(TemplateValues.Create([], new Dictionary<string, string>()).Value));
        url.Should().Match(it => it.All(c => c > ' ' && c <= '~'));
        WireUri.Of(url).PathAndQuery.Should().Be(url["http://localhost:1".Length..]);
    }

    [Property(MaxTest = 500)]
    public void SpellPath_AnyText_IsReadAsTheSameText(string? path)
    {
        var spelled = ParameterSerializer.SpellPath($"/{WithoutBraces(path ?? "")}");
        ParameterSerializer.SpellPath(spelled).Should().Be(spelled);
        spelled.Should().NotContainAny("\r", "\n", " ", "\0");
    }

    [Property(MaxTest = 500)]
    public void Request_AnyHeader_IsRefusedOrHoldsNoControlCharacter(string? name, string? value, string? type, string? method)
    {
        var ready = new ReadyRequest
        {
            Method = method ?? "",
            Url = "http://localhost/",
            Headers = [new(name ?? "", value ?? "")],
            Body = new SerializedBody(type ?? "", default),
            Authenticators = [],
            Timeout = TimeSpan.FromSeconds(1),
        };
        if (!Passes(ready)) return;
        using var message = ready.ToMessage();
        message.Headers.ToString().Should().NotMatchRegex(@"[\x00-\x08\x0B\x0C\x0E-\x1F\x7F]");
        message.Headers.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Should().HaveCountLessThanOrEqualTo(1);
    }

    [Theory]
    [InlineData("X-A", "1\r\nX-Evil: 1")]
    [InlineData("X-A", "1\u0000")]
    [InlineData("X-A", "1\u000B")]
    [InlineData("X-A\r\nX-Evil", "1")]
    [InlineData("X A", "1")]
    [InlineData("", "1")]
    public void Request_HeaderThatWouldSplitIt_IsNotSent(string name, string value) =>
        Passes(new ReadyRequest { Method = "GET", Url = "http://localhost/", Headers = [new(name, value)], Authenticators = [], Timeout = TimeSpan.Zero })
            .Should().BeFalse();

    private static bool Passes(ReadyRequest ready)
    {
        try
        {
            SendableText.ThrowIfNot(ready);
            return true;
        }
        catch (CaseStopException)
        {
            return false;
        }
    }

    private static string UrlOf(string path) =>
        RequestUrl.Build(Base, new StepRequest { Method = "GET", Path = path }, null,
            new Filling(TemplateValues.Create([], new Dictionary<string, string>()).Value));

    private static JsonElement Text(string? text) => JsonSerializer.SerializeToElement(WithoutBraces(text ?? ""));

    /// <summary>What is in braces is a variable, or ends the case.</summary>
    private static string WithoutBraces(string text) => text.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
}
