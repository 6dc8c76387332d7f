using System.Text;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Gives values that identify a form of their own for each use, so that what one run creates does not meet what another did: the same use gives the same
/// values.
/// </summary>
internal sealed class FreshValues(string use, int seed)
{
    private const int TokenLength = 8;
    private const int MaxDepth = 40;
    private const string TokenLetters = "abcdefghjkmnpqrstuvwxyz23456789";

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "id", "uuid", "guid", "name", "username", "login", "nickname", "handle", "email", "mail", "slug", "sku", "code", "key", "reference", "ref", "number",
        "serial", "domain", "hostname",
        "host", "identifier", "subdomain", "alias", "label", "phone", "title",
    };

    /// <summary>Names of things that are not made anew by being named: people's and companies' names, and what others define.</summary>
    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "first", "last", "given", "family", "full", "middle", "country", "currency", "language", "postal", "zip", "city", "state", "region", "street", "house",
        "status", "error", "type", "file", "company", "holder", "card", "account", "routing", "bank", "iban", "api", "public", "private", "primary", "foreign",
        "sort", "promo", "coupon", "tax", "page",
    };

    /// <summary>The value with identifying texts and numbers replaced where the schema still accepts it.</summary>
    /// <param name="value">The value, which is changed.</param>
    /// <param name="accepts">Whether the whole value conforms.</param>
    /// <returns>Pointers of what was replaced.</returns>
    public IReadOnlyList<string> Refresh(JsonNode? value, Func<JsonNode?, bool> accepts)
    {
        var replaced = new List<string>();
        Visit(value, "", 0, (holder, name, pointer) => Replace(holder, name, pointer, () => accepts(value), replaced));
        return replaced;
    }

    /// <summary>A single value of a name of its own, such as a parameter's; null when it does not identify or is accepted in no other form.</summary>
    public JsonNode? Refreshed(string name, JsonNode? value, Func<JsonNode?, bool> accepts) =>
        Identifies(name) && value is JsonValue scalar ? Forms(scalar, name).FirstOrDefault(accepts) : null;

    private static void Visit(JsonNode? value, string pointer, int depth, Action<JsonObject, string, string> member)
    {
        if (depth > MaxDepth) return;
        if (value is JsonArray items)
            for (var i = 0; i < items.Count; i++) Visit(items[i], $"{pointer}/{i}", depth + 1, member);
        if (value is not JsonObject members) return;
        foreach (var name in members.Select(m => m.Key).ToList())
        {
            var own = $"{pointer}/{InventedParts.Escape(name)}";
            if (members[name] is JsonValue && Identifies(name)) member(members, name, own);
            else Visit(members[name], own, depth + 1, member);
        }
    }

    private void Replace(JsonObject holder, string name, string pointer, Func<bool> accepted, List<string> replaced)
    {
        var before = (JsonValue)holder[name]!;
        foreach (var form in Forms(before, pointer))
        {
            holder[name] = form;
            if (!accepted()) continue;
            replaced.Add(pointer);
            return;
        }
        holder[name] = before.DeepClone();
    }

    private IEnumerable<JsonNode> Forms(JsonValue value, string place)
    {
        var random = SampleRandom.For(seed, $"{use} {place}");
        if (value.GetValueKind() == System.Text.Json.JsonValueKind.Number)
        {
            if (ExactNumber.Parse(value.ToJsonString()) is { IsWhole: true, IsPositive: true })
                yield return JsonValue.Create(random.Next(1_000_000, int.MaxValue - 1));
        }
        else if (value.TryGetValue<string>(out var text) && text.Length > 0)
        {
            foreach (var form in Texts(text, random)) yield return JsonValue.Create(form);
        }
    }

    private static IEnumerable<string> Texts(string text, SampleRandom random)
    {
        var token = string.Concat(Enumerable.Range(0, TokenLength).Select(_ => TokenLetters[random.Next(TokenLetters.Length)]));
        if (Guid.TryParseExact(text, "D", out _)) yield return FormatSamples.Uuid(random);
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at > 0) yield return $"{text[..at]}.{token}{text[at..]}";
        else if (text.Contains('.', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal)) yield return $"{token}.{text}";
        else if (text.Any(char.IsAsciiLetter) && !HasRandomLook(text))
            yield return $"{text}{(text.Contains(' ', StringComparison.Ordinal) ? ' ' : '-')}{token}";
        yield return Stirred(text, random);
        if (text.Length > TokenLength) yield return $"{text[..^TokenLength]}{token}";
    }

    /// <summary>The same text with other digits and letters: its length, and as a rule what a pattern asks of it, stay.</summary>
    private static string Stirred(string text, SampleRandom random)
    {
        var isHex = text.All(c => char.IsAsciiHexDigit(c) || !char.IsAsciiLetter(c));
        var digits = text.Count(char.IsAsciiDigit);
        var stirred = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c)) stirred.Append(c == '0' && stirred.Length == 0 ? '0' : (char)('1' + random.Next(9)));
            else if (char.IsAsciiLetter(c) && (digits < 4 || isHex))
                stirred.Append((char)((char.IsAsciiLetterUpper(c) ? 'A' : 'a') + random.Next(isHex ? 6 : 26)));
            else stirred.Append(c);
        }
        return stirred.ToString();
    }

    private static bool HasRandomLook(string text) => text.Length >= 16 && !text.Contains(' ', StringComparison.Ordinal) && text.Count(char.IsAsciiDigit) >= 4;

    /// <summary>Whether a field of that name identifies what it belongs to.</summary>
    public static bool Identifies(string name) => NameWords.Of(name) is { Count: > 0 } words && Names.Contains(words[^1]) && !words.Any(Others.Contains);
}
