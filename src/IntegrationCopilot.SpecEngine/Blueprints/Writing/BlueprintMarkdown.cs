using System.Text;
using static IntegrationCopilot.SpecEngine.MarkdownText;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Writes a blueprint as markdown.</summary>
internal sealed class BlueprintMarkdown
{
    private static readonly string[] CodeAfter = ["matches ", "always ", "default "];
    private readonly StringBuilder text = new();

    private BlueprintMarkdown()
    {
    }

    public static string Write(Blueprint blueprint)
    {
        var writer = new BlueprintMarkdown();
        writer.WriteHead(blueprint);
        writer.WriteAuthentication(blueprint.Authentication);
        writer.WritePractices(blueprint.Practices);
        writer.WriteFlows(blueprint);
        writer.WriteContents(blueprint);
        foreach (var group in blueprint.Groups)
        {
            writer.Paragraph($"## {Escape(group.Name)}");
            foreach (var endpoint in group.Endpoints) writer.WriteEndpoint(endpoint);
        }
        if (blueprint.Webhooks.Count > 0) writer.Paragraph("## Messages you receive");
        foreach (var webhook in blueprint.Webhooks) writer.WriteEndpoint(webhook, received: true);
        writer.WriteChecklist(blueprint.Checklist);
        return writer.text.ToString();
    }

    private void WriteHead(Blueprint blueprint)
    {
        Paragraph($"# {Escape(blueprint.Title.Length == 0 ? "Integration" : blueprint.Title)}: what to build");
        if (blueprint.Version.Length > 0) Paragraph($"Version {Escape(blueprint.Version)}");
        if (blueprint.Description is { } description) Paragraph(Block(description));
        if (blueprint.Servers.Count > 0)
            Paragraph(List(blueprint.Servers.Select(s =>
                Code(s.Url) + (s.Url.StartsWith('/') ? " (at the address the document comes from)" : "") + (s.Description is { } d ? ": " + Escape(d) : ""))));
        WriteNotes(blueprint.Notes);
    }

    private void WriteAuthentication(IReadOnlyList<BlueprintAuthentication> ways)
    {
        if (ways.Count == 0) return;
        Paragraph("## Getting in");
        foreach (var way in ways)
        {
            Paragraph($"### {Escape(way.Scheme.Length == 0 ? "Unknown" : way.Scheme)} ({way.Kind}, {Count(way.Operations, "operation")})");
            if (way.Description is { } description) Paragraph(Block(description));
            Paragraph(Numbered(way.Steps));
            WriteNotes(way.Notes);
        }
    }

    private void WritePractices(IReadOnlyList<BlueprintPractice> practices)
    {
        if (practices.Count == 0) return;
        Paragraph("## Rules of the house");
        foreach (var practice in practices)
        {
            Paragraph($"### {practice.Title}");
            Paragraph(List(practice.Steps.Select(Escape)));
            if (practice.Operations.Count > 0)
                Paragraph($"Concerns {string.Join(", ", practice.Operations.Take(6).Select(Code))}{(practice.Operations.Count > 6 ? $" and {practice.Operations.Count - 6} more" : "")}.");
        }
    }

    private void WriteFlows(Blueprint blueprint)
    {
        if (blueprint.Flows.Count == 0) return;
        Paragraph("## Order of calls");
        Paragraph("What is made first, and which call supplies what another takes. Assumed is what the document only suggests.");
        var anchors = blueprint.Groups.SelectMany(g => g.Endpoints).DistinctBy(e => e.Operation)
            .ToDictionary(e => e.Operation, e => e.Anchor, StringComparer.Ordinal);
        foreach (var flow in blueprint.Flows)
        {
            Paragraph($"### {Escape(flow.Resource)}{(flow.Parent is { } parent ? $" of {Escape(parent)}" : "")}");
            Table(FlowMarkdown.Head, FlowMarkdown.Rows(flow, anchors));
        }
    }

    private void WriteContents(Blueprint blueprint)
    {
        if (blueprint.Groups.Count > 0)
        {
            Paragraph("## What you call");
            WriteContents("Endpoint", blueprint.Groups.SelectMany(g => g.Endpoints));
        }
        if (blueprint.Webhooks.Count == 0) return;
        Paragraph("## What calls you");
        WriteContents("Message", blueprint.Webhooks);
    }

    private void WriteContents(string name, IEnumerable<BlueprintEndpoint> endpoints) =>
        Table([name, "Purpose"],
            endpoints.Select(e => new[] { $"[{Code(e.Operation)}](#{e.Anchor})", Escape(e.Purpose) + (e.Deprecated ? " (deprecated)" : "") }));

    private void WriteEndpoint(BlueprintEndpoint endpoint, bool received = false)
    {
        Paragraph($"<a id=\"{endpoint.Anchor}\"></a>");
        Paragraph($"### {Code(endpoint.Operation)}");
        Paragraph($"{Escape(endpoint.Purpose)}{(endpoint.Deprecated ? " **Deprecated: do not build on it.**" : "")}");
        if (endpoint.Description is { } description && description != endpoint.Purpose) Paragraph(Block(description));
        WriteNotes(endpoint.Notes);
        if (endpoint.Authentication.Count > 0) Paragraph($"Gets in with: {string.Join(" or ", endpoint.Authentication.Select(Escape))}.");
        if (endpoint.Hints.Count > 0) Paragraph(List(endpoint.Hints.Select(Escape)));
        if (endpoint.Parameters.Count > 0) WriteFields("Parameters", endpoint.Parameters, places: true, cut: false);
        if (endpoint.Request is { } request)
            WriteBody(received ? "What arrives" : "Request", request, received || request.Required ? "" : "The body may be left out.");
        foreach (var answer in endpoint.Answers) WriteAnswer(received ? "Your answer" : "Answer", answer);
        if (endpoint.Errors.Count > 0)
        {
            Paragraph("#### Errors");
            Table(["Status", "Means", "Do"], endpoint.Errors.Select(e => new[] { Escape(e.Status), Escape(e.Meaning), Escape(e.Action) }));
        }
        Paragraph($"Described at {Code(endpoint.Source)}.");
    }

    private void WriteAnswer(string title, BlueprintAnswer answer)
    {
        var headers = answer.Headers.Count == 0 ? "" : $" Headers: {string.Join(", ", answer.Headers.Select(Code))}.";
        if (answer.Body is { } body) WriteBody($"{title} {Escape(answer.Status)}", body, $"{Sentence(answer.Meaning, headers.Length > 0)}{headers}");
        else Paragraph($"**{title} {Escape(answer.Status)}**: {Sentence(answer.Meaning, goesOn: true)} No body.{headers}");
    }

    private void WriteBody(string title, BlueprintBody body, string meaning = "")
    {
        Paragraph($"#### {title}: {Code(body.MediaType)}");
        if (meaning.Length > 0) Paragraph(meaning);
        if (body.OtherMediaTypes.Count > 0) Paragraph($"Also as {string.Join(", ", body.OtherMediaTypes.Select(Code))}.");
        if (body.Fields.Count > 0) WriteFields(null, body.Fields, places: false, body.Cut);
        if (body.WhyNoExample is { } why) Paragraph($"There is no example: {Escape(why)}");
        if (body.Example is not { } example) return;
        if (example.Invented) Paragraph("Example, made up from the schema:");
        Paragraph(Fence(example.Text, "json"));
    }

    private void WriteFields(string? title, IReadOnlyList<BlueprintField> fields, bool places, bool cut)
    {
        if (title is not null) Paragraph($"#### {title}");
        Table(places ? ["Name", "In", "Type", "Required", "Meaning"] : ["Field", "Type", "Required", "Meaning"], fields.Select(f => Row(f, places)));
        if (cut) Paragraph("There are more fields, deeper or beyond the limit; see the document.");
        foreach (var field in fields.Where(f => f.Notes.Count > 0))
        {
            Paragraph($"About {Code(field.Name)}:");
            WriteNotes(field.Notes);
        }
    }

    private static string[] Row(BlueprintField field, bool places)
    {
        var constraints = string.Join("; ", field.Constraints.Select(Constraint));
        var meaning = string.IsNullOrEmpty(field.Description) || constraints.Length == 0
            ? Escape(field.Description) + constraints
            : $"{Sentence(field.Description, goesOn: true)} {char.ToUpperInvariant(constraints[0])}{constraints[1..]}";
        string[] start = places ? [Code(field.Name), field.Place] : [Code(field.Name)];
        return [.. start, Escape(field.Type), field.Required ? "yes" : "", meaning];
    }

    /// <summary>
    /// Values and patterns as code, so that nobody has to read around escapes; but a backslash before a pipe, in code, ends the cell for some readers.
    /// </summary>
    private static string Constraint(string text)
    {
        if (text.Contains("\\|", StringComparison.Ordinal)) return Escape(text);
        foreach (var word in CodeAfter)
            if (text.StartsWith(word, StringComparison.Ordinal) && text.Length > word.Length) return word + Code(text[word.Length..]);
        return Escape(text);
    }

    private void WriteNotes(IReadOnlyList<BlueprintNote> notes)
    {
        foreach (var note in notes)
        {
            var kind = note.Severity switch { AnnotationSeverity.Critical => "CAUTION", AnnotationSeverity.Warning => "WARNING", _ => "NOTE" };
            var condition = note.Condition is { } c ? $"When {Escape(c)}: " : "";
            var place = note.Place is { } p ? $" (for {Escape(p)})" : "";
            Paragraph(string.Join('\n', $"[!{kind}]\n{condition}{Block(note.Message)}{place}".Split('\n').Select(line => "> " + line)));
        }
    }

    private void WriteChecklist(IReadOnlyList<BlueprintTask> tasks)
    {
        Paragraph("## Checklist");
        foreach (var phase in tasks.GroupBy(t => t.Phase, StringComparer.Ordinal))
        {
            Paragraph($"### {phase.Key}");
            Paragraph(string.Join('\n', phase.Select(t => $"- [ ] {Escape(t.Title)} Done when: {Escape(t.DoneWhen)}")));
        }
    }

    private void Paragraph(string block) => text.Append(text.Length == 0 ? "" : "\n").Append(block).Append('\n');

    private void Table(string[] head, IEnumerable<string[]> rows)
    {
        var lines = new StringBuilder($"| {string.Join(" | ", head)} |\n|{string.Concat(head.Select(_ => "---|"))}");
        foreach (var row in rows) lines.Append("\n| ").AppendJoin(" | ", row).Append(" |");
        Paragraph(lines.ToString());
    }

    /// <summary>Text that ends with a mark of its own when something follows it.</summary>
    private static string Sentence(string? words, bool goesOn)
    {
        if (string.IsNullOrEmpty(words) || !goesOn) return Escape(words);
        return Escape(words) + (char.IsLetterOrDigit(words[^1]) || words[^1] is ')' or ']' or '"' or '\'' or '%' or '>' or '*' ? "." : "");
    }

    private static string List(IEnumerable<string> items) => string.Join('\n', items.Select(i => "- " + i));

    private static string Numbered(IEnumerable<string> items) => string.Join('\n', items.Select((item, i) => $"{i + 1}. {Escape(item)}"));

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";
}
