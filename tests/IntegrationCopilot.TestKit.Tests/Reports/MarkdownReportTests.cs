using System.Text;

namespace IntegrationCopilot.TestKit.Tests.Reports;

public sealed class MarkdownReportTests
{
    /// <summary>What the summary of a step may hold.</summary>
    private const int GitHubLimit = 1024 * 1024;

    [Fact]
    public void Write_HostileTexts_AreNoMarkup()
    {
        var page = Written(ReportSample.Result);
        page.Should().NotContain("<script").And.NotContain("<img").And.NotContain("\u202E").And.NotContain("\u001B");
        foreach (var outside in page.Split("<pre>").Select((part, index) => index == 0 ? part : part[part.IndexOf("</pre>", StringComparison.Ordinal)..]))
            outside.Should().NotContainAny("@", "`", "](", "https://");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    public void Write_RunOfAnySize_FitsIntoAStepSummaryAndSaysWhatIsLeftOut(int kilobytes)
    {
        var text = new string('ü', kilobytes * 512);
        var page = Written(ReportSample.Result with
        {
            Cases = [.. Enumerable.Range(0, 3_000).Select(number => Failed(number, text))],
            Coverage = [.. Enumerable.Range(0, 20_000)
                .Select(number => ReportSample.Result.Coverage[0] with { Operation = $"GET /operation/{number}/with/a/long/path" })],
        });
        Encoding.UTF8.GetByteCount(page).Should().BeLessThan(GitHubLimit);
        page.Should().Contain("would not fit here").And.EndWith("</details>\n");
        page.Split("<details").Should().HaveSameCount(page.Split("</details>"));
    }

    [Fact]
    public void Write_EverythingPassed_SaysSoFirst() =>
        Written(ReportSample.Result with { Cases = [ReportSample.Result.Cases[0]] }).Should()
            .StartWith("### ✅ No operation breaks the description, as far as it was asked\n");

    [Fact]
    public void Write_NothingJudged_SaysSoFirst() =>
        Written(ReportSample.Result with { Cases = [ReportSample.Result.Cases[^1]] }).Should().StartWith("### ❌ Nothing was judged&#58;");

    private static CaseResult Failed(int number, string text) => ReportSample.Result.Cases[1] with
    {
        Id = $"case-{number}",
        Cause = ReportSample.Result.Cases[1].Cause! with { Subject = $"{number}", Text = text, Curl = text },
    };

    private static string Written(RunResult result)
    {
        using var output = new MemoryStream();
        new MarkdownReport().Write(result, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
