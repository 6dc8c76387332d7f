namespace IntegrationCopilot.SpecEngine;

/// <summary>Finds the fields that hold a resource's identifier in what its operations answer and take.</summary>
internal sealed class IdentifierFinder(AnswerReader answers)
{
    private const double Least = 0.5;

    public void Find(ResourceDraft draft)
    {
        var names = Names(draft);
        if (names.Count == 0) return;
        var aliases = Aliases(draft);
        List<ResourceEvidence> evidence = [];
        var confidence = 1.0;
        List<IdentifierPart> parts = [];
        foreach (var name in names)
        {
            var part = Part(draft, name, aliases, evidence, out var score);
            parts.Add(part);
            confidence = Math.Min(confidence, score);
        }
        var last = parts[^1];
        var field = draft.Read is not null ? last.Read : draft.Create is not null ? last.Create : last.ListItem is "" ? null : last.ListItem;
        draft.Identifier = new ResourceIdentifier { Parts = parts, Field = field, Source = SourceOf(draft, parts[^1]),
            Confidence = Math.Clamp(confidence, 0, 1), Evidence = evidence };
    }

    /// <summary>The parameters as the thing's own path spells them; of a call, the one that takes it.</summary>
    private static List<string> Names(ResourceDraft draft)
    {
        if (draft.IsCalled) return draft.CallParameter is { } parameter ? [parameter] : [];
        if (draft.ItemPath is not { } path) return [.. draft.KeySteps.SelectMany(step => step.Segment.Parameters)];
        var steps = PathSteps.Of(path);
        return [.. draft.KeySteps.Where(step => step.Depth <= steps.Count).SelectMany(step => steps[step.Depth - 1].Parameters)];
    }

    private IdentifierPart Part(ResourceDraft draft, string name, HashSet<string> aliases, List<ResourceEvidence> evidence, out double score)
    {
        var parameter = draft.Operations.SelectMany(o => o.Parameters).FirstOrDefault(p => p.Name == name
            && p.Place is ParameterPlace.Path or ParameterPlace.Query);
        var asked = new IdentifierQuestion(FoldedName.Of(name), aliases) { Words = draft.Words, Told = IdentifierQuestion.ToldBy(parameter?.Description) };
        var read = Field(draft.AnswerOf(draft.Read ?? draft.Update ?? draft.Replace), asked, parameter);
        var list = Field(draft.AnswerOf(draft.List), asked, parameter);
        var create = Same(draft.AnswerOf(draft.Create), read ?? list, asked, parameter) ?? Field(draft.AnswerOf(draft.Create), asked, parameter);
        var request = draft.Create is { } creating && answers.Request(creating, draft.Word) is { } body ? Field(body.For(creating), asked, parameter) : null;
        if ((read ?? list ?? create ?? request) is null)
            (read, list) = (Natural(draft.AnswerOf(draft.Read), asked, parameter), Natural(draft.AnswerOf(draft.List), asked, parameter));
        var best = read ?? list ?? create ?? request;
        var isListedAlone = draft.IsCalled && draft.AnswerOf(draft.List) is { Form: AnswerForm.Identifiers };
        score = best is { } found ? found.Score + (read is not null && list is not null ? 0.1 : 0) + (isListedAlone ? 0.2 : 0) : 0.3;
        if (best is { } shown) evidence.Add(new ResourceEvidence(shown.Rule, shown.Node));
        return new IdentifierPart(name)
        {
            Read = draft.Read is null ? null : Pointer(draft.AnswerOf(draft.Read), read),
            Create = Pointer(draft.AnswerOf(draft.Create), create),
            ListItem = draft.AnswerOf(draft.List) is { Form: AnswerForm.Identifiers or AnswerForm.Map } ? "" : list?.Pointer,
            // A call whose things are listed by nothing but their names is told which one by the name that it was made with.
            Request = request is { } sent && sent.Score >= (isListedAlone ? Least : 0.55) && draft.Create is { } op
                ? answers.Request(op, draft.Word)!.Envelope + sent.Pointer
                : null,
        };
    }

    private static string? Pointer(ResourceAnswer? answer, Found? found) =>
        answer is null || found is null ? null
            : answer.Envelope + (answer.Form == AnswerForm.Array ? "/*" : "") + answer.Item + found.Value.Pointer;

    private static string Escaped(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private Found? Field(ResourceAnswer? answer, IdentifierQuestion asked, ApiParameter? parameter)
    {
        if (answer is null || answer.Form is AnswerForm.Identifiers) return null;
        Found? best = null;
        var fields = answers.FieldsOf(answer.Schema);
        foreach (var (written, field) in fields)
        {
            var folded = FoldedName.Of(written);
            if (folded == asked.Parameter && Within(field, parameter) is { } inner && (best is null || inner.Score > best.Value.Score)) best = inner;
            if (IdentifierScores.OfName(asked, folded) is not { } score) continue;
            var value = score.Value - Against(field, folded, asked, parameter);
            if (folded != asked.Parameter && IsOutdone(field, fields, asked, parameter)) continue;
            if (value >= Least - 0.001 && (best is null || value > best.Value.Score)) best = new Found(field, Step(field), value, score.Rule);
        }
        return best;
    }

    /// <summary>Whether a field has another type than the parameter, and one that is called as the parameter has the same.</summary>
    private bool IsOutdone(RawNode field, IReadOnlyDictionary<string, RawNode> fields, IdentifierQuestion asked, ApiParameter? parameter) =>
        Wanted(parameter) is { } wanted && TypeOf(answers.Resolve(field)) is { } given && given != wanted
        && fields.Any(other => FoldedName.Of(other.Key) == asked.Parameter && TypeOf(answers.Resolve(other.Value)) == wanted);

    /// <summary>The field that another answer has found to be the name, where this one has it too: of <c>idOrKey</c> all answers mean the same.</summary>
    private Found? Same(ResourceAnswer? answer, Found? known, IdentifierQuestion asked, ApiParameter? parameter)
    {
        if (answer is null or { Form: AnswerForm.Identifiers } || known is not { } found || found.Pointer != Step(found.Node)
            || !answers.FieldsOf(answer.Schema).TryGetValue(found.Node.Name, out var field)
            || IdentifierScores.OfName(asked, FoldedName.Of(found.Node.Name)) is not { } score)
            return null;
        var value = score.Value - Against(field, FoldedName.Of(found.Node.Name), asked, parameter);
        return value >= Least - 0.001 ? new Found(field, found.Pointer, value, score.Rule) : null;
    }

    /// <summary>The natural key of a thing that has nothing else, where the parameter does not ask for something else.</summary>
    private Found? Natural(ResourceAnswer? answer, IdentifierQuestion asked, ApiParameter? parameter)
    {
        if (answer is null || answer.Form is AnswerForm.Identifiers || asked.IsIdentifier) return null;
        var fields = answers.FieldsOf(answer.Schema);
        return fields.Keys.Any(name => IdentifierScores.IsIdentifier(FoldedName.Of(name), asked.Aliases)) ? null : Key(fields, "", parameter, Least);
    }

    /// <summary>Of an object that is named as the parameter, such as the owner of a thing, what tells it from others.</summary>
    private Found? Within(RawNode field, ApiParameter? parameter) =>
        answers.IsObject(field) && !answers.IsArray(field) ? Key(answers.FieldsOf(field), Step(field), parameter, 0.7) : null;

    /// <summary>The natural key among some fields.</summary>
    private Found? Key(IReadOnlyDictionary<string, RawNode> fields, string before, ApiParameter? parameter, double score)
    {
        foreach (var key in IdentifierScores.Natural)
            foreach (var (written, field) in fields)
                if (FoldedName.Of(written) == key && TypeOf(answers.Resolve(field)) == "string" && Wanted(parameter) is null or "string")
                    return new Found(field, before + Step(field), score, InferenceRule.FieldIsKey);
        return null;
    }

    private static string Step(RawNode field) => "/" + Escaped(field.Name);

    private string? Wanted(ApiParameter? parameter) => parameter is { Schema.IsDefined: true } ? TypeOf(answers.Resolve(parameter.Schema)) : null;

    /// <summary>
    /// What speaks against a field: it holds no plain value, or one of another type. A text that the document calls a name is no number.
    /// </summary>
    private double Against(RawNode field, string name, IdentifierQuestion asked, ApiParameter? parameter)
    {
        if (answers.IsArray(field) || answers.IsObject(field)) return 0.5;
        var schema = answers.Resolve(field);
        if (schema.FindMember("type"u8).IsString("boolean")) return 0.5;
        if (Wanted(parameter) is not { } wanted || TypeOf(schema) is not { } given || wanted == given) return 0;
        if (wanted == "integer" && !IdentifierScores.IsIdentifier(name) && IdentifierScores.IsKey(name)) return 0.5;
        return IdentifierScores.IsIdentifier(name) && asked is { IsWhole: true, Told: { } told } && IdentifierScores.IsKey(told) ? 0.35 : 0.04;
    }

    private static string? TypeOf(RawNode schema) => schema.FindMember("type"u8).GetString() is { } type ? type == "number" ? "integer" : type : null;

    private static HashSet<string> Aliases(ResourceDraft draft)
    {
        HashSet<string> aliases = new(StringComparer.Ordinal) { draft.Word, draft.Words[^1] };
        aliases.Add(FoldedName.Singular(draft.Collection.Segment.Text));
        aliases.Add(string.Concat(ResourceWords.SchemaName(draft.Schema)));
        if (draft.CallParameter is { } parameter) aliases.Add(FoldedName.Of(parameter));
        aliases.Remove("");
        return aliases;
    }

    private static IdentifierSource SourceOf(ResourceDraft draft, IdentifierPart part)
    {
        if (part.Create is not null) return IdentifierSource.Answer;
        if (draft.Create is not null && (draft.Create == draft.Replace || draft.Create.Method == "PUT" || part.Request is not null))
            return IdentifierSource.Request;
        if (draft.AnswerOf(draft.List) is { Form: AnswerForm.Map }) return IdentifierSource.Key;
        if (draft.Create?.Responses.Any(r => r.Headers.Any(h => h.Name.Equals("Location", StringComparison.OrdinalIgnoreCase))) == true)
            return IdentifierSource.Location;
        if (part.Read is not null && draft.Create is null) return IdentifierSource.Answer;
        return part.ListItem is not null ? IdentifierSource.List : part.Read is not null ? IdentifierSource.Answer : IdentifierSource.Location;
    }

    /// <summary>A field that may hold the identifier.</summary>
    /// <param name="Node">The field.</param>
    /// <param name="Pointer">From the thing to the field.</param>
    private readonly record struct Found(RawNode Node, string Pointer, double Score, InferenceRule Rule);
}
