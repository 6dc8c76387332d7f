using System.Text;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Comma-separated values with a header line (RFC 4180), and tab-separated ones (IANA, text/tab-separated-values): a line for each object, members of members
/// under dotted names.
/// </summary>
internal sealed class DelimitedBodies : IBodyWriter
{
    private const string OnlyColumn = "value";

    public bool Knows(MediaTypeName type) =>
        IsTabs(type) || type.Essence is "text/csv" or "application/csv" or "text/x-csv" or "application/x-csv" or "text/comma-separated-values";

    public WrittenBody Write(BodyContent content)
    {
        if (!BodyContent.IsContainer(content.Value)) return WrittenBody.Text(content.Media.Name, BodyContent.TextOf(content.Value));
        var text = new StringBuilder();
        var tabs = IsTabs(content.Media.Type);
        foreach (var line in Lines(content))
            text.AppendJoin(tabs ? '\t' : ',', line.Select(cell => tabs ? WithoutTabs(cell) : Quoted(cell))).Append(tabs ? "\n" : "\r\n");
        return WrittenBody.Text(content.Media.Name, text.ToString());
    }

    private static IEnumerable<IEnumerable<string>> Lines(BodyContent content)
    {
        var items = content.Items().ToList();
        // A list of lists is a table already, whose header, if any, is its first line.
        if (items.Count > 0 && items.TrueForAll(i => i.ValueKind == JsonValueKind.Array))
            return items.Select(row => row.EnumerateArray().Select(BodyContent.TextOf));
        var rows = items.ConvertAll(CellsOf);
        var columns = rows.SelectMany(r => r.Keys).Distinct(StringComparer.Ordinal).ToList();
        if (rows.Count == 0) columns.AddRange(DescribedColumns(content));
        return columns.Count == 0 ? [] : [columns, .. rows.Select(row => columns.Select(c => row.GetValueOrDefault(c, "")))];
    }

    private static Dictionary<string, string> CellsOf(JsonElement item)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        if (item.ValueKind == JsonValueKind.Object) Collect(item, "", cells);
        else cells[OnlyColumn] = BodyContent.TextOf(item);
        return cells;
    }

    private static void Collect(JsonElement members, string prefix, Dictionary<string, string> cells)
    {
        foreach (var member in members.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Object) Collect(member.Value, $"{prefix}{member.Name}.", cells);
            else cells[prefix + member.Name] = member.Value.ValueKind == JsonValueKind.Null ? "" : BodyContent.TextOf(member.Value);
        }
    }

    private static IEnumerable<string> DescribedColumns(BodyContent content)
    {
        var schema = content.Media.ItemSchema.IsDefined ? content.Media.ItemSchema : content.Spec.Resolve(content.Media.Schema)["items"];
        return content.Spec.Resolve(schema)["properties"].Children.Select(p => p.Name);
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string WithoutTabs(string cell) => cell.ReplaceLineEndings(" ").Replace('\t', ' ');

    private static bool IsTabs(MediaTypeName type) => type.Essence is "text/tab-separated-values" or "text/tsv";
}
