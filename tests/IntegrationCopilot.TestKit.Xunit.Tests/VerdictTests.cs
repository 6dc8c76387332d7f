using Xunit.v3;

namespace IntegrationCopilot.TestKit.Xunit.Tests;

/// <summary>What a case that did not pass becomes.</summary>
public sealed class VerdictTests
{
    private const string Notes = "notes.openapi.yaml";

    [Fact]
    public async Task RunAsync_RefusalIsMissing_FailsWithReasonAndNextStep()
    {
        var api = new NotesApi(new NotesApplication { TakesAnything = true });
        var failure = await FailureAsync(api, "contract-required.post-notes.text");
        failure.Message.Should().StartWith("FAIL contract-required.post-notes.text: ").And.Contain("expected 400").And.Contain("again: curl ").And.Contain(
            "next: ");
        failure.Result.Status.Should().Be(CaseStatus.Fail);
    }

    [Theory]
    [InlineData(FailOn.Fail, "No verdict: ")]
    [InlineData(FailOn.NoVerdict, "NO_VERDICT contract-required.post-notes.text: ")]
    public async Task RunAsync_NoVerdict_IsASkipUnlessAskedFor(FailOn measure, string expected)
    {
        var message = (await FailureAsync(
            new NotesApi(new NotesApplication { IsBusy = true }) { Measure = measure }, "contract-required.post-notes.text")).Message;
        message.Should().StartWith(measure == FailOn.Fail ? DynamicSkipToken.Value + expected : expected);
    }

    [Fact]
    public async Task RunAsync_CredentialsAreWrong_FailsInsteadOfSkipping() =>
        (await FailureAsync(new NotesApi(new NotesApplication()) { Token = "wrong" }, "contract-required.post-notes.text")).Message.Should()
            .StartWith("ERROR ");

    [Fact]
    public async Task RunAsync_NothingListens_FailsInsteadOfSkipping()
    {
        await using var api = new Unreachable();
        var run = () => api.RunAsync(new GoldenTestCase(Notes, 0, "contract-described.get-notes"));
        (await run.Should().ThrowAsync<GoldenTestException>()).Which.Message.Should().StartWith("ERROR contract-described.get-notes: ");
    }

    [Fact]
    public async Task RunAsync_ManyCases_TryCredentialsOnce()
    {
        var application = new NotesApplication();
        var api = new NotesApi(application);
        await api.InitializeAsync();
        await using (api)
        {
            await api.RunAsync(new GoldenTestCase(Notes, 0, "contract-described.get-notes"));
            var once = application.Received.Count;
            await api.RunAsync(new GoldenTestCase(Notes, 0, "contract-described.get-notes"));
            (application.Received.Count - once).Should().BeLessThan(once);
        }
    }

    [Fact]
    public async Task RunAsync_ClientWithoutAddress_SaysWhatToDo()
    {
        await using var api = new Addressless();
        var run = () => api.RunAsync(new GoldenTestCase(Notes, 0, "contract-described.get-notes"));
        (await run.Should().ThrowAsync<InvalidOperationException>()).Which.Message.Should().Contain("BaseAddress");
    }

    private static async Task<GoldenTestException> FailureAsync(NotesApi api, string id)
    {
        await api.InitializeAsync();
        await using (api)
        {
            var run = () => api.RunAsync(new GoldenTestCase(Notes, 0, id));
            return (await run.Should().ThrowAsync<GoldenTestException>()).Which;
        }
    }

    private sealed class Unreachable() : TestedApi(new Uri("http://127.0.0.1:9/"));

    private sealed class Addressless() : TestedApi(() => new HttpClient());
}
