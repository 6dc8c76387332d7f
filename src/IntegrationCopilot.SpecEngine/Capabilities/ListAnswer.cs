namespace IntegrationCopilot.SpecEngine;

/// <summary>What the answer of an operation says of the list in it: where its items are, what comes next, how much there is.</summary>
internal sealed class ListAnswer
{
    private readonly SchemaStructure fields;
    private readonly ApiResponse? success;
    private readonly IReadOnlyDictionary<string, RawNode> body;
    private readonly string? thing;

    public ListAnswer(ApiOperation operation, SchemaStructure fields)
    {
        this.fields = fields;
        success = operation.Responses.FirstOrDefault(r => r.Status.StartsWith('2')) ?? operation.Responses.FirstOrDefault(r => r.Status == "default");
        body = success is null ? new Dictionary<string, RawNode>() : fields.FieldsOf(success.Content);
        Next = NextIn(body, []);
        thing = Words.Segments(operation.Path).LastOrDefault();
    }

    /// <summary>What follows, named in the answer itself or in one of its envelopes.</summary>
    public AnswerSign? Next { get; }

    public MessageField? NextCursor =>
        Field(name => PageNames.OfOutput(name) is PagePart.Token or PagePart.Cursor) ?? InNext() ?? HeaderOf(PageNames.IsNextHeader);

    public MessageField? NextLink =>
        Field(name => PageNames.OfOutput(name) == PagePart.Link)
            ?? (Next is { Style: PaginationStyle.Link } next && !fields.IsOfType(next.Node, JsonTypes.Object) ? next.Field : null)
            ?? HeaderOf(IsLinkHeader);

    public MessageField? More => Field(PageNames.SaysMore);

    public MessageField? Total => Field(PageNames.SaysTotal) ?? HeaderOf(PageNames.SaysTotal);

    public NodePointer? Items => success is null ? null : ListItems.In(success, body, thing, fields);

    public bool HasArray => success is not null
        && (success.Content.Any(c => fields.IsOfType(c.Schema, JsonTypes.Array)) || body.Values.Any(f => fields.IsOfType(f, JsonTypes.Array)));

    /// <summary>A header that shows pages.</summary>
    /// <param name="hasSize">Whether the caller says how long a page is, so that a <c>Link</c> header is most likely about pages.</param>
    public AnswerSign? Header(bool hasSize)
    {
        foreach (var header in success?.Headers ?? [])
        {
            var field = new MessageField(MessagePlace.Header, header.Name);
            if (PageNames.IsHeader(header.Name)) return new AnswerSign(header.Node, PaginationStyle.Unknown, field);
            if (IsLinkHeader(header.Name) && (hasSize || Mentions(header.Node, "next"))) return new AnswerSign(header.Node, PaginationStyle.Link, field);
        }
        return null;
    }

    private AnswerSign? NextIn(IReadOnlyDictionary<string, RawNode> of, ReadOnlySpan<string> way)
    {
        var more = 0;
        foreach (var (name, node) in of)
        {
            var part = PageNames.OfOutput(name);
            if (StyleOf(part) is { } style) return new AnswerSign(node, style, MessageField.InBody([.. way, name]));
            if (part == PagePart.Envelope && way.IsEmpty && NextIn(fields.FieldsOf(node), [name]) is { } inner) return inner;
            if (part != PagePart.More) continue;
            more++;
            if (!way.IsEmpty && LooseNames.Comparer.Equals(name, "next"))
                return new AnswerSign(node, PaginationStyle.Link, MessageField.InBody([.. way, name]));
        }
        return more >= 2 && of.TryGetValue("next", out var next)
            ? new AnswerSign(next, PaginationStyle.Link, MessageField.InBody([.. way, Spelled(of, "next")]))
            : null;
    }

    private static PaginationStyle? StyleOf(PagePart part) => part switch
    {
        PagePart.Token => PaginationStyle.Token,
        PagePart.Cursor => PaginationStyle.Cursor,
        PagePart.Link => PaginationStyle.Link,
        _ => null,
    };

    /// <summary>The first field of that sort that is no object, in the answer itself or in one of its envelopes.</summary>
    private MessageField? Field(Func<string, bool> isThat)
    {
        foreach (var (name, node) in body)
        {
            if (isThat(name) && !fields.IsOfType(node, JsonTypes.Object)) return MessageField.InBody(name);
            if (PageNames.OfOutput(name) != PagePart.Envelope) continue;
            foreach (var (inner, schema) in fields.FieldsOf(node))
                if (isThat(inner) && !fields.IsOfType(schema, JsonTypes.Object)) return MessageField.InBody(name, inner);
        }
        return null;
    }

    /// <summary>Where what comes next is an object, its only text is what to ask with.</summary>
    private MessageField? InNext()
    {
        if (Next is not { Style: PaginationStyle.Link, Field: { Place: MessagePlace.Body } field } next
            || !fields.IsOfType(next.Node, JsonTypes.Object)) return null;
        var texts = fields.FieldsOf(next.Node).Where(inner => fields.IsOfType(inner.Value, JsonTypes.String)).Take(2).ToList();
        return texts.Count == 1 ? MessageField.InBody([.. field.Pointer.Tokens, texts[0].Key]) : null;
    }

    private MessageField? HeaderOf(Func<string, bool> isThat) =>
        success?.Headers.FirstOrDefault(header => isThat(header.Name)) is { } header ? new MessageField(MessagePlace.Header, header.Name) : null;

    private static bool IsLinkHeader(string name) => name.Equals("Link", StringComparison.OrdinalIgnoreCase);

    private static string Spelled(IReadOnlyDictionary<string, RawNode> of, string name) => of.Keys.First(key => LooseNames.Comparer.Equals(key, name));

    private static bool Mentions(RawNode node, string word) => node.ToString().Contains(word, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Something in an answer that shows pages.</summary>
internal sealed record AnswerSign(RawNode Node, PaginationStyle Style, MessageField Field);
