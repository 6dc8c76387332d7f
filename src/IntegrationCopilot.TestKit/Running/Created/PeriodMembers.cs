using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>The members of a body that say from when to when a thing is.</summary>
/// <param name="Starts">Names of the times it starts.</param>
/// <param name="Ends">Names of the times it ends.</param>
internal sealed record PeriodMembers(IReadOnlyList<string> Starts, IReadOnlyList<string> Ends)
{
    private const int MaxDepth = 5;

    private static readonly HashSet<string> EndWords =
        new(StringComparer.Ordinal) { "end", "ends", "ending", "until", "till", "expires", "expiry", "expiration", "expire" };

    private static readonly HashSet<string> StartWords =
        new(StringComparer.Ordinal) { "start", "starts", "starting", "begin", "begins", "beginning", "from", "since" };

    /// <summary>As the schema says of the thing in an operation's JSON body, or of each in a list of them; none when it does not.</summary>
    public static PeriodMembers Of(ApiSpec spec, ApiOperation operation)
    {
        if (operation.RequestBody?.Content.FirstOrDefault(media => media.IsJson) is not { } media) return new([], []);
        var schema = spec.Resolve(media.Schema);
        var times = Times(spec, schema["items"].IsDefined ? spec.Resolve(schema["items"]) : schema, 0).Distinct(StringComparer.Ordinal).ToList();
        return new([.. times.Where(name => Says(name, StartWords))], [.. times.Where(name => Says(name, EndWords))]);
    }

    private static IEnumerable<string> Times(ApiSpec spec, RawNode schema, int depth) => depth > MaxDepth
        ? []
        : schema["properties"].Children.Where(member => spec.Resolve(member)["format"].GetString() == "date-time").Select(member => member.Name)
            .Concat(schema["allOf"].Children.SelectMany(part => Times(spec, spec.Resolve(part), depth + 1)));

    private static bool Says(string name, HashSet<string> words) => NameWords.Of(name).Any(words.Contains);
}
