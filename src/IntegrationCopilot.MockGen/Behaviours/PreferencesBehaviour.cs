using System.Globalization;

namespace IntegrationCopilot.MockGen;

/// <summary>Confirms the preferences that were heeded (RFC 7240, section 3), and announces <c>Retry-After</c> where that was asked for.</summary>
internal sealed class PreferencesBehaviour : IMockBehaviour
{
    public string Name => "preferences";

    public MockStage Stage => MockStage.Exchange;

    public MockStep Build(MockOperation? operation, MockStep next) =>
        request => ReferenceEquals(request.Preferences, Preferences.None) ? next(request) : AnswerAsync(request, next);

    private static async ValueTask<MockReply> AnswerAsync(MockRequest request, MockStep next)
    {
        foreach (var (name, value, takes) in request.MisreadPreferences) request.Note($"The preference {name}={value} was ignored: it takes {takes}.");
        var reply = await next(request);
        if (request.Operation is not null && request.Preferences.RetryAfterSeconds is { } seconds)
        {
            reply = reply.With("Retry-After", seconds.ToString(CultureInfo.InvariantCulture));
            request.Confirm($"retry-after={seconds}");
        }
        return request.Applied.Count == 0 ? reply : reply.With("Preference-Applied", string.Join(", ", request.Applied));
    }
}
