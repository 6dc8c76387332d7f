namespace IntegrationCopilot.SpecEngine;

/// <summary>A resource while it is being found out.</summary>
internal sealed class ResourceDraft
{
    public required ResourceKind Kind { get; set; }

    /// <summary>Where one of them is; null for singletons and what is only listed.</summary>
    public PathNode? Item { get; init; }

    /// <summary>Where all of them are; the place of a singleton.</summary>
    public required PathNode Collection { get; set; }

    /// <summary>The steps that hold its own parameters.</summary>
    public IReadOnlyList<PathNode> KeySteps { get; init; } = [];

    /// <summary>Words of its name, the last in the singular.</summary>
    public required List<string> Words { get; init; }

    public string Name { get; set; } = "";

    public ResourceDraft? Parent { get; set; }

    public ApiOperation? Create { get; set; }

    public ApiOperation? List { get; set; }

    public ApiOperation? Read { get; set; }

    public ApiOperation? Update { get; set; }

    public ApiOperation? Replace { get; set; }

    public ApiOperation? Delete { get; set; }

    public List<ApiOperation> Actions { get; } = [];

    public List<ResourceAnswer> Answers { get; } = [];

    public RawNode Schema { get; set; }

    public ResourceIdentifier? Identifier { get; set; }

    public double Confidence { get; set; }

    public List<ResourceEvidence> Evidence { get; } = [];

    /// <summary>Whether its operations are calls, and no path names one of them.</summary>
    public bool IsCalled { get; init; }

    /// <summary>Name of the query parameter or body field that takes the identifier where operations are calls; null where the path does.</summary>
    public string? CallParameter { get; set; }

    /// <summary>Path of one of them as the operation that reads it writes it; null when nothing ends there.</summary>
    public string? ItemPath
    {
        get
        {
            var own = new[] { Read, Update, Replace, Delete }.FirstOrDefault(o => o is not null && Item?.Operations.Contains(o) == true);
            return own?.Path ?? Item?.Path;
        }
    }

    public void SetList(ApiOperation operation, AnswerShape? shape)
    {
        List = operation;
        if (shape is not null) Answers.Add(shape.For(operation));
    }

    public void SetRead(ApiOperation operation, AnswerShape? shape)
    {
        Read = operation;
        if (shape is not null) Answers.Add(shape.For(operation));
    }

    public string Word => string.Concat(Words);

    public IEnumerable<ApiOperation> Operations =>
        new[] { Create, List, Read, Update, Replace, Delete }.OfType<ApiOperation>().Distinct<ApiOperation>(ReferenceEqualityComparer.Instance).Concat(Actions);

    public ResourceAnswer? AnswerOf(ApiOperation? operation) => operation is null ? null : Answers.Find(answer => ReferenceEquals(answer.Operation, operation));
}
