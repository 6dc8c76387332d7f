namespace IntegrationCopilot.TestKit.Tests.Reports;

public sealed class RunReportsTests
{
    [Fact]
    public void All_IdsAndEndings_AreEachOnesOwn()
    {
        RunReports.All.Select(report => report.Id).Should().OnlyHaveUniqueItems().And.OnlyContain(id => id.All(char.IsAsciiLetterLower));
        RunReports.All.Select(report => report.Extension).Should().OnlyHaveUniqueItems();
        RunReports.All.Should().OnlyContain(report => RunReports.Find(report.Id.ToUpperInvariant()) == report);
        RunReports.All.Should().OnlyContain(report => RunReports.FindByPath($"/tmp/a.b/results.{report.Extension}") == report);
        RunReports.All.Should().OnlyContain(report => RunReports.Ids.Contains(report.Id, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("pdf")]
    [InlineData("")]
    [InlineData(null)]
    public void Find_UnknownId_IsNull(string? id) => RunReports.Find(id).Should().BeNull();

    [Theory]
    [InlineData("results")]
    [InlineData("results.pdf")]
    [InlineData("json")]
    public void FindByPath_EndingOfNoReport_IsNull(string path) => RunReports.FindByPath(path).Should().BeNull();
}
