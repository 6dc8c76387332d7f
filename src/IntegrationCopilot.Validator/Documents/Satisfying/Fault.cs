namespace IntegrationCopilot.Validator;

/// <summary>Why no value meets a schema.</summary>
/// <param name="Reason">What excludes what, as the end of a sentence.</param>
/// <param name="IsTold">Whether it is said elsewhere: at the schema that is the cause, by a rule about keywords, or by the author, who wrote a schema that
/// means nothing.</param>
internal sealed record Fault(string Reason, bool IsTold = false)
{
    public static readonly Fault Told = new("", IsTold: true);

    /// <summary>A part in the words of a reason, for example <c>'type' (line 7)</c>.</summary>
    public static string Name(SchemaNode part, string keyword)
    {
        var node = part.Source[keyword].IsDefined ? part.Source[keyword] : part.Source;
        return $"'{keyword}' (line {node.Location.Line})";
    }
}
