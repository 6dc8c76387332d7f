namespace IntegrationCopilot.SpecEngine;

/// <summary>Checks the keywords of one schema against each other.</summary>
internal static class SchemaKeywordChecks
{
    private const int MaxCompared = 100_000;

    public static void Schema(CheckContext context, RawNode schema)
    {
        foreach (var keyword in schema.Children)
        {
            var name = keyword.NameBytes;
            if (name.Length < 4) continue;
            switch (name[0])
            {
                case (byte)'m' when name[1] == (byte)'i' || name[1] == (byte)'u': Bound(context, schema, keyword); break;
                case (byte)'m' when name.StartsWith("maxL"u8) || name.StartsWith("maxI"u8) || name.StartsWith("maxP"u8): Count(context, keyword); break;
                case (byte)'r' when name.SequenceEqual("required"u8): Repeats(context, keyword); break;
                case (byte)'e' when name.SequenceEqual("enum"u8): Enum(context, schema, keyword); break;
                case (byte)'t' when name.SequenceEqual("type"u8): Type(context, schema, keyword); break;
                case (byte)'a' or (byte)'o' when name.SequenceEqual("allOf"u8) || name.SequenceEqual("anyOf"u8)
                    || name.SequenceEqual("oneOf"u8): NotEmpty(context, keyword); break;
            }
        }
    }

    private static void Bound(CheckContext context, RawNode schema, RawNode keyword)
    {
        var name = keyword.Name;
        if (name == "multipleOf")
        {
            if (keyword.GetDouble() is <= 0) context.Report(SchemaKeywordRules.Count, keyword, name, "greater than 0", keyword.GetScalarText());
            return;
        }
        if (name is not ("minimum" or "minLength" or "minItems" or "minProperties")) return;
        if (name != "minimum") Count(context, keyword);
        var upper = schema["max" + name[3..]];
        if (keyword.GetDouble() is { } low && upper.GetDouble() is { } high && low > high)
            context.Report(SchemaKeywordRules.Bounds, keyword, name, keyword.GetScalarText(), upper.Name, upper.GetScalarText());
    }

    private static void Count(CheckContext context, RawNode keyword)
    {
        if (keyword.Kind == RawKind.Number && keyword.GetDouble() is { } number && (number < 0 || number != Math.Floor(number)))
            context.Report(SchemaKeywordRules.Count, keyword, keyword.Name, "a whole number from 0 on", keyword.GetScalarText());
    }

    private static void Type(CheckContext context, RawNode schema, RawNode keyword)
    {
        if (keyword.IsArray)
            foreach (var item in keyword.Children) KnownType(context, item);
        else KnownType(context, keyword);
        if (context.Edition < OpenApiEdition.V31 && keyword.IsString("array") && !schema.FindMember("items"u8).IsDefined)
            context.Report(SchemaKeywordRules.NoItems, schema);
    }

    private static void KnownType(CheckContext context, RawNode type)
    {
        if (type.GetString() is not { } name || name is "string" or "number" or "integer" or "boolean" or "array" or "object") return;
        if ((name == "null" && context.Edition >= OpenApiEdition.V31) || (name == "file" && context.Edition == OpenApiEdition.V20)) return;
        context.Report(SchemaKeywordRules.UnknownType, type, Excerpt.Of(name), context.Edition >= OpenApiEdition.V31 ? " or null" : "");
    }

    private static void Enum(CheckContext context, RawNode schema, RawNode values)
    {
        NotEmpty(context, values);
        Repeats(context, values);
        var fallback = schema.FindMember("default"u8);
        if (!values.IsArray || values.Count == 0 || fallback.Kind is not (RawKind.String or RawKind.Number)) return;
        var text = fallback.GetScalarText();
        if (!values.Children.Any(v => v.GetScalarText() == text || (v.GetDouble() is { } number && number == fallback.GetDouble())))
            context.Report(SchemaKeywordRules.DefaultNotListed, fallback, $"'{Excerpt.Of(text!)}'");
    }

    private static void NotEmpty(CheckContext context, RawNode list)
    {
        if (list is { IsArray: true, Count: 0 }) context.Report(SchemaKeywordRules.Empty, list, list.Name);
    }

    /// <summary>Reports a list once that repeats a scalar.</summary>
    private static void Repeats(CheckContext context, RawNode list)
    {
        if (list.Count < 2) return;
        HashSet<(RawKind, string)> seen = new(Math.Min(list.Count, MaxCompared));
        foreach (var item in list.Children)
        {
            if (item.GetScalarText() is not { } text || seen.Add((item.Kind, text))) continue;
            context.Report(SchemaKeywordRules.Repeated, item, list.Name, $"'{Excerpt.Of(text)}'");
            return;
        }
    }
}
