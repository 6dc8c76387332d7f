using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>How an operation gives its list in pages, from what the document shows (<see cref="PaginationFact"/>).</summary>
internal sealed class PagePlan
{
    private const int UsualSize = 20;

    private PagePlan(ApiOperation operation)
    {
        Facts = [.. operation.Facts.OfType<PaginationFact>()];
        Size = Facts.Select(fact => fact.Size).FirstOrDefault(size => size is not null)
            ?? operation.Parameters.Where(p => p.Place == ParameterPlace.Query && ListLimits.Contains(p.Name))
                .Select(p => new MessageField(MessagePlace.Query, p.Name)).FirstOrDefault();
        SizeLimits(operation);
    }

    /// <summary>The ways the operation offers; empty when it gives its list whole.</summary>
    public IReadOnlyList<PaginationFact> Facts { get; }

    /// <summary>What says how many items a page holds; null when nothing does.</summary>
    public MessageField? Size { get; }

    /// <summary>How many items a page holds when nothing is said.</summary>
    public int DefaultSize { get; private set; } = UsualSize;

    /// <summary>How many items a page holds at most.</summary>
    public int MaxSize { get; private set; } = 1_000;

    /// <summary>Whether the next page's address stands in the header <c>Link</c>.</summary>
    public bool MayLink => Facts.Any(fact => fact.NextLink is { Place: MessagePlace.Header });

    /// <summary>Query parameters that mean something else than what a list shall hold: places and sizes of pages, and credentials.</summary>
    public HashSet<string> NamesIn(ApiSpec spec, AuthenticationKinds kinds)
    {
        var keys = kinds.PlacesOf(spec.SecuritySchemes).Where(place => place.Place == ParameterPlace.Query).Select(place => place.Name);
        var fields = Facts.Select(fact => fact.Position).Append(Size).OfType<MessageField>().Select(field => field.Name);
        return [.. fields, .. keys, PageLinks.OwnCursor];
    }

    /// <summary>The cursor that the document shows, which nobody was given; null when it shows none.</summary>
    public string? ShownCursor(ApiOperation operation, SampleGenerator samples) =>
        Facts.Select(fact => fact.Position?.FindIn(operation)).OfType<ApiParameter>().FirstOrDefault() is { } parameter
            ? First(JsonTrees.Parse(samples.ForParameter(parameter).Json)).ScalarText()
            : Facts.Select(fact => fact.Position).OfType<MessageField>().FirstOrDefault(field => field.Place == MessagePlace.Body) is { } field
            && JsonContent.Of(operation.RequestBody?.Content) is { } media && samples.ForBody(media, MessageDirection.Request) is { Found: true } body
            ? JsonTrees.Parse(body.Json).Find(field.Pointer.Tokens).ScalarText() : null;

    private static JsonNode? First(JsonNode? value) => value is JsonArray items ? items.FirstOrDefault() : value;

    public static PagePlan Of(ApiOperation operation) => new(operation);

    /// <summary>The page a request asks for.</summary>
    public PageWanted Wanted(MockRequest request, JsonNode? body)
    {
        var size = Math.Clamp(Number(Value(request, body, Size)) ?? DefaultSize, 0, MaxSize);
        var wanted = new PageWanted(size == 0 && Size is not null ? Number(Value(request, body, Size)) ?? 0 : size);
        foreach (var fact in Facts)
        {
            if (fact.Position is null || Value(request, body, fact.Position) is not { Length: > 0 } text) continue;
            if (fact.Style == PaginationStyle.Page && Number(text) is { } page)
                return wanted with { Skip = Math.Max(0, (long)page - fact.FirstPage) * wanted.Size, By = fact };
            if (fact.Style == PaginationStyle.Offset && Number(text) is { } offset) return wanted with { Skip = Math.Max(0, offset), By = fact };
            if (fact.Style is PaginationStyle.Cursor or PaginationStyle.Token or PaginationStyle.Link)
                return wanted with { After = text, IsBackward = IsBefore(fact.Position.Name), By = fact };
        }
        return request.Query(PageLinks.OwnCursor) is { Length: > 0 } own ? wanted with { After = own } : wanted;
    }

    private static bool IsBefore(string name) => FieldNames.Fold(name).Contains("before", StringComparison.Ordinal);

    private static string? Value(MockRequest request, JsonNode? body, MessageField? field) => field?.Place switch
    {
        MessagePlace.Query => request.Query(field.Name),
        MessagePlace.Header => request.Field(field.Name),
        MessagePlace.Path => request.PathValue(field.Name),
        MessagePlace.Body => body.Find(field.Pointer.Tokens).ScalarText(),
        _ => null,
    };

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private void SizeLimits(ApiOperation operation)
    {
        if (Facts.Count == 0) DefaultSize = MaxSize;
        if (Size?.FindIn(operation) is not { Schema: { IsDefined: true } schema }) return;
        if (schema["maximum"].GetInt64() is >= 1 and <= 100_000 and var most) MaxSize = (int)most;
        DefaultSize = schema["default"].GetInt64() is >= 1 and <= 100_000 and var usual ? (int)usual : Math.Min(DefaultSize, MaxSize);
    }
}

/// <summary>The page a request asks for.</summary>
/// <param name="Size">How many items at most.</param>
internal sealed record PageWanted(int Size)
{
    /// <summary>How many items to leave out.</summary>
    public long Skip { get; init; }

    /// <summary>The cursor, token or item to begin behind; null to begin at the start.</summary>
    public string? After { get; init; }

    /// <summary>Whether the page ends before that item instead.</summary>
    public bool IsBackward { get; init; }

    /// <summary>The way the request used; null when it said no place.</summary>
    public PaginationFact? By { get; init; }
}
