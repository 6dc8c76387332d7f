using System.Text;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Schema;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit.Tests.Reports;

/// <summary>Reports against the published schemas of their formats, and as readers see them that are not ours.</summary>
public sealed class ReportSchemaTests
{
    private const int Cases = 10;

    private static readonly string[] SarifPackage = ["@microsoft", "sarif-multitool-linux"];

    [Fact]
    public async Task Ctrf_PublishedSchemaAndReader_TakeIt()
    {
        var report = Written(new CtrfReport());
        Problems(await File.ReadAllBytesAsync(await ReportReaders.FileAsync("ctrf", "dist", "ctrf-schema-0.0.json")), report).Should().BeEmpty();
        var read = await ReportReaders.ReadAsync("ctrf", report);
        int Count(string name) => read.GetProperty(name).GetInt32();
        (Count("tests"), Count("passed"), Count("failed"), Count("skipped"), Count("other")).Should().Be((Cases, 1, 5, 2, 2));
        read.GetProperty("extra").GetProperty("notApplicable").GetInt32().Should().Be(1);
    }

    [Fact]
    public async Task Har_PublishedSchemaAndReader_TakeIt()
    {
        var report = Written(new HarReport());
        var files = Directory.GetFiles(await ReportReaders.FileAsync("har-schema", "lib"), "*.json");
        Problems(Bundled(files, "har"), report).Should().BeEmpty();
        var read = await ReportReaders.ReadAsync("har", report);
        (read.GetProperty("entries").GetInt32(), read.GetProperty("pages").GetInt32()).Should().Be((ReportSample.Result.Exchanges.Count, 4));
    }

    [Fact]
    public async Task Sarif_PublishedSchemaAndReader_TakeIt()
    {
        var report = Written(new SarifReport());
        Problems(await File.ReadAllBytesAsync(await ReportReaders.FileAsync([.. SarifPackage, "sarif-2.1.0.json"])), report).Should().BeEmpty();
        var folder = Directory.CreateTempSubdirectory("ic-sarif-").FullName;
        var (sarif, told) = (Path.Combine(folder, "run.sarif"), Path.Combine(folder, "told.sarif"));
        await File.WriteAllBytesAsync(sarif, report);
        var tool = await ReportReaders.FileAsync([.. SarifPackage, "Sarif.Multitool"]);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var (ended, output, error) = await ReportReaders.RunAsync(tool, ["validate", sarif, "--output", told, "--rule-kind", "Sarif;Ghas"], []);
        ended.Should().Be(0, output + error);
        JsonNode.Parse(await File.ReadAllTextAsync(told))!["runs"]![0]!["results"]!.AsArray().Where(found => found!["level"]?.GetValue<string>() == "error")
            .Should().BeEmpty();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task JUnit_PublishedSchemaAndReader_TakeIt()
    {
        var report = Written(new JUnitReport());
        var schemas = new XmlSchemaSet();
        schemas.Add("", Path.Combine(SharedData.RepositoryRoot, "tests", "cases", "reports", "junit.xsd"));
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = schemas, Async = true };
        using (var reader = XmlReader.Create(new MemoryStream(report), settings))
        {
            while (await reader.ReadAsync()) { }
        }

        var read = await ReportReaders.ReadAsync("junit", report);
        int Count(string name) => read.GetProperty(name).GetInt32();
        (Count("tests"), Count("failures"), Count("errors"), Count("skipped"), Count("suites")).Should().Be((Cases, 4, 1, 4, 7));
    }

    [Fact]
    public void Sarif_WhatPassedOrDoesNotApply_IsNoResultAndIsCounted()
    {
        var run = JsonNode.Parse(Written(new SarifReport()))!["runs"]![0]!;
        run["results"]!.AsArray().Select(result => (string?)result!["ruleId"]).Should()
            .Equal("not-refused", "not-as-described", "server-failed", "refused-otherwise");
        run["invocations"]![0]!["toolExecutionNotifications"]!.AsArray().Should().HaveCount(2);
        ((int?)run["properties"]!["totals"]!["notApplicable"]).Should().Be(1);
    }

    [Fact]
    public void Sarif_DocumentsElsewhere_AreNamedByFileOrUrl()
    {
        DocumentPlaces.NameOf("/somebody/home/api.yaml").Should().Be("api.yaml");
        DocumentPlaces.NameOf("../other/api.yaml").Should().Be("api.yaml");
        DocumentPlaces.NameOf("./openapi/api.yaml").Should().Be("openapi/api.yaml");
        DocumentPlaces.NameOf(Path.GetFullPath("openapi/api.yaml")).Should().Be("openapi/api.yaml");
        DocumentPlaces.NameOf("https://me:secret@api.example/openapi.json?key=s3cret").Should().Be("https://api.example/openapi.json");
    }

    private static byte[] Written(IRunReport report)
    {
        using var output = new MemoryStream();
        report.Write(ReportSample.Result, output);
        return output.ToArray();
    }

    private static IReadOnlyList<string> Problems(byte[] schema, byte[] instance)
    {
        var compiled = CompiledSchema.Compile(RawDocumentReader.Read(schema, "schema.json").Document!.Root);
        return [.. compiled.Problems.Select(problem => problem.Message),
            .. compiled.Schema!.Validate(instance).Select(finding => $"{finding.Where}: {finding.Message}")];
    }

    /// <summary>Schemas of several files as one: where they name each other, they name a definition.</summary>
    private static byte[] Bundled(IEnumerable<string> files, string root)
    {
        var definitions = new JsonObject();
        foreach (var file in files)
        {
            var schema = JsonNode.Parse(File.ReadAllText(file).Replace(".json#\"", "\"", StringComparison.Ordinal)
                .Replace("\"$ref\": \"", "\"$ref\": \"#/definitions/",
                StringComparison.Ordinal))!.AsObject();
            schema.Remove("$id");
            schema.Remove("$schema");
            definitions.Add(Path.GetFileNameWithoutExtension(file), schema);
        }

        return Encoding.UTF8.GetBytes(new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-06/schema#", ["$ref"] = $"#/definitions/{root}", ["definitions"] = definitions,
        }.ToJsonString());
    }
}
