using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>What a value travels in, and which values it can carry so that they arrive as they left.</summary>
internal sealed class SampleCarrier
{
    private const string NotBlank = "^[^]+$";

    /// <summary>
    /// A segment of a path: not blank, nothing that ends the segment, and no dot segment, which clients and servers remove (RFC 3986, sections 3.3 and 5.2.4).
    /// </summary>
    private const string Segment = @"^(?!\.{1,2}$)[^/\\\u0000-\u001f\u007f]+$";

    /// <summary>Visible ASCII with blanks inside (RFC 9110, section 5.5); in lists no comma, which divides them (section 5.6.1).</summary>
    private const string FieldValue = "^[!-~]([ -~]*[!-~])?$";
    private const string FieldItem = "^[!-+\\--~]([ -+\\--~]*[!-+\\--~])?$";

    /// <summary>cookie-value without quotes (RFC 6265, section 4.1.1).</summary>
    private const string CookieValue = @"^[!#-+\--:<-\[\]-~]+$";

    /// <summary>Char of XML 1.0, section 2.2, without the carriage return, which is read as a line feed.</summary>
    private const string XmlText = @"^[\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$";

    /// <summary>Lines of an event end in whichever way; which one is not told (WHATWG HTML, section 9.2.6).</summary>
    private const string EventText = @"^[^\r\u0000]*$";

    private readonly string? text;
    private readonly string? item;

    private SampleCarrier(bool dropsEmpty, string? text = null, string? item = null, int maxNesting = int.MaxValue)
    {
        DropsEmpty = dropsEmpty;
        MaxNesting = maxNesting;
        this.text = text;
        this.item = item;
    }

    /// <summary>Carries everything.</summary>
    public static SampleCarrier Json { get; } = new(dropsEmpty: false);

    public static SampleCarrier Xml { get; } = new(dropsEmpty: false, XmlText, XmlText);

    /// <summary>Forms. A list directly in a list has no form of its own there.</summary>
    private static SampleCarrier Form { get; } = new(dropsEmpty: true, null, NotBlank) { RefusesListsInLists = true, IsNamed = true };

    private static SampleCarrier Multipart { get; } = new(dropsEmpty: true, null, NotBlank) { RefusesListsInLists = true };

    private static SampleCarrier Text { get; } = new(dropsEmpty: false, NotBlank) { Wider = new(dropsEmpty: false) };

    private static SampleCarrier Events { get; } = new(dropsEmpty: false, EventText, EventText);

    private static SampleCarrier Brackets { get; } = new(dropsEmpty: true, null, NotBlank);

    private static SampleCarrier Header { get; } = new(dropsEmpty: true, FieldValue, FieldItem, maxNesting: 1);

    /// <summary>JSON in a header.</summary>
    private static SampleCarrier JsonField { get; } = new(dropsEmpty: false, "^[ -~]*$", "^[ -~]*$");

    private static SampleCarrier Cookie { get; } =
        new(dropsEmpty: true, CookieValue, @"^[!#-%'-+\--:<>-\[\]-~]+$", maxNesting: 1) { Wider = new(dropsEmpty: true, NotBlank, NotBlank, maxNesting: 1) };

    private static SampleCarrier Path { get; } =
        new(dropsEmpty: true, Segment, @"^[^/\\,;=.\u0000-\u001f\u007f]+$", maxNesting: 1) { Wider = new(dropsEmpty: true, Segment, Segment, maxNesting: 1) };

    private static SampleCarrier Delimited { get; } =
        new(dropsEmpty: true, null, @"^[^,|\s]+$", maxNesting: 1) { Wider = new(dropsEmpty: true, null, NotBlank, maxNesting: 1) };

    /// <summary>
    /// Fields of a query. Lists and objects inside others, which the standard leaves undefined there (OpenAPI 3.1.1, section 4.8.12.6), are JSON.
    /// </summary>
    private static SampleCarrier Query { get; } = new(dropsEmpty: true, null, NotBlank);

    /// <summary>Whether an empty list or object, or null, leaves nothing that could be read back (RFC 6570, sections 2.3 and 3.2.1).</summary>
    public bool DropsEmpty { get; }

    /// <summary>Whether a list cannot be an item of another.</summary>
    public bool RefusesListsInLists { get; private init; }

    /// <summary>Whether everything in it has a name, so that the whole is an object.</summary>
    public bool IsNamed { get; private init; }

    /// <summary>The same carrier with texts that must be encoded, and that not everybody decodes; null when there are none.</summary>
    public SampleCarrier? Wider { get; private init; }

    /// <summary>How many lists and objects may stand in each other.</summary>
    public int MaxNesting { get; }

    public static SampleCarrier Of(ApiMediaType media) => media.IsJson ? Json : media.Name.Split(';')[0].Trim().ToLowerInvariant() switch
    {
        "application/x-www-form-urlencoded" => Form,
        "text/event-stream" => Events,
        "application/xml" or "text/xml" => Xml,
        "*/*" or "application/*" => Json,
        var other when other.StartsWith("multipart/", StringComparison.Ordinal) => Multipart,
        var other when other.EndsWith("+xml", StringComparison.Ordinal) => Xml,
        _ => Text,
    };

    public static SampleCarrier Of(ApiParameter parameter) => parameter switch
    {
        { Content.IsJson: true } => parameter.Place == ParameterPlace.Header ? JsonField : Json,
        { Place: ParameterPlace.Header } => Header,
        { Place: ParameterPlace.Path } => Path,
        { Place: ParameterPlace.Cookie } => Cookie,
        { Style: SerializationStyle.DeepObject } => Brackets,
        { Explode: false, Style: not SerializationStyle.Form } => Delimited,
        _ => Query,
    };

    public static SampleCarrier Of(ApiHeader header) => header.Content is { IsJson: true } ? JsonField : Header;

    /// <summary>The pattern texts must match; null when any text will do.</summary>
    /// <param name="inside">Whether the text stands in a list or object.</param>
    public string? TextPattern(bool inside) => inside ? item : text;

    public bool CarriesText(string value, bool inside) => TextPattern(inside) is not { } pattern || PatternCache.Find(pattern)!.IsMatch(value) == true;

    /// <summary>Whether a value arrives as it left.</summary>
    /// <param name="value">The value.</param>
    /// <param name="inside">Whether it stands in a list or object.</param>
    public bool Carries(JsonNode? value, bool inside) => this == Json || Carries(value, inside ? 1 : 0);

    private bool Carries(JsonNode? value, int depth) => value switch
    {
        null => !DropsEmpty,
        JsonObject or JsonArray when depth >= MaxNesting => false,
        not JsonObject when IsNamed && depth == 0 => false,
        JsonObject members => (members.Count > 0 || !DropsEmpty) && members.All(m => Carries(m.Value, depth + 1)),
        JsonArray items =>
            (items.Count > 0 || !DropsEmpty) && !(RefusesListsInLists && items.Any(i => i is JsonArray)) && items.All(i => Carries(i, depth + 1)),
        JsonValue scalar when scalar.TryGetValue<string>(out var written) => CarriesText(written, depth > 0),
        _ => true,
    };
}
