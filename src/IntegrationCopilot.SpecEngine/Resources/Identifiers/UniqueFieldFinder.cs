namespace IntegrationCopilot.SpecEngine;

/// <summary>Finds fields of which no two things have the same value: the document calls them unique, or names them where it describes the conflict.</summary>
internal sealed class UniqueFieldFinder(AnswerReader answers)
{
    private static readonly string[] Conflicts = ["already", "exist", "taken", "duplicate", "unique", "in use"];
    private static readonly char[] Separators = [' ', '.', ',', '`', '\'', '"', '(', ')', ':', ';', '/'];

    /// <summary>The names of such fields of what is sent to make one; none where no 409 is described.</summary>
    public IReadOnlyList<string> Of(ApiOperation? create)
    {
        if (create?.Responses.FirstOrDefault(response => response.Status == "409") is not { } conflict) return [];
        var told = ToldIn(conflict.Node.FindMember("description"u8).GetString() ?? "");
        return [.. answers.FieldsOf(AnswerReader.RequestSchema(create)).Where(field => told.Contains(FoldedName.Of(field.Key)) || IsCalledUnique(field.Value))
            .Select(field => field.Key)];
    }

    /// <summary>The words of a text about something that is there already; none of another text.</summary>
    private static HashSet<string> ToldIn(string text) =>
        Array.Exists(Conflicts, word => text.Contains(word, StringComparison.OrdinalIgnoreCase))
            ? [.. text.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(FoldedName.Of)]
            : [];

    private bool IsCalledUnique(RawNode schema) => Says(schema) || Says(answers.Resolve(schema));

    private static bool Says(RawNode schema) =>
        schema.FindMember("description"u8).GetString() is { } text
        && (text.Contains("must be unique", StringComparison.OrdinalIgnoreCase) || text.StartsWith("unique ", StringComparison.OrdinalIgnoreCase)
            || text.Contains(" is unique", StringComparison.OrdinalIgnoreCase));
}
