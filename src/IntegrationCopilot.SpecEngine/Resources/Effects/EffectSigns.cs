namespace IntegrationCopilot.SpecEngine;

/// <summary>Everything about one operation that tells its effect: where it stands, and the verbs of path, operation id and summary.</summary>
internal sealed class EffectSigns
{
    public EffectSigns(ApiOperation operation, PathNode node)
    {
        Operation = operation;
        Node = node;
        Name = NameVerb.Of(operation.OperationId, operation.Method);
        Summary = SummaryVerb.Of(operation.Summary) ?? SummaryVerb.Of(operation.Description);
        Path = PathVerb.Of(node, Agrees);
    }

    public ApiOperation Operation { get; }

    public PathNode Node { get; }

    public Verb? Path { get; }

    public Verb? Name { get; }

    public Verb? Summary { get; }

    /// <summary>Whether the path ends in a word, and no parameter stands before it.</summary>
    public bool NamesNothing => Node.Way().TrueForAll(step => !step.IsParameter);

    public bool Answers(string status) => Operation.Responses.Any(response => response.Status == status);

    public ResourceEvidence PathEvidence => new(InferenceRule.PathVerb, Operation.Node);

    public ResourceEvidence NameEvidence => new(InferenceRule.OperationIdVerb, Operation.Node.FindMember("operationId"u8));

    public ResourceEvidence SummaryEvidence =>
        new(InferenceRule.SummaryVerb, Operation.Node.FindMember("summary"u8) is { IsDefined: true } summary ? summary : Operation.Node.FindMember("description"u8));

    /// <summary>The worse of what path and name say; null when both are silent or safe.</summary>
    public Verb? Unsafe
    {
        get
        {
            Verb? path = Path is { IsSafe: false } ? Path : null;
            Verb? name = Name is { IsSafe: false } ? Name : null;
            if (path is null || name is null) return path ?? name;
            if (name.Value.Effect > OperationEffect.Changes && name.Value.Effect > path.Value.Effect) return name;
            return path is { Effect: <= OperationEffect.Changes, MayBeNoun: true } ? name : path;
        }
    }

    private bool Agrees(Verb verb) => (Name is { } name && name.Stem == verb.Stem) || (Summary is { } summary && summary.Stem == verb.Stem);
}
