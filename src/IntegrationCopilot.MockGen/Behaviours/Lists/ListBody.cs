using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Writes the body of a list: the things in the form the operation shows them, and around them what the document shows, made true.</summary>
internal sealed class ListBody(ThingCall call, PagePlan plan)
{
    private readonly ListEnvelope envelope = new(plan, call.Answer.Envelope);

    public MockReply Write(MockReply shell, ApiMediaType media, ListPage page, PageLinks links)
    {
        if (call.Answer.IsPlainArray) return call.Answer.Judged(shell, media, Spliced(page.Items));
        var things = Things(page.Items);
        if (call.Answer.Envelope.Count == 0) return call.Answer.Judged(shell, media, JsonTrees.Write(things));
        bool Accepts(byte[] json) => !media.Schema.IsDefined || call.Kind.Model.Schemas.For(media.Schema, MessageDirection.Response).IsValid(json);
        return call.Answer.Judged(shell, media, envelope.Write(shell.Body, things, page, links, Accepts)
            ?? envelope.Write(shell.Body, things, page, links, NothingSpelling.Absent));
    }

    /// <summary>The array of what is kept, text by text.</summary>
    private static byte[] Spliced(IReadOnlyList<MockThing> things)
    {
        var length = 2 + Math.Max(0, things.Count - 1);
        foreach (var thing in things) length += thing.Json.Length;
        var json = new byte[length];
        json[0] = (byte)'[';
        var at = 1;
        foreach (var thing in things)
        {
            if (at > 1) json[at++] = (byte)',';
            thing.Json.Span.CopyTo(json.AsSpan(at));
            at += thing.Json.Length;
        }
        json[at] = (byte)']';
        return json;
    }

    private JsonNode Things(IReadOnlyList<MockThing> things)
    {
        var form = call.Answer.Described!.Form;
        if (form == AnswerForm.Map)
        {
            var map = new JsonObject();
            foreach (var thing in things) map[thing.Id] = Shown(thing);
            return map;
        }
        var list = new JsonArray();
        if (form == AnswerForm.Identifiers) foreach (var name in things.Select(Identifier).Where(IsListed)) list.Add(name);
        else foreach (var thing in things) list.Add(Shown(thing));
        return list;
    }

    /// <summary>Whether the list allows a name: what is called otherwise is not in it.</summary>
    private bool IsListed(JsonNode? name) => call.Answer.Described!.Schema is { IsDefined: false }
        || call.Kind.Model.Schemas.For(call.Answer.Described.Schema, MessageDirection.Response).IsValid(JsonTrees.Write(name));

    private JsonNode? Shown(MockThing thing)
    {
        if (JsonTrees.Parse(thing.Json) is not JsonObject whole) return null;
        var shown = call.Answer.Show(whole);
        if (call.Answer.Item.Count == 0) return shown;
        var holder = call.Answer.Holder();
        holder.Set(call.Answer.Item, shown);
        if (holder[PageLinks.OwnCursor] is JsonValue place && place.GetValueKind() == JsonValueKind.String)
            holder[PageLinks.OwnCursor] = ListPage.CursorOf(thing);
        return holder;
    }

    /// <summary>What names a thing; where nothing within it does, what it is kept under.</summary>
    private JsonNode? Identifier(MockThing thing) =>
        call.Kind.IdentifierWays is [.., { Length: > 0 } way] && JsonTrees.Parse(thing.Json) is JsonObject whole && whole.Find(way) is { } within
            ? within.DeepClone()
            : JsonValue.Create(thing.Id[(thing.Id.LastIndexOf(ThingScope.Separator) + 1)..]);
}
