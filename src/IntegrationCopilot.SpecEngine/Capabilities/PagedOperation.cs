namespace IntegrationCopilot.SpecEngine;

/// <summary>One operation, asked whether it gives its list in pages.</summary>
internal sealed class PagedOperation
{
    private readonly SchemaFields fields;
    private readonly ApiResponse? success;
    private readonly IReadOnlyDictionary<string, RawNode> answer;
    private readonly List<PageInput> inputs;
    private readonly bool hasSize;

    public PagedOperation(ApiOperation operation, SchemaFields fields)
    {
        this.fields = fields;
        success = operation.Responses.FirstOrDefault(r => r.Status.StartsWith('2')) ?? operation.Responses.FirstOrDefault(r => r.Status == "default");
        answer = success is null ? new Dictionary<string, RawNode>() : fields.Of(success.Content);
        inputs = [.. Sent(operation)];
        hasSize = inputs.Exists(i => i.Part == PagePart.Size);
    }

    public bool HasInput { get; private set; }

    /// <summary>Whether the answer names what comes next. A write never does.</summary>
    public bool AnswersWithMore => Next(answer) is not null;

    public IEnumerable<PageSign> Inputs()
    {
        if (inputs.Count == 0) yield break;
        HashSet<string> kinds = new(StringComparer.Ordinal);
        foreach (var input in inputs)
        {
            if (Judge(input) is not { } sign || !kinds.Add(sign.Kind!)) continue;
            HasInput = true;
            yield return sign;
        }
    }

    public PageSign? Answer() => Next(answer) ?? Header();

    private PageSign? Judge(PageInput input) => input.Part switch
    {
        PagePart.Token => Sign(input, 1, "token"),
        PagePart.Cursor => Sign(input, 1, "cursor"),
        PagePart.Boundary when (hasSize || AnswersWithMore) && !IsTime(input) => Sign(input, 0.9, "cursor"),
        PagePart.Page when hasSize && MayBeNumber(input) => Sign(input, 1, "page"),
        PagePart.Page when IsNumber(input) && (AnswersWithList || AnswersWithMore) && !IsShort(input.Name) => Sign(input, 0.9, "page"),
        PagePart.Offset when hasSize && MayBeNumber(input) => Sign(input, 1, "offset"),
        _ => null,
    };

    private static PageSign Sign(PageInput input, double strength, string kind) => new(input.Node, strength, $"{input.Place} {input.Name}", kind);

    private bool AnswersWithList =>
        success is not null && (success.Content.Any(c => fields.IsOfType(c.Schema, "array")) || answer.Values.Any(f => fields.IsOfType(f, "array")));

    /// <summary>What follows, named in the answer itself or in one of its envelopes.</summary>
    private PageSign? Next(IReadOnlyDictionary<string, RawNode> of, bool within = false)
    {
        var more = 0;
        foreach (var (name, node) in of)
        {
            var part = PageNames.OfOutput(name);
            if (KindOf(part) is { } kind) return new PageSign(node, 0.9, $"answer's field {name}", kind);
            if (part == PagePart.Envelope && !within && Next(fields.Of(node), within: true) is { } inner) return inner;
            if (part != PagePart.More) continue;
            more++;
            if (within && LooseNames.Comparer.Equals(name, "next")) return new PageSign(node, 0.9, $"answer's field {name}", "link");
        }
        return more >= 2 && of.TryGetValue("next", out var next) ? new PageSign(next, 0.9, "answer's field next", "link") : null;
    }

    private static string? KindOf(PagePart part) => part switch
    {
        PagePart.Token => "token",
        PagePart.Cursor => "cursor",
        PagePart.Link => "link",
        _ => null,
    };

    private PageSign? Header()
    {
        foreach (var header in success?.Headers ?? [])
        {
            if (PageNames.IsHeader(header.Name)) return new PageSign(header.Node, 0.9, $"response header {header.Name}", null);
            if (header.Name.Equals("Link", StringComparison.OrdinalIgnoreCase) && (hasSize || Mentions(header.Node, "next"))) return new PageSign(header.Node, 0.9, "response header Link", "link");
        }
        return null;
    }

    private IEnumerable<PageInput> Sent(ApiOperation operation)
    {
        foreach (var parameter in operation.Parameters)
            if (parameter.Place == ParameterPlace.Query && PageNames.OfInput(parameter.Name) is not PagePart.None and var part)
                yield return new PageInput(parameter.Name, part, parameter.Node, parameter.Schema, parameter.Description, "query parameter");
        if (operation.Method == "GET" || operation.RequestBody is not { } body) yield break;
        var sent = fields.Of(body.Content);
        foreach (var (name, schema) in sent.Concat(sent.Where(f => PageNames.OfOutput(f.Key) == PagePart.Envelope).SelectMany(f => fields.Of(f.Value))))
            if (PageNames.OfInput(name) is not PagePart.None and var part)
                yield return new PageInput(name, part, schema, schema, SpecContext.Text(schema, "description"u8), "body field");
    }

    private static bool IsShort(string name) => name.Length < 3;

    private bool IsNumber(PageInput input) => fields.IsOfType(input.Schema, "integer") || fields.IsOfType(input.Schema, "number");

    /// <summary>Many vendors write numbers in queries as strings, or give no type.</summary>
    private bool MayBeNumber(PageInput input) => !fields.IsOfType(input.Schema, "boolean") && !fields.IsOfType(input.Schema, "object") && !IsTime(input);

    private bool IsTime(PageInput input)
    {
        var schema = fields.Resolve(input.Schema);
        return SpecContext.Text(schema, "format"u8) is "date" or "date-time"
            || (input.Description is { } text && (text.Contains("date", StringComparison.OrdinalIgnoreCase) || text.Contains("timestamp", StringComparison.OrdinalIgnoreCase) || text.Contains("ISO 8601", StringComparison.OrdinalIgnoreCase)));
    }

    private static bool Mentions(RawNode node, string word) => node.ToString().Contains(word, StringComparison.OrdinalIgnoreCase);

    private readonly record struct PageInput(string Name, PagePart Part, RawNode Node, RawNode Schema, string? Description, string Place);
}
