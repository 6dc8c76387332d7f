using System.Text;
using System.Text.RegularExpressions;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.TestKit.Tests.Reports;

/// <summary>Each report as it was looked at; <c>UPDATE_GOLDENS=1</c> writes them anew. The version of the tool is left out.</summary>
public sealed partial class ReportGoldenTests
{
    public static IEnumerable<TheoryDataRow<string>> Ids => RunReports.All.Select(report => new TheoryDataRow<string>(report.Id));

    [Theory, MemberData(nameof(Ids))]
    public async Task Write_SampleRun_IsAsReviewed(string id)
    {
        var report = RunReports.Find(id)!;
        var golden = Path.Combine(SharedData.RepositoryRoot, "tests", "goldens", "reports", $"run.{report.Extension}");
        var written = Written(report, ReportSample.Result);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDENS") == "1") await File.WriteAllTextAsync(golden, written);
        written.Should().Be(await File.ReadAllTextAsync(golden));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Write_SampleRun_LeavesTheStreamOpenAndEndsItsLastLine(string id)
    {
        using var output = new MemoryStream();
        RunReports.Find(id)!.Write(ReportSample.Result, output);
        output.CanWrite.Should().BeTrue();
        output.ToArray().Should().EndWith([(byte)'\n']);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Write_NothingToTell_IsWritten(string id) => Written(RunReports.Find(id)!, ReportSample.Result with
    {
        Cases = [], Coverage = [], Left = [], Missing = [], Exchanges = [], Document = null, Title = "", BaseUrl = "",
    }).Should().NotBeEmpty();

    private static string Written(IRunReport report, RunResult result)
    {
        using var output = new MemoryStream();
        report.Write(result, output);
        return Version().Replace(Encoding.UTF8.GetString(output.ToArray()), "$1VERSION");
    }

    [GeneratedRegex("(integration-copilot(?: |\",\\s+\"version\": \"))[0-9][0-9A-Za-z.-]*")]
    private static partial Regex Version();
}
