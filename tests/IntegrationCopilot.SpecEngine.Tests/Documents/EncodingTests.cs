using System.Text;

namespace IntegrationCopilot.SpecEngine.Tests;

public sealed class EncodingTests
{
    private const string Description = "openapi: 3.0.3\ninfo: { title: 'Zahlung für Ärzte 😀', version: '1' }\npaths: {}\n";

    public static TheoryData<string> Names => ["utf-8", "utf-16", "utf-16BE"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_WithByteOrderMark_GivesTheSame(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var result = ApiSpecReader.Read((byte[])[.. encoding.GetPreamble(), .. encoding.GetBytes(Description)], "test.yaml");
        result.Problems.Should().BeEmpty();
        result.Spec!.Title.Should().Be("Zahlung für Ärzte 😀");
    }

    [Theory]
    [InlineData("200: { description: ok }", "200")]
    [InlineData("0200: { description: ok }", "0200")]
    [InlineData("true: { description: ok }", "true")]
    [InlineData("2024-01-01: { description: ok }", "2024-01-01")]
    public void Read_KeysThatAreNoTexts_StayAsWritten(string response, string status)
    {
        var spec = Texts.Read($"openapi: 3.0.3\ninfo: {{ title: t, version: 1.10 }}\npaths:\n  /a:\n    get:\n      responses:\n        {response}\n").Spec!;
        spec.Operations[0].Responses[0].Status.Should().Be(status);
        spec.Version.Should().Be("1.10");
    }

    [Fact]
    public async Task Read_Cancelled_Stops()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        var act = () => ApiSpecReader.Read(Encoding.UTF8.GetBytes(Description), "test.yaml", cancellationToken: cancel.Token);
        act.Should().Throw<OperationCanceledException>();
    }

    [Theory]
    [InlineData(nameof(ReadLimits.MaxDocumentBytes), "document-too-large")]
    [InlineData(nameof(ReadLimits.MaxNodes), "too-many-nodes")]
    [InlineData(nameof(ReadLimits.MaxDepth), "too-deep")]
    public void Read_BeyondALimit_SaysWhich(string limit, string id)
    {
        var limits = limit switch
        {
            nameof(ReadLimits.MaxDocumentBytes) => new ReadLimits { MaxDocumentBytes = 20 },
            nameof(ReadLimits.MaxNodes) => new ReadLimits { MaxNodes = 3 },
            _ => new ReadLimits { MaxDepth = 1 },
        };
        Texts.Read(Description, options: new SpecReadOptions { Limits = limits }).Problems.Should().ContainSingle().Which.Id.Should().Be(id);
    }

    [Fact]
    public void Read_MoreProblemsThanTheLimit_CountsTheRest()
    {
        var result = Texts.Read(Description + string.Concat(Enumerable.Range(0, 10).Select(i => $"f{i}: 1\n")),
            options: new SpecReadOptions { Limits = new ReadLimits { MaxProblems = 4 } });
        result.Problems.Should().HaveCount(5);
        result.Problems[^1].Message.Should().StartWith("6 further problems");
    }
}
