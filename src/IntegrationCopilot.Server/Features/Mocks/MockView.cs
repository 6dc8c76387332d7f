using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.Server.Features.Mocks;

/// <summary>The mock of a version of an API description.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ProjectId">The project it belongs to.</param>
/// <param name="SpecId">The description it is a mock of.</param>
/// <param name="Version">The version of it.</param>
/// <param name="Title">The API's title.</param>
/// <param name="Status">RUNNING, STOPPED or FAILED.</param>
/// <param name="BaseUrl">Where it answers, on this machine; null unless it runs.</param>
/// <param name="TokenUrl">Its OAuth2 token endpoint; null unless it runs.</param>
/// <param name="Failure">Why it does not run although it should; null when nothing is wrong.</param>
/// <param name="Seed">Where made-up values come from: the same seed, the same answers.</param>
/// <param name="StartedAt">When it was started last.</param>
/// <param name="Requests">How many requests it answered since then.</param>
/// <param name="LastRequestAt">When the last of them came; null when none did.</param>
/// <param name="Credentials">What it lets in; published, no secret.</param>
public sealed record MockView(
    Guid Id, Guid ProjectId, Guid SpecId, int Version, string Title, string Status, Uri? BaseUrl, Uri? TokenUrl, string? Failure, int Seed,
    DateTimeOffset? StartedAt, long Requests, DateTimeOffset? LastRequestAt, MockCredentials Credentials)
{
    internal static MockView Of(Mock mock, int version, string title, RunningMock? running) => new(
        mock.Id,
        mock.ProjectId,
        mock.SpecId,
        version,
        title,
        running is not null ? "RUNNING" : mock.Failure is not null ? "FAILED" : "STOPPED",
        running?.Server.BaseUrl,
        running?.Server.TokenUrl,
        mock.Failure,
        mock.Seed,
        mock.StartedAt,
        running?.Requests ?? 0,
        running?.LastRequestAt,
        running?.Server.Options.Credentials ?? new MockCredentials());
}
