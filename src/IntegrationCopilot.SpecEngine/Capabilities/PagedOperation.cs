namespace IntegrationCopilot.SpecEngine;

/// <summary>One operation, asked whether and how it gives its list in pages.</summary>
internal sealed class PagedOperation
{
    private readonly SchemaStructure fields;
    private readonly ListAnswer answer;
    private readonly List<PageInput> inputs;
    private readonly bool hasSize;

    public PagedOperation(ApiOperation operation, SchemaStructure fields)
    {
        this.fields = fields;
        answer = new ListAnswer(operation, fields);
        inputs = [.. PageInput.Of(operation, fields)];
        hasSize = inputs.Exists(i => i.Part == PagePart.Size);
    }

    public bool HasInput { get; private set; }

    /// <summary>Whether the answer names what comes next. A write never does.</summary>
    public bool AnswersWithMore => answer.Next is not null;

    public IEnumerable<PageSign> Inputs()
    {
        if (inputs.Count == 0) yield break;
        HashSet<PaginationStyle> styles = [];
        foreach (var input in inputs)
        {
            if (Judge(input) is not var (style, strength) || !styles.Add(style)) continue;
            HasInput = true;
            yield return new PageSign(input.Node, strength, Described(style, input.Field) with { Position = input.Field, FirstPage = FirstPage(input) });
        }
    }

    public PageSign? Answer() =>
        (answer.Next ?? answer.Header(hasSize)) is { } sign ? new PageSign(sign.Node, 0.9, Described(sign.Style, sign.Field)) : null;

    private PaginationFact Described(PaginationStyle style, MessageField shownBy) => new(style, shownBy)
    {
        Size = inputs.Find(input => input.Part == PagePart.Size).Field,
        NextCursor = answer.NextCursor,
        NextLink = answer.NextLink,
        More = answer.More,
        Total = answer.Total,
        Items = answer.Items,
    };

    private (PaginationStyle Style, double Strength)? Judge(PageInput input) => input.Part switch
    {
        PagePart.Token => (PaginationStyle.Token, 1),
        PagePart.Cursor => (PaginationStyle.Cursor, 1),
        PagePart.Boundary when (hasSize || AnswersWithMore) && !IsTime(input) => (PaginationStyle.Cursor, 0.9),
        PagePart.Page when hasSize && MayBeNumber(input) => (PaginationStyle.Page, 1),
        PagePart.Page when IsNumber(input) && (answer.HasArray || AnswersWithMore) && !IsShort(input.Field.Name) => (PaginationStyle.Page, 0.9),
        PagePart.Offset when hasSize && MayBeNumber(input) => (PaginationStyle.Offset, 1),
        _ => null,
    };

    /// <summary>Pages are counted from their default, else from the least allowed, else from 1.</summary>
    private int FirstPage(PageInput input)
    {
        var schema = fields.Resolve(input.Schema);
        return (int)Math.Clamp(schema["default"].GetInt64() ?? schema["minimum"].GetInt64() ?? 1, 0, 1);
    }

    private static bool IsShort(string name) => name.Length < 3;

    private bool IsNumber(PageInput input) => fields.IsOfType(input.Schema, JsonTypes.Integer);

    /// <summary>Many vendors write numbers in queries as strings, or give no type.</summary>
    private bool MayBeNumber(PageInput input) =>
        !fields.IsOfType(input.Schema, JsonTypes.Boolean) && !fields.IsOfType(input.Schema, JsonTypes.Object) && !IsTime(input);

    private bool IsTime(PageInput input)
    {
        var schema = fields.Resolve(input.Schema);
        return SpecContext.Text(schema, "format"u8) is "date" or "date-time"
            || (input.Description is { } text
                && (text.Contains("date", StringComparison.OrdinalIgnoreCase) || text.Contains("timestamp", StringComparison.OrdinalIgnoreCase)
                || text.Contains("ISO 8601", StringComparison.OrdinalIgnoreCase)));
    }
}

/// <summary>Something that shows pages.</summary>
internal sealed record PageSign(RawNode Node, double Strength, PaginationFact Fact);
