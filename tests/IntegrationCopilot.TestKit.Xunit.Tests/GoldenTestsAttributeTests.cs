using System.Reflection;
using Xunit.Sdk;

namespace IntegrationCopilot.TestKit.Xunit.Tests;

/// <summary>What a list of tests shows of a document.</summary>
public sealed class GoldenTestsAttributeTests
{
    private const string Notes = "notes.openapi.yaml";

    [Fact]
    public async Task GetData_Document_NamesEachTestWithTraits()
    {
        var row = (await RowsAsync(new GoldenTestsAttribute(Notes))).Single(row => IdOf(row) == "contract-described.get-notes");
        row.TestDisplayName.Should().EndWith("[GET /notes]").And.NotContain("contract-described");
        row.Label.Should().BeEmpty();
        row.Traits!["Category"].Should().Equal("contract");
        row.Traits["Operation"].Should().Equal("GET /notes");
        row.Skip.Should().BeNull();
    }

    [Fact]
    public async Task GetData_TestDoesNotApply_IsSkippedWithItsReason() =>
        (await RowsAsync(new GoldenTestsAttribute(Notes))).Where(row => row.Skip is not null).Should()
            .NotBeEmpty().And.OnlyContain(row => row.Skip!.Length > 10);

    [Fact]
    public async Task GetData_Chosen_HasOnlyThese()
    {
        var rows = await RowsAsync(new GoldenTestsAttribute(Notes) { Only = ["contract"], Excluded = ["POST /notes"] });
        rows.Should().NotBeEmpty().And.OnlyContain(row => row.Traits!["Category"].Contains("contract") && row.Traits["Operation"].Contains("GET /notes"));
    }

    [Fact]
    public async Task GetData_NameNamesNothing_SaysSo() =>
        (await RowsOf(new GoldenTestsAttribute(Notes) { Only = ["contracts"] }).Should().ThrowAsync<InvalidOperationException>())
            .Which.Message.Should().Be("Only of [GoldenTests(\"notes.openapi.yaml\")] names 'contracts', which names no test of the document.");

    [Fact]
    public async Task GetData_NoFile_SaysWhereItWasLookedFor() =>
        (await RowsOf(new GoldenTestsAttribute("none.yaml")).Should().ThrowAsync<FileNotFoundException>()).Which.Message.Should().Contain("'none.yaml'")
            .And.Contain(AppContext.BaseDirectory);

    [Fact]
    public async Task GetData_FileInAFolderAbove_IsFound() =>
        (await RowsAsync(new GoldenTestsAttribute("samples/payments.openapi.yaml"))).Should().HaveCountGreaterThan(100);

    [Fact]
    public async Task GetData_NoDocument_SaysWhatIsWrongWithIt() =>
        (await RowsOf(new GoldenTestsAttribute("Directory.Build.props")).Should().ThrowAsync<InvalidDataException>()).Which.Message.Should()
            .Contain("is no OpenAPI document that can be read:\n");

    [Fact]
    public async Task Case_StoredAndReadBack_IsTheSame()
    {
        var test = (GoldenTestCase)(await RowsAsync(new GoldenTestsAttribute(Notes) { Seed = 7 }))[3].GetData()[0]!;
        var stored = SerializationHelper.Instance.Serialize(test);
        SerializationHelper.Instance.Deserialize(stored).Should().BeEquivalentTo(test, options => options.ComparingByMembers<GoldenTestCase>());
    }

    private static string IdOf(ITheoryDataRow row) => ((GoldenTestCase)row.GetData()[0]!).Id;

    private static Func<Task> RowsOf(GoldenTestsAttribute attribute) => () => RowsAsync(attribute);

    private static async Task<List<ITheoryDataRow>> RowsAsync(GoldenTestsAttribute attribute)
    {
        await using var disposing = new DisposalTracker();
        return [.. await attribute.GetData((MethodInfo)MethodBase.GetCurrentMethod()!, disposing)];
    }
}
