using System.Collections.Frozen;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Grammars of formats as patterns, for texts that must also be of some length or match a pattern: first a plain form, then a wide one. Each within its format,
/// though not all of it.
/// </summary>
internal static class FormatGrammars
{
    private const string Day = @"20[2-3]\d-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])";

    /// <summary>With the last days of months; leap years of the centuries aside.</summary>
    private const string AnyDay = @"(\d{4}-((0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)|\d\d(0[48]|[2468][048]|[13579][26])-02-29)";
    private const string Digits = @"\d{1,20}";
    private const string Hours = $"({Digits}H({Digits}M({Digits}S)?)?|{Digits}M({Digits}S)?|{Digits}S)";
    private const string Clock = @"([01]\d|2[0-3]):[0-5]\d:[0-5]\d";
    private const string Zone = @"(Z|[+-](0\d|1[0-3]):[0-5]\d)";
    private const string Octet = @"(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)";
    private const string Label = "[a-z]([a-z0-9-]{0,40}[a-z0-9])?";
    private const string WideLabel = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private const string Hex = "[0-9a-fA-F]";

    private static readonly FrozenDictionary<string, string[]> Known = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase)
    {
        ["date"] = [$"^{Day}$", $"^{AnyDay}$"],
        ["date-time"] = [$"^{Day}T{Clock}Z$", $@"^{AnyDay}T{Clock}(\.\d{{1,40}})?{Zone}$"],
        ["time"] = [$"^{Clock}Z$", $@"^{Clock}(\.\d{{1,40}})?{Zone}$"],
        ["duration"] = [@"^P\d{1,3}D$", $"^P({Digits}W|({Digits}Y({Digits}M({Digits}D)?)?|{Digits}M({Digits}D)?|{Digits}D)(T{Hours})?|T{Hours})$"],
        ["email"] = [$@"^[a-z]+[0-9]*@{Label}\.(com|org|net)$", $@"^[A-Za-z0-9]+([._+-][A-Za-z0-9]+)*@{WideLabel}(\.{WideLabel})*$"],
        ["hostname"] = [$@"^{Label}(\.{Label})*$", $@"^{WideLabel}(\.{WideLabel})*$"],
        ["ipv4"] = [$@"^{Octet}(\.{Octet}){{3}}$"],
        ["ipv6"] = ["^2001:db8::[0-9a-f]{1,4}$",
            $"^({Hex}{{1,4}}(:{Hex}{{1,4}}){{7}}|({Hex}{{1,4}}(:{Hex}{{1,4}}){{0,2}})?::({Hex}{{1,4}}(:{Hex}{{1,4}}){{0,2}})?)$"],
        ["uri"] = [@"^https?://[a-z0-9]+(\.[a-z0-9]+)*(:[1-9]\d{1,3})?(/[A-Za-z0-9._~-]*)*(\?[A-Za-z0-9=&_.-]*)?$",
            @"^[A-Za-z][A-Za-z0-9+.-]*:(//[A-Za-z0-9.-]+(:\d{1,4})?)?[A-Za-z0-9/._~!$&'()*+,;=@-]*(\?[A-Za-z0-9/._~!$&'()*+,;=:@?-]*)?(#[A-Za-z0-9/._~-]*)?$"],
        ["uri-reference"] = ["^/[a-z0-9/._-]*$", @"^([a-z]+:(//[A-Za-z0-9.-]+)?)?[A-Za-z0-9/._~!$&'()*+,;=@-]*(\?[A-Za-z0-9=&_.-]*)?(#[A-Za-z0-9_-]*)?$"],
        ["uri-template"] = [@"^[A-Za-z0-9/._:-]*(\{[a-z]+\}[a-z0-9/]*)*$"],
        ["uuid"] = ["^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", $"^{Hex}{{8}}-{Hex}{{4}}-{Hex}{{4}}-{Hex}{{4}}-{Hex}{{12}}$"],
        ["byte"] = ["^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{4}|[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)$", "^([A-Za-z0-9+/]{4})*$"],
        ["base64url"] = ["^([A-Za-z0-9_-]{4})*([A-Za-z0-9_-][AQgw]|[A-Za-z0-9_-]{2}[AEIMQUYcgkosw048])?$"],
        ["json-pointer"] = ["^(/[a-z0-9]+)*$", "^(/[A-Za-z0-9_.-]*)*$"],
        ["relative-json-pointer"] = [@"^(0|[1-9]\d*)(#|(/[A-Za-z0-9_.-]*)*)$"],
        ["regex"] = [@"^\^?[a-z0-9]*\$?$"],
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Aliases = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["url"] = "uri",
        ["iri"] = "uri",
        ["iri-reference"] = "uri-reference",
        ["idn-email"] = "email",
        ["idn-hostname"] = "hostname",
        ["guid"] = "uuid",
        ["base64"] = "byte",
        ["ip"] = "ipv4",
        ["datetime"] = "date-time",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The grammars of a format, the plain one first; none when it has none here.</summary>
    public static IReadOnlyList<string> Of(string format) => Known.GetValueOrDefault(Aliases.GetValueOrDefault(format) ?? format) ?? [];
}
