namespace IntegrationCopilot.SpecEngine;

/// <summary>Finds the thing as it is afterwards in the answers of what acts on it, and what is told of it when it is removed.</summary>
internal sealed class AfterwardsFinder(InferenceContext context)
{
    private const int FewestFields = 3;

    public void AddAnswers(ResourceDraft draft)
    {
        if (!draft.Schema.IsDefined) return;
        foreach (var operation in draft.Actions)
            if (Shape(draft, operation) is { } shape && IsThing(draft.Schema, shape.Schema)) draft.Answers.Add(shape.For(operation));
        if (draft.Delete is { } delete && Shape(draft, delete) is { } told && (IsThing(draft.Schema, told.Schema) || NamesThing(draft.Schema, told.Schema)))
            draft.Answers.Add(told.For(delete));
    }

    private AnswerShape? Shape(ResourceDraft draft, ApiOperation operation) =>
        draft.AnswerOf(operation) is null && context.Answers.Thing(operation, draft.Word, draft.Schema) is { Form: AnswerForm.One } shape ? shape : null;

    /// <summary>The same schema, or one written in place with fields of the thing only.</summary>
    private bool IsThing(RawNode thing, RawNode answer)
    {
        if (context.Answers.Resolve(answer) == context.Answers.Resolve(thing)) return true;
        if (ResourceWords.SchemaName(answer).Count > 0 && ResourceWords.SchemaName(thing).Count > 0) return false;
        var (shown, own) = (context.Answers.FieldsOf(answer), context.Answers.FieldsOf(thing));
        return shown.Count >= Math.Min(FewestFields, own.Count) && shown.Count > 0 && shown.Keys.All(own.ContainsKey);
    }

    private bool NamesThing(RawNode thing, RawNode answer) =>
        context.Answers.FieldsOf(answer).ContainsKey("id") && context.Answers.FieldsOf(thing).ContainsKey("id");
}
