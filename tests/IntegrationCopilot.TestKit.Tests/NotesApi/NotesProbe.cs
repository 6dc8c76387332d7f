using System.Text.Json.Nodes;
using IntegrationCopilot.TestKit.Tests.BuggyApi;

namespace IntegrationCopilot.TestKit.Tests.NotesApi;

/// <summary>Everything that one would try by hand on the API of notes, knowing nothing of the suite.</summary>
internal static class NotesProbe
{
    private const string Authorization = "Authorization";
    private const string Nobody = "00000000-0000-4000-8000-000000000000";
    private const string Right = """{"title":"Milk","colour":"blue","priority":2}""";

    public static async Task<string> RunAsync(Uri baseUrl)
    {
        using var client = new HttpClient { BaseAddress = baseUrl };
        var talk = new Conversation(client, Authorization, $"Bearer {NotesServer.Token}");
        var path = $"notes/{(await talk.AskAsync("POST", "notes", Right))?["id"]}";
        await talk.AskAsync("GET", path);
        await talk.AskAsync("PUT", path, """{"title":"Bread","colour":"white","priority":1,"tags":["home"]}""");
        await talk.AskAsync("GET", path);
        await talk.AskAsync("GET", "notes?limit=50");
        await talk.AskAsync("GET", "notes?limit=3");
        await talk.AskAsync("GET", "notes?limit=3&offset=3");
        await talk.AskAsync("GET", "notes?colour=blue&limit=50");
        await talk.AskAsync("DELETE", path);
        await talk.AskAsync("GET", path);
        await talk.AskAsync("GET", $"notes/{Nobody}");
        await WrongAsync(talk);
        return talk.Written;
    }

    private static async Task WrongAsync(Conversation talk)
    {
        foreach (var (field, value) in (IEnumerable<(string, string)>)[("title", "7"), ("title", "\"\""), ("title", $"\"{new string('t', 81)}\""),
            ("priority", "\"2\""), ("priority", "0"), ("priority", "6"), ("colour", "\"pink\""), ("surprise", "1"), ("tags", """["a","a"]""")])
        {
            var body = JsonNode.Parse(Right)!.AsObject();
            body[field] = JsonNode.Parse(value);
            await talk.AskAsync("POST", "notes", body.ToJsonString());
        }

        await talk.AskAsync("POST", "notes", "{ nonsense");
        await talk.AskAsync("POST", "notes", Right, ("Content-Type", "text/plain"));
        await talk.AskAsync("GET", "notes?limit=51");
        await talk.AskAsync("GET", "notes?limit=many");
        await talk.AskAsync("GET", "notes/no-id");
        await talk.AskAsync("PATCH", "notes", "{}");
        foreach (var token in (IEnumerable<string?>)[null, "Bearer wrong-token-000000", "Bearer"])
            await talk.AskAsync("GET", "notes?limit=1", null, (Authorization, token));
    }
}
