using System.Net;
using System.Text;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.Server.Features.Projects;
using IntegrationCopilot.Server.Features.Specs;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Tests.Platform.Outbound;
using IntegrationCopilot.Server.Tests.Stores;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.Server.Tests.Features.Specs;

public abstract class SpecsSuite(DatabaseServer database) : ServerSuite(database)
{
    private const string Orders = """{ "openapi": "3.1.0", "info": { "title": "Orders", "version": "1" }, "paths": { "/orders": { "get": { "summary": "All orders", "responses": { "200": { "description": "All" } } } } } }""";

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Titled(string title) => Orders.Replace("Orders", title, StringComparison.Ordinal);

    private async Task<Guid> ProjectAsync() => (await Server.OkAsync(Organisation.Owner, new CreateProject($"Project {Guid.NewGuid():n}"))).Id;

    [Fact]
    public async Task ImportSpec_ExampleApi_TellsWhatItSays()
    {
        var import = await Server.OkAsync(Organisation.Member, new ImportSpec(await ProjectAsync(), SpecWorld.Payments, "folder/payments.openapi.yaml"));
        import.IsNew.Should().BeTrue();
        (import.Version.Number, import.Version.Title, import.Version.OpenApiVersion, import.Version.FileName).Should()
            .Be((1, "Example Payments API", "3.1.0", "payments.openapi.yaml"));
        import.Version.OperationCount.Should().BeGreaterThan(10);
        import.Version.CreatedBy.Should().Be("Test Member");
    }

    [Fact]
    public async Task ImportSpec_SameTitleAgain_IsTheNextVersionAndKeepsTheFirst()
    {
        var project = await ProjectAsync();
        var first = await Server.OkAsync(Organisation.Owner, new ImportSpec(project, Bytes(Orders)));
        var second = await Server.OkAsync(Organisation.Owner,
            new ImportSpec(project, Bytes(Orders.Replace("\"1\"", "\"2\"", StringComparison.Ordinal).Replace("Orders", "ORDERS", StringComparison.Ordinal))));
        (second.Version.SpecId, second.Version.Number).Should().Be((first.Version.SpecId, 2));
        (await Server.OkAsync(Organisation.Owner, new GetSpec(first.Version.SpecId, 1))).ApiVersion.Should().Be("1");
        (await Server.OkAsync(Organisation.Owner, new GetSpec(first.Version.SpecId))).ApiVersion.Should().Be("2");
        (await Server.OkAsync(Organisation.Owner, new ListSpecVersions(first.Version.SpecId))).Items.Select(version => version.Number).Should().Equal(2, 1);
        (await Server.OkAsync(Organisation.Owner, new ListSpecs(project))).Items.Single().Latest.Number.Should().Be(2);
    }

    [Fact]
    public async Task ImportSpec_SameDocumentAgain_StoresNothing()
    {
        var project = await ProjectAsync();
        var first = await Server.OkAsync(Organisation.Owner, new ImportSpec(project, Bytes(Orders)));
        var again = await Server.OkAsync(Organisation.Owner, new ImportSpec(project, Bytes(Orders)));
        (again.IsNew, again.Version.Id).Should().Be((false, first.Version.Id));
    }

    [Fact]
    public async Task ImportSpec_IntoADescriptionByItsId_IgnoresTheTitle()
    {
        var project = await ProjectAsync();
        var first = await Server.OkAsync(Organisation.Owner, new ImportSpec(project, Bytes(Orders)));
        var renamed = await Server.OkAsync(Organisation.Owner,
            new ImportSpec(project, Bytes(Orders.Replace("Orders", "Sales", StringComparison.Ordinal)), SpecId: first.Version.SpecId));
        (renamed.Version.SpecId, renamed.Version.Number, renamed.Version.Title).Should().Be((first.Version.SpecId, 2, "Sales"));
    }

    [Fact]
    public async Task ImportSpec_TitleOfAnotherDescriptionByTheId_IsRefusedAndStoresNothing()
    {
        var project = await ProjectAsync();
        var orders = await Server.OkAsync(Organisation.Owner, new ImportSpec(project, Bytes(Orders)));
        await Server.OkAsync(Organisation.Owner, new ImportSpec(project, Bytes(Titled("Sales"))));
        var refused = await Server.SendAsync(Organisation.Owner, new ImportSpec(project, Bytes(Titled("SALES")), SpecId: orders.Version.SpecId));
        (refused.Error!.Kind, refused.Error.Code).Should().Be((OutcomeKind.Conflict, "spec.title_taken"));
        (await Server.OkAsync(Organisation.Owner, new ListSpecVersions(orders.Version.SpecId))).Items.Single().Title.Should().Be("Orders");
    }

    [Fact]
    public async Task ImportSpec_ManyOfFewTitlesAtOnce_MakesOneDescriptionOfEach()
    {
        const int titles = 4, documents = 5;
        var project = await ProjectAsync();
        var imports = Enumerable.Range(0, titles * documents).Select(at => new ImportSpec(project,
            Bytes(Titled($"Title {at % titles}").Replace("\"1\"", $"\"{at}\"", StringComparison.Ordinal))));
        var imported = await Task.WhenAll(imports.Select(import => Server.OkAsync(Organisation.Owner, import)));
        imported.Should().OnlyContain(import => import.IsNew);
        var specs = (await Server.OkAsync(Organisation.Owner, new ListSpecs(project))).Items;
        specs.Select(spec => spec.Latest.Title).Should().BeEquivalentTo(Enumerable.Range(0, titles).Select(title => $"Title {title}"));
        specs.Should().OnlyContain(spec => spec.Latest.Number == documents);
    }

    [Theory]
    [InlineData("", "empty-document")]
    [InlineData("<html><body>Sign in</body></html>", "markup-document")]
    [InlineData("PK\u0003\u0004\u0014\u0000\u0006\u0000", "binary-document")]
    [InlineData("{ \"openapi\": \"3.1.0\", \"info\": {", "json-truncated")]
    [InlineData("openapi: 3.1.0\n\tinfo: {}", "yaml-tab")]
    [InlineData("{ \"openapi\": \"4.0.0\" }", "unread-version")]
    public async Task ImportSpec_NoApiDescription_StoresNothingAndSaysWhatAndWhere(string text, string rule)
    {
        var project = await ProjectAsync();
        var outcome = await Server.SendAsync(Organisation.Owner, new ImportSpec(project, Bytes(text)));
        (outcome.Error!.Kind, outcome.Error.Code).Should().Be((OutcomeKind.Invalid, "spec.unreadable"));
        ((IReadOnlyList<SpecProblemView>)outcome.Error.Extensions[SpecErrors.Problems]).Should().Contain(problem => problem.Id == rule && problem.Line > 0);
        (await Server.OkAsync(Organisation.Owner, new ListSpecs(project))).Total.Should().Be(0);
    }

    [Fact]
    public async Task ImportSpec_IntoAnArchivedProject_Conflicts()
    {
        var project = await ProjectAsync();
        await Server.OkAsync(Organisation.Owner, new ArchiveProject(project));
        (await Server.SendAsync(Organisation.Owner, new ImportSpec(project, Bytes(Orders)))).Error.Should().Be(ProjectErrors.Archived);
    }

    [Fact]
    public async Task ImportSpecFromUrl_ProjectOfNobody_CallsNobody()
    {
        await using var site = await LocalSite.StartAsync(_ => Task.CompletedTask);
        var unknown = await Server.SendAsync(Organisation.Owner, new ImportSpecFromUrl(Guid.NewGuid(), site.Address.ToString()));
        var otherSpec = await Server.SendAsync(Organisation.Owner, new ImportSpecFromUrl(await ProjectAsync(), site.Address.ToString(), Guid.NewGuid()));
        unknown.Error.Should().NotBeNull();
        otherSpec.Error.Should().NotBeNull();
        site.Asked.Should().BeEmpty();
    }

    [Theory]
    [InlineData("ftp://example.com/openapi.yaml")]
    [InlineData("openapi.yaml")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    public async Task ImportSpecFromUrl_AddressThatIsNotCalled_IsInvalidAtTheField(string url)
    {
        var outcome = await Server.SendAsync(Organisation.Owner, new ImportSpecFromUrl(await ProjectAsync(), url));
        outcome.Error!.Kind.Should().Be(OutcomeKind.Invalid);
        outcome.Error.Fields.Single().Field.Should().Be("url");
    }

    [Theory]
    [InlineData("problems?severity=99", "severity")]
    [InlineData("blueprint/file?format=-1", "format")]
    public async Task Get_ValueThatHasNoName_IsInvalidAtTheField(string query, string field)
    {
        var spec = (await Server.OkAsync(Organisation.Owner, new ImportSpec(await ProjectAsync(), Bytes(Orders)))).Version.SpecId;
        using var client = await Server.ClientAsync(Organisation.Member);
        using var response = await client.GetAsync($"/api/v1/specs/{spec}/{query}", TestContext.Current.CancellationToken);
        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Contain($"\"{field}\":[\"Must be ");
    }

    [Fact]
    public async Task ListOperations_SearchAndGroup_NarrowTheList()
    {
        var spec = (await Server.OkAsync(Organisation.Owner, new ImportSpec(await ProjectAsync(), SpecWorld.Payments))).Version.SpecId;
        var all = await Server.OkAsync(Organisation.Member, new ListOperations(spec));
        all.Groups.Sum(group => group.Count).Should().Be(all.Total);
        var found = await Server.OkAsync(Organisation.Member, new ListOperations(spec, Search: "post REFUND", Group: "refunds"));
        found.Items.Select(operation => operation.Id).Should().Equal("POST /refunds");
        found.Items.Single().Line.Should().BeGreaterThan(1);
        (await Server.OkAsync(Organisation.Member, new ListOperations(spec, Skip: all.Total - 1, Take: 5))).Items.Should().HaveCount(1);
    }

    [Fact]
    public async Task GetOperation_Described_GivesParametersAndResponses()
    {
        var spec = (await Server.OkAsync(Organisation.Owner, new ImportSpec(await ProjectAsync(), SpecWorld.Payments))).Version.SpecId;
        var operation = await Server.OkAsync(Organisation.Member, new GetOperation(spec, "get", "/payments"));
        operation.Parameters.Select(parameter => parameter.Name).Should().Contain("cursor");
        operation.Responses.Select(response => response.Status).Should().Contain(["200", "429"]);
        (await Server.SendAsync(Organisation.Member, new GetOperation(spec, "get", "/nowhere"))).Error.Should().Be(SpecErrors.OperationNotFound);
    }

    [Fact]
    public async Task ListCapabilities_ExampleApi_ComeWithTheirPlaces()
    {
        var spec = (await Server.OkAsync(Organisation.Owner, new ImportSpec(await ProjectAsync(), SpecWorld.Payments))).Version.SpecId;
        var capabilities = await Server.OkAsync(Organisation.Member, new ListCapabilities(spec));
        var pagination = capabilities.Single(capability => capability.Id == CapabilityIds.Pagination);
        pagination.Detected.Should().BeTrue();
        pagination.Evidence.Should().NotBeEmpty().And.OnlyContain(evidence => evidence.Line > 0);
    }

    [Fact]
    public async Task DownloadSpec_OverRest_GivesTheBytesBack()
    {
        var spec = (await Server.OkAsync(Organisation.Owner, new ImportSpec(await ProjectAsync(), SpecWorld.Payments, "payments.openapi.yaml"))).Version.SpecId;
        using var client = await Server.ClientAsync(Organisation.Member);
        using var response = await client.GetAsync($"/api/v1/specs/{spec}/document");
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentDisposition!.FileName.Should().Be("payments.openapi.yaml");
        (await response.Content.ReadAsByteArrayAsync()).Should().Equal(SpecWorld.Payments);
    }

    [Theory]
    [InlineData("Markdown", "text/markdown", "payments.openapi.blueprint.md")]
    [InlineData("Json", "application/json", "payments.openapi.blueprint.json")]
    public async Task DownloadBlueprint_OverRest_GivesTheBlueprintOfTheVersion(string format, string mediaType, string fileName)
    {
        var spec = (await Server.OkAsync(Organisation.Owner, new ImportSpec(await ProjectAsync(), SpecWorld.Payments, "payments.openapi.yaml"))).Version.SpecId;
        using var client = await Server.ClientAsync(Organisation.Member);
        using var response = await client.GetAsync($"/api/v1/specs/{spec}/blueprint/file?format={format}&version=1");
        (response.StatusCode, response.Content.Headers.ContentType!.MediaType).Should().Be((HttpStatusCode.OK, mediaType));
        response.Content.Headers.ContentDisposition!.FileName.Should().Be(fileName);
        var api = ApiSpecReader.Read(SpecWorld.Payments, "payments.openapi.yaml").Spec!;
        var expected = Blueprint.FromSpec(api, examples: new SampleExamples(api));
        (await response.Content.ReadAsStringAsync()).Should().Be(format == "Json" ? expected.ToJson() : expected.ToMarkdown());
    }

    [Fact]
    public async Task GetBlueprint_OfAVersion_CoversEveryOperation()
    {
        var version = (await Server.OkAsync(Organisation.Owner, new ImportSpec(await ProjectAsync(), SpecWorld.Payments))).Version;
        var blueprint = await Server.OkAsync(Organisation.Member, new GetBlueprint(version.SpecId));
        (blueprint.Version, blueprint.Endpoints).Should().Be((1, version.OperationCount));
        blueprint.Markdown.Should().StartWith("# Example Payments API: what to build").And.Contain("### `POST /payments`");
        (await Server.SendAsync(Organisation.Member, new GetBlueprint(version.SpecId, 2))).Error.Should().Be(SpecErrors.NotFound);
    }

    [Fact]
    public async Task GetBlueprint_OfALargeApi_ComesAGroupAtATime()
    {
        var document = await File.ReadAllBytesAsync(SharedData.Require("specs", "github-api-1.1.4.yaml"));
        var version = (await Server.OkAsync(Organisation.Owner, new ImportSpec(await ProjectAsync(), document, "github.yaml"))).Version;
        var first = await Server.OkAsync(Organisation.Owner, new GetBlueprint(version.SpecId));
        (first.Endpoints, first.Groups.Sum(group => group.Count), first.Group).Should()
            .Be((version.OperationCount, version.OperationCount, first.Groups[0].Name));
        var last = await Server.OkAsync(Organisation.Owner, new GetBlueprint(version.SpecId, Group: first.Groups[^1].Name));
        Headings(last).Should().HaveCount(first.Groups[^1].Count);
        Headings(first).Should().HaveCount(first.Groups[0].Count).And.NotIntersectWith(Headings(last));
        (await Server.SendAsync(Organisation.Owner, new GetBlueprint(version.SpecId, Group: "nobody's"))).Error.Should().Be(SpecErrors.NotFound);

        static IReadOnlyList<string> Headings(BlueprintView view) =>
            view.Markdown.Split('\n').Where(line => line.StartsWith("### `", StringComparison.Ordinal)).ToList();
    }

    [Fact]
    public async Task ImportSpec_LargeRealDocument_IsReadAndPaged()
    {
        var document = await File.ReadAllBytesAsync(SharedData.Require("specs", "github-api-1.1.4.yaml"));
        var import = await Server.OkAsync(Organisation.Owner, new ImportSpec(await ProjectAsync(), document, "github.yaml"));
        var page = await Server.OkAsync(Organisation.Owner, new ListOperations(import.Version.SpecId, Take: 50));
        (page.Items.Count, page.Total).Should().Be((50, import.Version.OperationCount));
    }
}

public sealed class SpecsOnSqlite(SqliteServer database) : SpecsSuite(database);

public sealed class SpecsOnPostgres(PostgresServer database) : SpecsSuite(database);
