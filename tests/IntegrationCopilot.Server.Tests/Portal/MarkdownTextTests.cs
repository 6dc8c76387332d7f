using IntegrationCopilot.Server.Portal.Components;

namespace IntegrationCopilot.Server.Tests.Portal;

public sealed class MarkdownTextTests
{
    private const string Address = "/projects/1/specs/2?view=blueprint";

    private static string Html(string markdown, string? address = Address) => MarkdownText.ToPage(markdown, headingsBelow: 2, address).Html.Value;

    [Theory]
    [InlineData("<script>alert(1)</script>text")]
    [InlineData("<img src=x onerror=alert(1)>text")]
    [InlineData("<a href=\"javascript:alert(1)\">text</a>")]
    [InlineData("[text](javascript:alert(1))")]
    [InlineData("<p onclick=\"alert(1)\" style=\"position:fixed\">text</p>")]
    [InlineData("<iframe src=\"https://example.com\"></iframe>text")]
    [InlineData("<form action=\"https://example.com\"><input></form>text")]
    public void ToPage_WhatCouldDoHarm_IsRemovedAndTheTextStays(string markdown)
    {
        var html = Html(markdown);
        html.Should().Contain("text");
        html.Should().NotContainAny("alert(1)", "<script", "<img", "javascript:", "onclick", "style=", "<iframe", "<form", "<input");
    }

    [Fact]
    public void ToPage_Headings_StartBelowTheGivenLevel()
    {
        var html = Html("# One\n\n##### Five");
        html.Should().Contain("<h3>One</h3>").And.Contain("<h6>Five</h6>");
    }

    [Fact]
    public void ToPage_Links_OpenElsewhereWithoutAReferrer() =>
        Html("[docs](https://example.com/docs)").Should().Contain("rel=\"noopener noreferrer nofollow\"").And.Contain("target=\"_blank\"");

    [Fact]
    public void ToPage_LinkWithinTheText_LeadsToItsPlaceOnThisPage()
    {
        var html = Html("[Pay](#post-payments)\n\n<a id=\"post-payments\"></a>\n\n### `POST /payments`");
        html.Should().Contain($"<a href=\"{Address}#text-post-payments\">Pay</a>").And.Contain("<a id=\"text-post-payments\"></a>").And.NotContain("target=");
    }

    [Fact]
    public void ToPage_WithoutAnAddress_KeepsNeitherIdsNorLinksWithinTheText()
    {
        var html = Html("[Pay](#here) <span id=\"here\">there</span>", address: null);
        html.Should().Contain("Pay").And.Contain("there").And.NotContain("id=").And.NotContain("href=");
    }

    [Theory]
    [InlineData("<p id=\"main\">text</p>", "id=\"main\"")]
    [InlineData("<p id=\"announcer\">text</p>", "id=\"announcer\"")]
    [InlineData("<p id=\"p1\">text</p>", "id=\"p1\"")]
    [InlineData("<a id=\"x\" name=\"Blazor\">text</a>", "name=")]
    [InlineData("<p id=\"a b\">text</p>", "id=")]
    [InlineData("<p id=\"&quot;><b onclick=alert(1)>\">text</p>", "id=")]
    [InlineData("<p id=\"\">text</p>", "id=")]
    [InlineData("<p id=one>text</p><p id=one>text</p>", "<p id=\"text-one\">text</p><p id=")]
    public void ToPage_IdOfSomethingElse_IsNotTaken(string markdown, string refused) =>
        Html(markdown).Should().Contain("text").And.NotContain(refused);

    [Theory]
    [InlineData("[text](/account/sign-out)")]
    [InlineData("[text](//evil.example/x)")]
    [InlineData("[text](setup?token=1)")]
    [InlineData("[text](#nowhere)")]
    [InlineData("[text](#text-main)")]
    [InlineData("[text](<#x\"onclick=\"alert(1)>)\n\n<p id=x>p</p>")]
    [InlineData("[text](\u0001javascript:alert(1))")]
    [InlineData("<a href=\"&#106;avascript:alert(1)\">text</a>")]
    [InlineData("<a href=\"file:///etc/passwd\">text</a>")]
    [InlineData("<a href=\"data:text/html,x\">text</a>")]
    public void ToPage_LinkToNoOtherSite_IsText(string markdown) => Html(markdown).Should().Contain("text").And.NotContainAny("href=", "target=");

    [Theory]
    [InlineData("Send {payment_id} in the path.")]
    [InlineData("Send `x` {#main .shell onclick=alert(1)} now")]
    public void ToPage_TextInBraces_StaysText(string markdown) =>
        Html(markdown).Should().Contain(markdown[markdown.IndexOf('{', StringComparison.Ordinal)..(markdown.IndexOf('}', StringComparison.Ordinal) + 1)]);

    [Fact]
    public void ToPage_SecondLevelHeadings_AreChaptersWithAPlace()
    {
        var page = MarkdownText.ToPage("# Title\n\n## One & two\n\n### Deeper\n\n## Three", headingsBelow: 1, Address);
        page.Chapters.Should().Equal(new MarkdownChapter("chapter-1", "One & two"), new MarkdownChapter("chapter-2", "Three"));
        page.Html.Value.Should().Contain("<h3 id=\"chapter-2\">Three</h3>");
    }

    [Theory]
    [InlineData(">")]
    [InlineData("- ")]
    [InlineData("[")]
    public void ToPage_NestedTooDeeplyToMeanAnything_IsShownAsWritten(string opening) =>
        Html(string.Concat(Enumerable.Repeat(opening, 4000)) + "<script>").Should().StartWith("<pre>").And.EndWith("&lt;script&gt;</pre>");
}
