namespace IntegrationCopilot.SpecEngine;

/// <summary>Tells parameters that name things from those that choose a report, a language or a year.</summary>
internal sealed class ItemJudge(InferenceContext context)
{
    /// <summary>Whether what lies before a parameter can be a collection: no call, no list of something else.</summary>
    public bool MayHold(PathNode item, PathNode collection)
    {
        if (collection.Parent is null || ResourceWords.IsVersion(collection.Segment.Text))
            return collection.Operations.Count > 0
                || (item.Has("GET") ? 1 : 0) + (item.Has("PATCH") || item.Has("PUT") ? 1 : 0) + (item.Has("DELETE") ? 1 : 0) >= 2;
        if (item.Find("GET") is { } get && item.ParameterChild is { Operations.Count: > 0 } && context.Answers.OnlyList(get, "") is not null) return false;
        return collection.IsParameter || !IsCall(item, collection);
    }

    public bool IsItem(PathNode item, PathNode collection, AnswerShape? list, Reading read)
    {
        var adds = collection.Find("POST") is { } post
            && (context.Does(post, OperationEffect.Creates) || context.EffectOf(post) is { Effect: OperationEffect.Changes, Confidence: < 0.6 });
        if (item.Has("PUT") || item.Has("PATCH") || item.Has("DELETE")) return true;
        if (read.Shape is { } shape) return list is not null || adds || HasOwnField(item, collection, shape);
        if (read.Is) return list is not null || adds;
        if (item.Has("GET")) return false;
        return item.Operations.Count == 0 ? adds && item.Children.Count > 0 : adds || list is not null;
    }

    /// <summary><c>/removeContact/{id}</c> is a call, and <c>/password-reset/{token}</c>, where nothing is read.</summary>
    private bool IsCall(PathNode item, PathNode collection)
    {
        if (collection.Operations.Count == 0 && PathVerb.Of(item, static _ => false) is { MayBeNoun: false, Form: VerbForm.Base }) return true;
        if (item.Has("GET") && context.Answers.Thing(item.Find("GET")!, "") is not null || collection.Has("GET")) return false;
        return EffectWords.WordsOf(collection.Segment.Text) is { Count: > 1 } words
            && (words[0] is "forgot" || words[^1] is "reset" or "confirmation" or "activation" or "verification" or "activate" or "confirm" or "verify");
    }

    /// <summary>A path that only answers may be a report on a year, a country or a language: it is a thing when the answer holds what names it.</summary>
    private bool HasOwnField(PathNode item, PathNode collection, AnswerShape read)
    {
        var parameter = item.Find("GET")!.Parameters.FirstOrDefault(p => p.Place == ParameterPlace.Path && p.Name == item.Segment.Parameters[^1]);
        if (parameter is { Schema.IsDefined: true } && context.Answers.Resolve(parameter.Schema).FindMember("enum"u8).IsArray) return false;
        var name = FoldedName.Of(item.Segment.Parameters[^1]);
        HashSet<string> aliases = [FoldedName.Singular(collection.Literal.Segment.Text), string.Concat(ResourceWords.SchemaName(read.Schema))];
        var asked = new IdentifierQuestion(name, aliases);
        return context.Answers.FieldsOf(read.Schema).Keys.Any(field => IdentifierScores.OfName(asked, FoldedName.Of(field)) is { Value: >= 0.7 });
    }
}
