using System.Text;

namespace IntegrationCopilot.TestKit.Tests.Reports;

public sealed class HtmlReportTests
{
    [Fact]
    public void Write_HostileTexts_AreNoMarkup()
    {
        var page = Written(ReportSample.Result with { Title = ReportSample.Hostile, BaseUrl = ReportSample.Hostile });
        page.Split("<script>").Should().HaveCount(2, "only our own script is one");
        page.Split("</script>").Should().HaveCount(2);
        page.Should().NotContain("<img").And.NotContain("onerror=\"").And.NotContain("\u202E").And.NotContain("\u001B").And.Contain(
            "&lt;script&gt;window.pwned=1");
    }

    [Fact]
    public void Write_AnyRun_AllowsOnlyItsOwnStyleAndScript()
    {
        var page = Written(ReportSample.Result);
        page.Should().Contain("content=\"default-src &#39;none&#39;; style-src &#39;sha256-").And.NotContain(" style=\"").And.NotContain(
            "src=\"").And.NotContain("<link");
        page.Should().NotMatchRegex("href=\"(?!#)");
    }

    private static string Written(RunResult result)
    {
        using var output = new MemoryStream();
        new HtmlReport().Write(result, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
