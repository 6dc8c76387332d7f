namespace IntegrationCopilot.SpecEngine;

/// <summary>Checks the parameters of OpenAPI 2.0.</summary>
internal static class Parameter2Checks
{
    public static void Parameter(CheckContext context, RawNode parameter)
    {
        var name = parameter.FindMember("name"u8).GetScalarText() ?? "";
        var place = parameter.FindMember("in"u8).GetString();
        if (name.Length == 0 || place is not ("path" or "query" or "header" or "body" or "formData"))
        {
            context.Report(MessageRules.ParameterIncomplete, parameter, name.Length == 0 ? "name" : "in", "path, query, header, formData or body");
            return;
        }
        if (place == "path" && parameter.FindMember("required"u8).GetBoolean() != true) context.Report(MessageRules.PathOptional, parameter, Excerpt.Of(name));
        if (place == "header") ParameterChecks.Header(context, parameter, name);
        if (TypeTrouble(parameter, place) is { } trouble) context.Report(MessageRules.Parameter2Type, parameter, Excerpt.Of(name), place, trouble);
    }

    /// <summary>The body and form parameters, and repeated ones, of an operation or path item.</summary>
    public static void OfOwner(CheckContext context, RawNode owner)
    {
        ParameterChecks.Duplicates(context, owner);
        var places = owner.FindMember("parameters"u8).Children.Select(p => context.Documents.Resolve(p).FindMember("in"u8).GetString()).ToList();
        var bodies = places.Count(p => p == "body");
        if (bodies > 1) context.Report(MessageRules.SeveralBodies, owner.FindMember("parameters"u8), $"{bodies} body parameters");
        else if (bodies == 1 && places.Contains("formData"))
            context.Report(MessageRules.SeveralBodies, owner.FindMember("parameters"u8), "a body parameter beside form fields");
    }

    private static string? TypeTrouble(RawNode parameter, string place)
    {
        if (place == "body") return parameter.FindMember("schema"u8).IsDefined ? null : "has no schema. Describe the body under 'schema'";
        var type = parameter.FindMember("type"u8);
        if (!type.IsDefined)
            return parameter.FindMember("schema"u8).IsDefined ? "has a schema, which is for bodies. Put its keywords beside 'in'" : "has no type. Add one";
        return type.GetString() switch
        {
            "string" or "number" or "integer" or "boolean" => null,
            "array" => parameter.FindMember("items"u8).IsDefined ? null : "is an array without 'items'. Say what it holds",
            "file" => place == "formData" ? null : "cannot be a file. Put it in formData",
            _ => $"cannot be of type '{Excerpt.Of(type.GetScalarText() ?? "")}'. Use string, number, integer, boolean or array",
        };
    }
}
