namespace IntegrationCopilot.TestKit.Tests.Auth;

/// <summary>Spelling survives, and an ordinary address is used wherever it does.</summary>
public sealed class WireUriTests
{
    [Theory]
    [InlineData("http://h/a/%C3%A9?x=%20", true)]
    [InlineData("http://h", true)]
    [InlineData("http://h:8080/a%2Fb", true)]
    [InlineData("http://h/a/../b", false)]
    [InlineData("http://h/%41", false)]
    [InlineData("http://h/b/a/../b", false)]
    public void Of_AnyUrl_KeepsTheSpelling(string url, bool ordinary)
    {
        var uri = WireUri.Of(url);
        uri.PathAndQuery.Should().Be(url.IndexOf('/', 7) is var path and > 0 ? url[path..] : "/");
        IsOrdinary(uri).Should().Be(ordinary);
    }

    private static bool IsOrdinary(Uri uri)
    {
        try
        {
            return uri.GetComponents(UriComponents.Path, UriFormat.UriEscaped) is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
