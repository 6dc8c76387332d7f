using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>Holds JSON against what a type and its attributes say, which is what the document says.</summary>
internal sealed class Rules(FreightState state)
{
    private static readonly NullabilityInfoContext Nullability = new();
    private static readonly Lock NullabilityGate = new();

    private readonly List<string> broken = [];

    /// <summary>What is broken, a sentence each.</summary>
    /// <param name="type">The type that is wanted.</param>
    /// <param name="value">What came.</param>
    /// <param name="isPatch">Whether nothing is required, and null takes away what may be absent.</param>
    /// <param name="state">Says which rule is not held.</param>
    public static IReadOnlyList<string> Broken(Type type, JsonElement value, bool isPatch, FreightState state)
    {
        var rules = new Rules(state);
        rules.Object(type, value, "", isPatch);
        return rules.broken;
    }

    private void Object(Type type, JsonElement value, string at, bool isPatch)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Say(at, "is no object");
            return;
        }

        var properties = type.GetProperties().ToDictionary(NameOf, StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            if (properties.TryGetValue(member.Name, out var property)) Property(property, member.Value, $"{at}/{member.Name}", isPatch);
            else if (!state.Has(InputBugs.AdditionalAccepted)) Say($"{at}/{member.Name}", "is not known");
        }

        if (isPatch || state.Has(InputBugs.MissingAccepted)) return;
        foreach (var (name, property) in properties)
        {
            if (IsRequired(property) && !value.TryGetProperty(name, out _)) Say($"{at}/{name}", "is missing");
        }
    }

    private void Property(PropertyInfo property, JsonElement value, string at, bool isPatch)
    {
        if (IsReadOnly(property)) return;
        if (value.ValueKind != JsonValueKind.Null) Value(property, property.PropertyType, value, at);
        else if (IsNullable(property) && (!isPatch || !IsRequired(property))) return;
        else if (state.Has(InputBugs.NullIsError)) throw new InvalidOperationException($"Object reference not set to an instance of an object: {at}.");
        else if (!state.Has(InputBugs.NullAccepted)) Say(at, "is null");
    }

    private void Value(PropertyInfo property, Type declared, JsonElement value, string at)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type == typeof(int)) Number(property, value, at);
        else if (type == typeof(string)) Text(property, value, at);
        else if (type.IsEnum) OneOf(type, value, at);
        else if (type == typeof(Guid)) Formatted(value, at, text => Guid.TryParseExact(text, "D", out _), "uuid");
        else if (type == typeof(DateOnly)) Formatted(value, at, text => DateOnly.TryParseExact(text, "yyyy-MM-dd", out _), "date");
        else if (type.IsGenericType) List(property, type.GetGenericArguments()[0], value, at);
        else Object(type, value, at, isPatch: false);
    }

    private void Number(PropertyInfo property, JsonElement value, string at)
    {
        if (value.ValueKind == JsonValueKind.String && state.Has(InputBugs.TypeAccepted)) return;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var number) || number != decimal.Truncate(number))
        {
            Say(at, "is no integer");
            return;
        }

        if (property.GetCustomAttribute<RangeAttribute>() is not { } range) return;
        if (number < (int)range.Minimum)
        {
            if (state.Has(InputBugs.NegativeIsError)) throw new ArgumentOutOfRangeException(nameof(value), "A quantity cannot be negative.");
            if (!state.Has(InputBugs.MinimumAccepted)) Say(at, $"is less than {range.Minimum}");
        }

        if (number > (int)range.Maximum && !state.Has(InputBugs.MaximumAccepted)) Say(at, $"is more than {range.Maximum}");
    }

    private void Text(PropertyInfo property, JsonElement value, string at)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            Say(at, "is no string");
            return;
        }

        var text = value.GetString()!;
        if (property.GetCustomAttribute<StringLengthAttribute>() is { } length) Length(length, text, at);
        if (property.GetCustomAttribute<RegularExpressionAttribute>() is { } pattern && !state.Has(InputBugs.PatternAccepted)
            && !Regex.IsMatch(text, pattern.Pattern.Replace("$", @"\z", StringComparison.Ordinal), RegexOptions.None, TimeSpan.FromSeconds(1)))
            Say(at, $"does not match {pattern.Pattern}");
        if (property.IsDefined(typeof(EmailAddressAttribute)) && !state.Has(InputBugs.FormatAccepted)
            && !Formats.IsEmail(text)) Say(at, "is no address of e-mail");
    }

    private void Length(StringLengthAttribute length, string text, string at)
    {
        var characters = text.EnumerateRunes().Count();
        if (characters < length.MinimumLength && !state.Has(InputBugs.ShortAccepted)) Say(at, $"is shorter than {length.MinimumLength}");
        if (characters <= length.MaximumLength) return;
        if (state.Has(InputBugs.LongIsError)) throw new InvalidOperationException($"String or binary data would be truncated: {at}.");
        if (!state.Has(InputBugs.LengthAccepted)) Say(at, $"is longer than {length.MaximumLength}");
    }

    private void OneOf(Type type, JsonElement value, string at)
    {
        if (value.ValueKind == JsonValueKind.String && Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName).Contains(value.GetString())) return;
        if (value.ValueKind != JsonValueKind.String || !state.Has(InputBugs.EnumAccepted)) Say(at, "is not one of its list");
    }

    private void Formatted(JsonElement value, string at, Func<string, bool> isGood, string format)
    {
        if (value.ValueKind != JsonValueKind.String) Say(at, "is no string");
        else if (!isGood(value.GetString()!) && !state.Has(InputBugs.FormatAccepted)) Say(at, $"is no {format}");
    }

    private void List(PropertyInfo property, Type item, JsonElement value, string at)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            Say(at, "is no array");
            return;
        }

        var items = value.EnumerateArray().ToList();
        if (property.GetCustomAttribute<MinLengthAttribute>() is { } least && items.Count < least.Length && !state.Has(InputBugs.EmptyListAccepted))
            Say(at, $"has fewer items than {least.Length}");
        if (property.GetCustomAttribute<MaxLengthAttribute>() is { } most && items.Count > most.Length) Say(at, $"has more items than {most.Length}");
        if (property.IsDefined(typeof(UniqueItemsAttribute)) && !state.Has(InputBugs.RepeatedItemsAccepted)
            && items.DistinctBy(one => one.GetRawText(), StringComparer.Ordinal).Count() < items.Count) Say(at, "repeats an item");
        for (var index = 0; index < items.Count; index++)
        {
            if (item != typeof(string)) Object(item, items[index], $"{at}/{index.ToString(CultureInfo.InvariantCulture)}", isPatch: false);
            else if (items[index].ValueKind != JsonValueKind.String) Say($"{at}/{index.ToString(CultureInfo.InvariantCulture)}", "is no string");
        }
    }

    private void Say(string at, string what) => broken.Add($"{(at.Length == 0 ? "The body" : at)} {what}.");

    private static string NameOf(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    private static bool IsReadOnly(PropertyInfo property) => property.GetCustomAttribute<ReadOnlyAttribute>()?.IsReadOnly == true;

    private static bool IsRequired(PropertyInfo property) =>
        property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute)) && !IsReadOnly(property);

    private static bool IsNullable(PropertyInfo property)
    {
        lock (NullabilityGate) return Nullability.Create(property).WriteState == NullabilityState.Nullable;
    }
}
