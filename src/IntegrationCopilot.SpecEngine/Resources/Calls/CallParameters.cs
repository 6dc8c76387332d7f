namespace IntegrationCopilot.SpecEngine;

/// <summary>Finds the query parameter or body field by which calls name their thing: what reading, changing and removing ask for and creating does
/// not.</summary>
internal static class CallParameters
{
    /// <summary>Actions name other things too: a user who is given a role.</summary>
    private const double ActionWeight = 0.3;

    public static string? Of(InferenceContext context, ResourceDraft draft)
    {
        List<(ApiOperation? Operation, double Share)> asking =
            [(draft.Read, 1), (draft.Delete, 1), (draft.Update, 1), .. draft.Actions.Take(5).Select(action => ((ApiOperation?)action, ActionWeight))];
        var isAsked = asking.Exists(one => one is { Share: 1, Operation: not null });
        var made = draft.Create is { } create ? Inputs(context, create).Select(FoldedName.Of).ToHashSet(StringComparer.Ordinal) : [];
        Dictionary<string, (string Name, double Weight)> found = new(StringComparer.Ordinal);
        foreach (var (operation, share) in asking)
            foreach (var name in operation is null ? [] : Inputs(context, operation))
            {
                var folded = FoldedName.Of(name);
                var weight = Weight(draft, folded, made.Contains(folded)) * (isAsked ? share : 1);
                found[folded] = (found.TryGetValue(folded, out var known) ? known.Name : name, (known.Weight is 0 ? 0 : known.Weight) + weight);
            }
        return found.Count == 0 ? null : found.Values.Where(f => f.Weight > 0).OrderByDescending(f => f.Weight).Select(f => f.Name).FirstOrDefault();
    }

    /// <summary>Names that may identify weigh more; what creation asks for too is chosen by the client or no identifier.</summary>
    private static double Weight(ResourceDraft draft, string name, bool asked)
    {
        HashSet<string> aliases = [draft.Word, draft.Words[^1]];
        var score = aliases.Contains(name) ? 0.9 : IdentifierScores.IsIdentifier(name, aliases) ? 1 : IdentifierScores.IsKey(name) ? 0.4
            : name.EndsWith("id", StringComparison.Ordinal) ? 0.5 : 0.1;
        return asked ? score * 0.4 : score;
    }

    /// <summary>Names of required query parameters and body fields; of all where nothing says what is required.</summary>
    private static IEnumerable<string> Inputs(InferenceContext context, ApiOperation operation)
    {
        var query = operation.Parameters.Where(p => p.Place == ParameterPlace.Query && p.Required && MayName(context, p.Schema)).Select(p => p.Name);
        var schema = context.Answers.Resolve(AnswerReader.RequestSchema(operation));
        var fields = context.Answers.FieldsOf(AnswerReader.RequestSchema(operation));
        var required = schema.FindMember("required"u8).Children.Select(n => n.GetString()).OfType<string>().ToList();
        return query.Concat(required.Count > 0 ? required.Where(name => !fields.TryGetValue(name, out var field) || MayName(context, field))
                : fields.Values.Take(40).Where(field => MayName(context, field)).Select(f => f.Name))
            .Where(name => FoldedName.Of(name) is not
            ("token" or "accesstoken" or "apikey" or "auth" or "clientid" or "clientsecret" or "signature" or "apiversion"
                or "nexttoken" or "pagetoken" or "marker" or "cursor" or "maxresults" or "maxrecords" or "pagesize" or "limit" or "offset"
                or "idempotencykey" or "clienttoken" or "clientrequesttoken"));
    }

    /// <summary>Lists and objects name nothing, nor does what has one value only, as the name of the call itself has.</summary>
    private static bool MayName(InferenceContext context, RawNode schema) =>
        !context.Answers.IsArray(schema) && !context.Answers.IsObject(schema) && context.Answers.Resolve(schema)["enum"].Children.Count() != 1;
}
