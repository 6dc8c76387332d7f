using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>What a client does with the <see cref="Bank"/>.</summary>
internal enum BankAct
{
    CreateAccount,
    CreateWithKey,
    ReadAccount,
    RenameAccount,
    RenameIfMatch,
    CloseAccount,
    DeleteAccount,
    ListAccounts,
    AddNote,
    RemoveNote,
    ListNotes,
    PutLabel,
    ReadLabel,
    RemoveLabel,
    ListLabels,
}

/// <summary>One step of a client.</summary>
/// <param name="Act">What it does.</param>
/// <param name="Which">Which of the things it knows; beyond them one that there is not.</param>
/// <param name="Word">A name, text or colour.</param>
/// <param name="Number">A size, place or choice.</param>
internal readonly record struct BankStep(BankAct Act, int Which, string Word, int Number);

/// <summary>A client of the <see cref="Bank"/> that knows what it did, in plain lists, and holds every answer against that.</summary>
/// <param name="engine">The mock.</param>
/// <param name="name">What tells its labels and keys from those of others.</param>
/// <param name="isAlone">Whether nobody else writes, so that lists hold what it made and nothing else.</param>
internal sealed class BankModel(MockEngine engine, string name, bool isAlone)
{
    private static readonly MessageValidator Validator = new(Described.Read(Bank.Yaml));

    /// <summary>Numbers by their value, and before other names.</summary>
    private static readonly Comparer<string> ByName = Comparer<string>.Create((a, b) => (int.TryParse(a, out var x), int.TryParse(b, out var y)) switch
    {
        (true, true) => x.CompareTo(y),
        (true, false) => -1,
        (false, true) => 1,
        _ => string.Compare(a, b, StringComparison.OrdinalIgnoreCase),
    });

    private readonly List<Account> accounts = [];
    private readonly List<(string Id, string Key)> gone = [];
    private readonly Dictionary<string, (string Word, string Body)> keys = new(StringComparer.Ordinal);
    private readonly List<(string Key, string Colour)> labels = [];

    /// <summary>Identifiers of the accounts it has made and not removed.</summary>
    public IEnumerable<string> Accounts => accounts.Select(a => a.Id);

    public Task PlayAsync(BankStep step) => step.Act switch
    {
        BankAct.CreateAccount => CreateAsync(step.Word),
        BankAct.CreateWithKey => CreateWithKeyAsync(step.Word, $"{name}-{step.Number % 3}"),
        BankAct.ReadAccount => ReadAsync(step.Which),
        BankAct.RenameAccount => RenameAsync(step.Which, step.Word),
        BankAct.RenameIfMatch => RenameIfMatchAsync(step.Which, step.Word),
        BankAct.CloseAccount => CloseAsync(step.Which),
        BankAct.DeleteAccount => DeleteAsync(step.Which),
        BankAct.ListAccounts => isAlone ? ListAsync(step) : Task.CompletedTask,
        BankAct.AddNote => AddNoteAsync(step.Which, step.Word),
        BankAct.RemoveNote => RemoveNoteAsync(step.Which, step.Number),
        BankAct.ListNotes => ListNotesAsync(step.Which, (step.Number % 3) + 1),
        BankAct.PutLabel => PutLabelAsync(step.Number, step.Word),
        BankAct.ReadLabel => ReadLabelAsync(step.Number),
        BankAct.RemoveLabel => RemoveLabelAsync(step.Number),
        _ => ListLabelsAsync(),
    };

    /// <summary>The account of a number; one that is gone or never was has none.</summary>
    private (string Id, Account? Known) Of(int which)
    {
        if (which < accounts.Count) return (accounts[which].Id, accounts[which]);
        return which - accounts.Count < gone.Count ? (gone[which - accounts.Count].Id, null) : ("00000000-0000-4000-8000-000000000000", null);
    }

    private async Task<Account> CreateAsync(string word)
    {
        var (status, body, _) = await SendAsync("POST", "/accounts", Json("name", word));
        (status, (string?)body!["name"], (string?)body["status"]).Should().Be((201, word, "open"));
        accounts.Add(new Account((string)body["id"]!) { Name = word });
        return accounts[^1];
    }

    private async Task CreateWithKeyAsync(string word, string key)
    {
        var (status, body, headers) = await SendAsync("POST", "/accounts", Json("name", word), ("Idempotency-Key", key));
        if (keys.TryGetValue(key, out var before))
        {
            status.Should().Be(before.Word == word ? 201 : 422);
            if (status == 201) (body!.ToJsonString(), headers.Any(h => h.Key == "Idempotent-Replayed")).Should().Be((before.Body, true));
            return;
        }
        status.Should().Be(201);
        keys[key] = (word, body!.ToJsonString());
        accounts.Add(new Account((string)body["id"]!) { Name = word });
    }

    private async Task ReadAsync(int which)
    {
        var (id, known) = Of(which);
        var (status, body, headers) = await SendAsync("GET", $"/accounts/{id}", null);
        status.Should().Be(known is null ? 404 : 200);
        if (known is null) return;
        ((string?)body!["id"], (string?)body["name"], (string?)body["status"]).Should().Be((id, known.Name, known.Status));
        known.Tag = headers.First(h => h.Key == "ETag").Value;
        known.Tagged = (known.Name, known.Status);
        (await SendAsync("GET", $"/accounts/{id}", null, ("If-None-Match", known.Tag))).Status.Should().Be(304);
    }

    private async Task RenameAsync(int which, string word)
    {
        var (id, known) = Of(which);
        var (status, body, _) = await SendAsync("PATCH", $"/accounts/{id}", Json("name", word));
        status.Should().Be(known is null ? 404 : 200);
        if (known is null) return;
        known.Name = word;
        ((string?)body!["name"], (string?)body["status"]).Should().Be((word, known.Status));
    }

    private async Task RenameIfMatchAsync(int which, string word)
    {
        var (id, known) = Of(which);
        if (known?.Tag is not { } tag) return;
        var isSame = known.Tagged == (known.Name, known.Status);
        (await SendAsync("PATCH", $"/accounts/{id}", Json("name", word), ("If-Match", tag))).Status.Should().Be(isSame ? 200 : 412);
        if (isSame) known.Name = word;
    }

    private async Task CloseAsync(int which)
    {
        var (id, known) = Of(which);
        var (status, body, _) = await SendAsync("POST", $"/accounts/{id}/close", null);
        status.Should().Be(known is null ? 404 : known.Status == "closed" ? 409 : 200);
        if (status != 200) return;
        known!.Status = "closed";
        ((string?)body!["id"], (string?)body["status"]).Should().Be((id, "closed"));
    }

    private async Task DeleteAsync(int which)
    {
        var (id, known) = Of(which);
        (await SendAsync("DELETE", $"/accounts/{id}", null)).Status.Should().Be(known is null ? 404 : 204);
        if (known is null) return;
        accounts.Remove(known);
        gone.Add((id, ""));
    }

    private async Task ListAsync(BankStep step)
    {
        var (limit, offset, isDown, wanted) = ((step.Number % 4) + 1, step.Which, step.Number % 2 == 0, step.Number % 3 == 0 ? "closed" : null);
        var isSorted = step.Number % 5 > 1;
        IEnumerable<Account> all = accounts.Where(a => wanted is null || a.Status == wanted);
        if (isSorted) all = isDown ? all.OrderByDescending(a => a.Name, ByName) : all.OrderBy(a => a.Name, ByName);
        var expected = all.ToList();
        var (status, body, _) = await SendAsync("GET",
            $"/accounts?limit={limit}&offset={offset}{(isSorted ? $"&sort={(isDown ? "-" : "")}name" : "")}{(wanted is null ? "" : $"&status={wanted}")}",
            null);
        status.Should().Be(200);
        var names = ((JsonArray)body!["data"]!).Select(a => (string?)a!["name"]);
        names.Should().Equal(expected.Skip(offset).Take(limit).Select(a => a.Name));
        var hasMore = offset < expected.Count && offset + limit < expected.Count;
        ((int)body["total"]!, (bool)body["has_more"]!).Should().Be((expected.Count, hasMore));
    }

    private async Task AddNoteAsync(int which, string word)
    {
        var (id, known) = Of(which);
        var (status, body, _) = await SendAsync("POST", $"/accounts/{id}/notes", Json("text", word));
        status.Should().Be(known is null ? 404 : 201);
        known?.Notes.Add(((int)body!["id"]!, word));
    }

    private async Task RemoveNoteAsync(int which, int number)
    {
        var (id, known) = Of(which);
        var note = known is not null && known.Notes.Count > 0 ? known.Notes[number % known.Notes.Count].Id : 999_999;
        var isThere = known?.Notes.RemoveAll(n => n.Id == note) > 0;
        (await SendAsync("DELETE", $"/accounts/{id}/notes/{note}", null)).Status.Should().Be(isThere ? 204 : 404);
    }

    private async Task ListNotesAsync(int which, int limit)
    {
        var (id, known) = Of(which);
        var seen = new List<string?>();
        string? cursor = null;
        for (var page = 0; page < 100; page++)
        {
            var (status, body, _) =
                await SendAsync("GET", $"/accounts/{id}/notes?limit={limit}{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}", null);
            status.Should().Be(known is null ? 404 : 200);
            if (known is null) return;
            seen.AddRange(((JsonArray)body!["notes"]!).Select(n => (string?)n!["text"]));
            cursor = (string?)body["next_cursor"];
            if (cursor is null) break;
        }
        seen.Should().Equal(known!.Notes.Select(n => n.Text));
    }

    private async Task PutLabelAsync(int number, string colour)
    {
        var key = LabelOf(number);
        var at = labels.FindIndex(l => l.Key == key);
        (await SendAsync("PUT", $"/labels/{key}", Json("colour", colour))).Status.Should().Be(at < 0 ? 201 : 200);
        if (at < 0) labels.Add((key, colour));
        else labels[at] = (key, colour);
    }

    private async Task ReadLabelAsync(int number)
    {
        var label = labels.Find(l => l.Key == LabelOf(number));
        if (label.Key is null && labels.Count == 0) return;
        var (status, body, _) = await SendAsync("GET", $"/labels/{LabelOf(number)}", null);
        status.Should().Be(label.Key is null ? 404 : 200);
        if (label.Key is not null) ((string?)body!["key"], (string?)body["colour"]).Should().Be((label.Key, label.Colour));
    }

    private async Task RemoveLabelAsync(int number)
    {
        var isThere = labels.Exists(l => l.Key == LabelOf(number));
        if (!isThere && labels.Count == 0) return;
        (await SendAsync("DELETE", $"/labels/{LabelOf(number)}", null)).Status.Should().Be(isThere ? 204 : 404);
        labels.RemoveAll(l => l.Key == LabelOf(number));
    }

    private async Task ListLabelsAsync()
    {
        if (labels.Count == 0) return;
        var (status, body, _) = await SendAsync("GET", "/labels", null);
        status.Should().Be(200);
        ((JsonArray)body!).Select(l => ((string)l!["key"]!, (string)l["colour"]!)).Where(l => l.Item1.StartsWith($"{name}-", StringComparison.Ordinal)).Should()
            .Equal(labels);
    }

    private string LabelOf(int number) => $"{name}-{number % 4}";

    private async Task<(int Status, JsonNode? Body, IReadOnlyList<KeyValuePair<string, string>> Headers)> SendAsync(string method, string url, string? json,
        params (string Name, string Value)[] fields)
    {
        List<KeyValuePair<string, string>> headers = [.. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))];
        if (json is not null) headers.Add(new("Content-Type", "application/json"));
        var reply = await engine.AnswerAsync(
            new RecordedRequest { Method = method, Url = url, Headers = headers, Body = json is null ? default : Encoding.UTF8.GetBytes(json) });
        if (reply.Status is < 300)
            Validator.ValidateResponse(Validator.Match(method, url).Operation!,
                new RecordedResponse { Status = reply.Status, Headers = reply.Headers, Body = reply.Body }).Findings.Where(f =>
                f.Severity == FindingSeverity.Error).Should().BeEmpty($"{method} {url} answers as described");
        return (reply.Status, reply.Body.IsEmpty ? null : JsonNode.Parse(reply.Body.Span), reply.Headers);
    }

    private static string Json(string field, string value) => $$"""{"{{field}}":{{JsonSerializer.Serialize(value)}}}""";

    private sealed class Account(string id)
    {
        public string Id { get; } = id;

        public string Name { get; set; } = "";

        public string Status { get; set; } = "open";

        public string? Tag { get; set; }

        public (string Name, string Status) Tagged { get; set; }

        public List<(int Id, string Text)> Notes { get; } = [];
    }
}
