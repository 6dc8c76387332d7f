using System.Text.RegularExpressions;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.MockGen.Tests;

public sealed partial class MockFaultsTests
{
    private static readonly IReadOnlyList<FaultCase> Known =
        [.. MessageFaultCases.Cases, .. StateFaultCases.Cases, .. TradeFaultCases.Cases, .. DeliveryFaultCases.Cases];

    /// <summary>Faults whose case is a test of its own.</summary>
    private static readonly string[] Elsewhere = ["slow-answer"];

    public static TheoryData<FaultCase> Cases => [.. Known];

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public async Task Fault_PlainClient_SeesTheRightWithoutAndTheWrongWith(FaultCase it)
    {
        await using var sound = await FaultProbe.StartAsync(it);
        (await it.Look(sound)).Should().Be(it.Right);
        await using var faulty = await FaultProbe.StartAsync(it, new FaultInjection(MockFaults.Find(it.Fault)!));
        (await it.Look(faulty)).Should().Contain(it.Wrong).And.NotBe(it.Right);
    }

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public async Task Fault_OfAnotherOperation_DoesNotShow(FaultCase it)
    {
        await using var mock = await FaultProbe.StartAsync(it, new FaultInjection(MockFaults.Find(it.Fault)!, "GET /somewhere-else"));
        (await it.Look(mock)).Should().Be(it.Right);
    }

    [Fact]
    public void All_EachFault_HasACaseAndNoCaseIsStale() =>
        Known.Select(it => it.Fault).Concat(Elsewhere).Should().BeEquivalentTo(MockFaults.All.Select(fault => fault.Id));

    [Fact]
    public void All_Ids_AreUniqueAndStableInForm()
    {
        MockFaults.All.Should().HaveCountGreaterThanOrEqualTo(40);
        MockFaults.All.Select(fault => fault.Id).Should().OnlyHaveUniqueItems().And.OnlyContain(id => KebabCase().IsMatch(id));
        MockFaults.All.Should().OnlyContain(fault => fault.Title.EndsWith('.') && fault.Rule.EndsWith('.') && fault.Source.Length > 0);
    }

    /// <summary>The table of the article is what the registry says, in its order.</summary>
    [Fact]
    public void Article_Table_IsTheRegistry()
    {
        var article = File.ReadAllLines(Path.Combine(SharedData.RepositoryRoot, "docs", "articles", "mock.md"));
        article.SkipWhile(line => !line.StartsWith("| fault |", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'))
            .Should().Equal(MockFaults.All.Select(fault => $"| `{fault.Id}` | {fault.Title} | {fault.Rule} | {fault.Source} |"));
    }

    [Fact]
    public void OperationsIn_EachFault_AppliesToAnOperationOfItsCase() =>
        Known.Where(it => !MockFaults.Find(it.Fault)!.OperationsIn(Described.Read(it.Document)).Any()).Should().BeEmpty();

    [Fact]
    public void OperationsIn_NothingThatCouldBreak_IsEmpty()
    {
        var spec = Described.Read("""{ "openapi": "3.1.0", "info": { "title": "t", "version": "1" }, "paths": { "/a": { "get": { "responses": { "204": { "description": "d" } } } } } }""");
        MockFaults.All.Where(fault => fault.OperationsIn(spec).Any()).Select(fault => fault.Area).Should().OnlyContain(area => area == FaultArea.Status
            || area == FaultArea.Transport);
    }

    [Theory]
    [InlineData("wrong-type", "wrong-type", null)]
    [InlineData("WRONG-TYPE@GET /things/{id}", "wrong-type", "GET /things/{id}")]
    [InlineData("wrong-type@getThing", "wrong-type", "getThing")]
    [InlineData("nothing", null, null)]
    [InlineData("", null, null)]
    [InlineData(null, null, null)]
    public void TryParse_Text_NamesFaultAndOperation(string? text, string? fault, string? operation)
    {
        FaultInjection.TryParse(text, out var injection).Should().Be(fault is not null);
        (injection?.Fault.Id, injection?.Operation).Should().Be((fault, operation));
    }

    [Fact]
    public async Task Fault_Shown_IsNamedInAHeader()
    {
        await using var mock = await FaultProbe.StartAsync(MessageFaultCases.Cases.First(), new FaultInjection(MockFaults.Find("wrong-type")!),
            new FaultInjection(MockFaults.Find("ok-as-201")!));
        (await mock.FieldAsync("Mock-Fault", "GET", "things/1")).Split(", ").Should().BeEquivalentTo("wrong-type", "ok-as-201");
        (await mock.FieldAsync("Mock-Fault", "DELETE", "things/1")).Should().Be("none");
    }

    [Fact]
    public async Task SlowAnswer_Clock_LetsItComeAfterTenSeconds()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var engine = new MockEngine(Described.Read(Spoilable.Document),
            new MockOptions { State = false, Clock = clock, Faults = [new FaultInjection(MockFaults.Find("slow-answer")!)] });
        var answer = engine.AnswerAsync(new Validator.RecordedRequest { Method = "GET", Url = "/things/1",
            Headers = [new("Authorization", "Bearer mock-bearer-token")] }).AsTask();
        clock.Advance(TimeSpan.FromSeconds(9));
        answer.IsCompleted.Should().BeFalse();
        clock.Advance(TimeSpan.FromSeconds(1));
        (await answer).Status.Should().Be(200);
    }

    [Fact]
    public async Task SlowAnswer_OverHttp_ComesAfterTenSeconds()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        await using var mock = await MockServer.StartAsync(Described.Read(Spoilable.Document),
            new MockServerOptions { State = false, Clock = clock, Faults = [new FaultInjection(MockFaults.Find("slow-answer")!)] },
            TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = mock.BaseUrl };
        using var request = new HttpRequestMessage(HttpMethod.Get, "things/1") { Headers = { { "Authorization", "Bearer mock-bearer-token" } } };
        var start = clock.GetUtcNow();
        var answer = client.SendAsync(request, TestContext.Current.CancellationToken);
        // Only the mock's own clock lets the answer come; that it hears of the request takes a moment of the real one.
        for (var seconds = 0; seconds < 1_000 && !answer.IsCompleted; seconds++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(answer, Task.Delay(20, TestContext.Current.CancellationToken));
        }

        answer.IsCompleted.Should().BeTrue("the mock's clock has gone on long enough");
        ((int)(await answer).StatusCode).Should().Be(200);
        (clock.GetUtcNow() - start).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(10));
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KebabCase();
}
