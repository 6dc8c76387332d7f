namespace IntegrationCopilot.SpecEngine;

/// <summary>Where things lie in an answer, as <see cref="ResourceAnswer"/> without its operation.</summary>
internal sealed record AnswerShape(string Status, string Envelope, AnswerForm Form, string Item, RawNode Schema)
{
    public ResourceAnswer For(ApiOperation operation) => new(operation, Status, Envelope, Form, Item, Schema);
}
