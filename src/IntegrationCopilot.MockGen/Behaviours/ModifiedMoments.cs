using System.Collections.Concurrent;
using System.Globalization;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// When what is read at an address changed last (RFC 9110, section 8.8.2), to the second. What was not seen before is as old as it says itself, else as the
/// mock.
/// </summary>
/// <remarks>A change is at least a second younger than what it changed, so that a client who knows a moment knows which of the two it has.</remarks>
internal sealed class ModifiedMoments(TimeProvider clock)
{
    private const int MaxKept = 10_000;
    private readonly DateTimeOffset start = Seconds(clock.GetUtcNow());
    private readonly ConcurrentDictionary<string, (string Tag, DateTimeOffset Moment)> known = new(StringComparer.Ordinal);

    /// <summary>The moment of the last change.</summary>
    /// <param name="address">What is read.</param>
    /// <param name="tag">Its entity tag now.</param>
    /// <param name="json">What is read now; empty when that is no JSON.</param>
    public DateTimeOffset Of(string address, string tag, ReadOnlyMemory<byte> json)
    {
        if (known.TryGetValue(address, out var before) && before.Tag == tag) return before.Moment;
        if (known.Count >= MaxKept) known.Clear();
        return known.AddOrUpdate(address, _ => (tag, Told(json) ?? start), (_, old) => old.Tag == tag ? old : (tag, Later(old.Moment))).Moment;
    }

    private DateTimeOffset Later(DateTimeOffset than)
    {
        var now = Seconds(clock.GetUtcNow());
        return now > than ? now : than.AddSeconds(1);
    }

    /// <summary>What a body says of its last change, else of its creation.</summary>
    private static DateTimeOffset? Told(ReadOnlyMemory<byte> json)
    {
        if (json.IsEmpty) return null;
        DateTimeOffset? made = null;
        var members = new MemberReader(json.Span);
        while (members.Read())
        {
            var role = InstantStyle.RoleOf(System.Text.Encoding.UTF8.GetString(members.Name));
            if (role == InstantRole.None || MomentOf(members.Value) is not { } moment) continue;
            if (role == InstantRole.Updated) return Seconds(moment);
            made ??= Seconds(moment);
        }
        return made;
    }

    private static DateTimeOffset? MomentOf(ReadOnlySpan<byte> json) =>
        json is [(byte)'"', .., (byte)'"']
            && DateTimeOffset.TryParse(System.Text.Encoding.UTF8.GetString(json[1..^1]), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
            out var moment) ? moment : null;

    private static DateTimeOffset Seconds(DateTimeOffset moment) => moment.AddTicks(-(moment.UtcTicks % TimeSpan.TicksPerSecond)).ToUniversalTime();
}
