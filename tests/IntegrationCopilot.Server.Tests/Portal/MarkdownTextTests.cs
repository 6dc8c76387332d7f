using IntegrationCopilot.Server.Portal.Components;

namespace IntegrationCopilot.Server.Tests.Portal;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>text")]
    [InlineData("<img src=x onerror=alert(1)>text")]
    [InlineData("<a href=\"javascript:alert(1)\">text</a>")]
    [InlineData("[text](javascript:alert(1))")]
    [InlineData("<p onclick=\"alert(1)\" style=\"position:fixed\">text</p>")]
    [InlineData("<iframe src=\"https://example.com\"></iframe>text")]
    [InlineData("<form action=\"https://example.com\"><input></form>text")]
    public void ToHtml_WhatCouldDoHarm_IsRemovedAndTheTextStays(string markdown)
    {
        var html = MarkdownText.ToHtml(markdown, headingsBelow: 2).Value;
        html.Should().Contain("text");
        html.Should().NotContainAny("alert(1)", "<script", "<img", "javascript:", "onclick", "style=", "<iframe", "<form", "<input");
    }

    [Fact]
    public void ToHtml_Headings_StartBelowTheGivenLevel()
    {
        var html = MarkdownText.ToHtml("# One\n\n##### Five", headingsBelow: 2).Value;
        html.Should().Contain("<h3>One</h3>").And.Contain("<h6>Five</h6>");
    }

    [Fact]
    public void ToHtml_Links_OpenElsewhereWithoutAReferrer() =>
        MarkdownText.ToHtml("[docs](https://example.com/docs)", headingsBelow: 2).Value.Should().Contain("rel=\"noopener noreferrer nofollow\"").And.Contain("target=\"_blank\"");
}
