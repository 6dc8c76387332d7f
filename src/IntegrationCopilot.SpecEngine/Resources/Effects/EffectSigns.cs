namespace IntegrationCopilot.SpecEngine;

/// <summary>Everything about one operation that tells its effect: where it stands, and the verbs of path, operation id and summary.</summary>
internal sealed class EffectSigns
{
    public EffectSigns(ApiOperation operation, PathNode node)
    {
        Operation = operation;
        Node = node;
        Name = NameVerb.Of(operation);
        var words = SummaryVerb.Of(operation.Summary, operation.OperationId);
        // A description is longer and begins with anything: where a summary is silent it may only warn.
        Summary = words ?? (SummaryVerb.Of(operation.Description, operation.OperationId) is { } said
            && (!said.IsSafe || string.IsNullOrWhiteSpace(operation.Summary)) ? said : null);
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
        new(InferenceRule.SummaryVerb, Operation.Node.FindMember("summary"u8) is { IsDefined: true } summary ? summary
            : Operation.Node.FindMember("description"u8));

    /// <summary>The worse of what path and name say; null when both are silent or safe. A path's word that may be a noun gives way to a name's clear
    /// verb.</summary>
    public Verb? Unsafe
    {
        get
        {
            Verb? path = Path is { IsSafe: false } ? Path : null;
            Verb? name = Name is { IsSafe: false } ? Name : null;
            if (path is { MayBeNoun: true } && Name is { MayBeNoun: false } clear && clear.Stem != path.Value.Stem) return clear.IsSafe ? null : clear;
            if (path is null || name is null) return path ?? name;
            if (name.Value.Effect > OperationEffect.Changes && name.Value.Effect > path.Value.Effect) return name;
            return path is { Effect: <= OperationEffect.Changes, MayBeNoun: true } && !name.Value.MayBeNoun ? name : path;
        }
    }

    /// <summary>Names, summary and path as words, for what they are about.</summary>
    public bool IsAbout(Func<string, bool> word) =>
        EffectWords.WordsOf($"{Operation.Path} {Operation.OperationId} {Operation.Summary?[..Math.Min(Operation.Summary.Length, 200)]}").Exists(w => word(w));

    private bool Agrees(Verb verb) => (Name is { } name && name.Stem == verb.Stem) || (Summary is { } summary && summary.Stem == verb.Stem);
}
