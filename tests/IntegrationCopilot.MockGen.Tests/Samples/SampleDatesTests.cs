using System.Globalization;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Dates that stand beside each other are in order, and what lies ahead does.</summary>
public sealed class SampleDatesTests
{
    private static readonly DateOnly Today = new(2031, 5, 4);

    [Theory]
    [InlineData("startsAt", "endsAt")]
    [InlineData("start_date", "end_date")]
    [InlineData("from", "to")]
    [InlineData("beginDate", "finishDate")]
    [InlineData("valid_from", "valid_until")]
    [InlineData("validFrom", "validTo")]
    [InlineData("check_in", "check_out")]
    [InlineData("checkIn", "checkOut")]
    [InlineData("departureTime", "arrivalTime")]
    [InlineData("created_at", "updated_at")]
    [InlineData("createdOn", "deletedOn")]
    [InlineData("since", "until")]
    [InlineData("created_after", "created_before")]
    [InlineData("notBefore", "notAfter")]
    [InlineData("startedAt", "completedAt")]
    [InlineData("current_period_start", "current_period_end")]
    [InlineData("issueDate", "dueDate")]
    [InlineData("birthDate", "createdAt")]
    [InlineData("opensAt", "closesAt")]
    [InlineData("first_seen", "last_seen")]
    public void Make_PairOfDates_IsInOrder(string first, string second)
    {
        foreach (var format in (string[])["date", "date-time"])
            foreach (var seed in Enumerable.Range(0, 40))
            {
                var value = Make($$"""{ "type": "object", "required": ["{{second}}", "{{first}}"], "properties": { "{{second}}": { "type": "string", "format": "{{format}}" }, "{{first}}": { "type": "string", "format": "{{format}}" } } }""", seed);
                Moment(value.GetProperty(first)).Should().BeBefore(Moment(value.GetProperty(second)), $"of seed {seed}");
            }
    }

    [Theory]
    [InlineData("expiresAt")]
    [InlineData("endsAt")]
    [InlineData("due_date")]
    [InlineData("scheduledFor")]
    [InlineData("deliveryDate")]
    [InlineData("estimated_delivery")]
    [InlineData("nextBillingDate")]
    [InlineData("renewal_date")]
    [InlineData("deadline")]
    public void Make_DateThatLiesAhead_IsInTheNearFuture(string name)
    {
        foreach (var seed in Enumerable.Range(0, 20))
        {
            var moment = Moment(Make($$"""{ "type": "object", "required": ["{{name}}"], "properties": { "{{name}}": { "type": "string", "format": "date-time" } } }""", seed).GetProperty(name));
            moment.Should().BeAfter(Start(Today)).And.BeBefore(Start(Today.AddDays(366)));
        }
    }

    [Theory]
    [InlineData("created_at")]
    [InlineData("lastLogin")]
    [InlineData("deletedAt")]
    [InlineData("timestamp")]
    [InlineData("deliveredAt")]
    public void Make_DateThatIsOver_IsPast(string name) =>
        Moment(Make($$"""{ "type": "object", "required": ["{{name}}"], "properties": { "{{name}}": { "type": "string", "format": "date-time" } } }""", 1)
            .GetProperty(name)).Should().BeBefore(Start(Today));

    [Fact]
    public void Make_NestedPairs_AreInOrder()
    {
        foreach (var seed in Enumerable.Range(0, 40))
        {
            var value = Make("""{ "type": "object", "required": ["end", "start"], "properties": { "end": { "$ref": "#/components/schemas/S/$defs/When" }, "start": { "$ref": "#/components/schemas/S/$defs/When" } }, "$defs": { "When": { "type": "object", "required": ["dateTime"], "properties": { "dateTime": { "type": "string", "format": "date-time" } } } } }""", seed);
            Moment(value.GetProperty("start").GetProperty("dateTime")).Should().BeBefore(Moment(value.GetProperty("end").GetProperty("dateTime")));
        }
    }

    [Fact]
    public void Make_TimesOfADayAndSeconds_AreInOrder()
    {
        foreach (var seed in Enumerable.Range(0, 40))
        {
            var value = Make("""{ "type": "object", "required": ["open_time", "close_time", "created_at", "expires_at"], "properties": { "open_time": { "type": "string", "format": "time" }, "close_time": { "type": "string", "format": "time" }, "created_at": { "type": "integer" }, "expires_at": { "type": "integer", "format": "int64" } } }""", seed);
            string.CompareOrdinal(value.GetProperty("open_time").GetString(), value.GetProperty("close_time").GetString()).Should().BeNegative();
            value.GetProperty("created_at").GetInt64().Should().BeLessThan(value.GetProperty("expires_at").GetInt64());
            value.GetProperty("expires_at").GetInt64().Should().BeGreaterThan(Start(Today).ToUnixTimeSeconds());
        }
    }

    [Fact]
    public void Make_StayOfGuests_ArrivesBeforeItDeparts()
    {
        var value = Make("""{ "type": "object", "required": ["arrival", "departure", "guests"], "properties": { "arrival": { "type": "string", "format": "date" }, "departure": { "type": "string", "format": "date" }, "guests": { "type": "integer" } } }""", 3);
        Moment(value.GetProperty("arrival")).Should().BeBefore(Moment(value.GetProperty("departure")));
    }

    private static JsonElement Make(string schema, int seed)
    {
        var (spec, node) = Described.Schema(schema);
        var sample = new SampleGenerator(spec, options: new SampleOptions { Seed = seed, Today = Today }).Make(node);
        sample.Problem.Should().BeNull();
        return sample.ToElement();
    }

    private static DateTimeOffset Moment(JsonElement value) =>
        DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static DateTimeOffset Start(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
