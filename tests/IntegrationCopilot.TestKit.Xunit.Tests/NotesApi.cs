namespace IntegrationCopilot.TestKit.Xunit.Tests;

/// <summary>The application as the fixture of a test class.</summary>
public sealed class NotesApi : TestedApi, IAsyncLifetime
{
    private readonly NotesApplication application;

    public NotesApi() : this(new NotesApplication())
    {
    }

    internal NotesApi(NotesApplication application) : base(application.CreateClient) => this.application = application;

    /// <summary>What fails a test.</summary>
    internal FailOn Measure { get; init; } = FailOn.Fail;

    /// <summary>Who the tests are.</summary>
    internal string Token { get; init; } = NotesApplication.Token;

    protected override FailOn FailOn => Measure;

    public async ValueTask InitializeAsync() => await application.StartAsync();

    protected override RunTarget Configure(RunTarget target) => target with { Credentials = [new BearerCredentials(Token)] };

    protected override ValueTask StopAsync() => application.DisposeAsync();
}
