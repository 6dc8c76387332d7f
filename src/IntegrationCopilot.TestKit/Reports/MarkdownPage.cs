using System.Globalization;
using System.Text;

namespace IntegrationCopilot.TestKit;

/// <summary>A page of markdown that does not grow too large for a step summary.</summary>
internal sealed class MarkdownPage
{
    /// <summary>Less than the 1,048,576 bytes that GitHub takes, with room for what says that something is missing.</summary>
    internal const int MostBytes = 1_000_000;

    private readonly StringBuilder text = new();
    private int bytes;

    /// <summary>Adds a paragraph that is always there.</summary>
    public void Add(string paragraph)
    {
        bytes += Encoding.UTF8.GetByteCount(paragraph) + 2;
        text.Append(paragraph).Append("\n\n");
    }

    /// <summary>Adds paragraphs as long as there is room, and says how many there was none for.</summary>
    public void AddWhatFits(IEnumerable<string> paragraphs, string noun)
    {
        var left = 0;
        foreach (var paragraph in paragraphs)
        {
            if (left > 0 || !Fits(paragraph)) left++;
            else Add(paragraph);
        }

        if (left > 0) Add(string.Create(
            CultureInfo.InvariantCulture, $"{left:N0} more {noun}{(left == 1 ? "" : "s")} would not fit here: see another report of this run."));
    }

    /// <summary>Adds a folded table, as many of its rows as there is room for; the first is its head.</summary>
    public void AddFolded(string title, IEnumerable<string> rows)
    {
        var table = new StringBuilder($"<details><summary>{title}</summary>\n\n");
        var (left, room) = (0, MostBytes - bytes - 1_000);
        foreach (var row in rows)
        {
            room -= Encoding.UTF8.GetByteCount(row) + 1;
            if (room < 0) left++;
            else table.Append(row).Append('\n');
        }

        if (left > 0) table.Append(CultureInfo.InvariantCulture, $"\n{left:N0} more would not fit here.\n");
        Add(table.Append("\n</details>").ToString());
    }

    public void WriteTo(Stream output) => output.Write(Encoding.UTF8.GetBytes(text.ToString().TrimEnd() + "\n"));

    private bool Fits(string paragraph) => bytes + Encoding.UTF8.GetByteCount(paragraph) + 2 <= MostBytes;
}
