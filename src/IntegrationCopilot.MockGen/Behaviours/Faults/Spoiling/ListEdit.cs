using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>The items of a list's answer, ready to be changed.</summary>
internal sealed class ListEdit
{
    private readonly MockReply reply;
    private readonly IReadOnlyList<string>? idWay;

    private ListEdit(MockReply reply, JsonNode root, JsonArray items, IReadOnlyList<string>? idWay)
    {
        this.reply = reply;
        this.idWay = idWay;
        (Root, Items) = (root, items);
    }

    public JsonNode Root { get; }

    public JsonArray Items { get; }

    /// <summary>Finds the items where the document says they are; null when the answer is no list.</summary>
    public static ListEdit? Of(FaultSubject subject, MockReply reply)
    {
        if (reply.Status is < 200 or >= 300 || JsonTrees.Parse(reply.Body) is not { } root) return null;
        var answer = subject.Resource?.AnswerOf(subject.Operation);
        IReadOnlyList<string> way = subject.Paging?.Items is { } items ? items.Tokens : answer is { Form: AnswerForm.Array } ? TokensOf(answer.Envelope) : [];
        return root.Find(way) is JsonArray found ? new ListEdit(reply, root, found, IdWay(subject.Resource, answer)) : null;
    }

    /// <summary>The identifier of an item; null when it has none.</summary>
    public string? IdOf(JsonNode? item) => idWay is null ? null : item.Find(idWay).ScalarText();

    /// <summary>The answer as changed.</summary>
    public MockReply ToReply() => reply with { Body = JsonTrees.Write(Root) };

    public static IReadOnlyList<string> TokensOf(string pointer) => NodePointer.TryParse(pointer, out var way) ? way.Tokens : [];

    private static IReadOnlyList<string>? IdWay(ApiResource? resource, ResourceAnswer? answer) =>
        resource?.Identifier?.Parts[^1].ListItem is { } pointer ? TokensOf(answer?.Item + pointer) : null;
}
