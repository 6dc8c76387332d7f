using System.Text;

namespace IntegrationCopilot.Validator;

/// <summary>Reads event streams as browsers do (WHATWG HTML, section 9.2.6).</summary>
internal sealed class EventStream
{
    private readonly StringBuilder data = new();
    private string? type;
    private string? id;
    private string? retry;

    /// <summary>The first line that was no field; null when there was none.</summary>
    public string? UnknownLine { get; private set; }

    /// <summary>Whether the stream broke off within an event, which is dropped then.</summary>
    public bool EndsWithinEvent { get; private set; }

    /// <summary>The events in order. Comments, unknown fields and events without data are left out, as they are by every client.</summary>
    public IEnumerable<ServerEvent> Read(string text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = text.AsSpan(start).IndexOfAny('\r', '\n');
            if (end < 0) break;
            end += start;
            if (end > start) ReadLine(text.AsSpan(start, end - start));
            else if (Dispatch() is { } complete) yield return complete;
            start = end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
        }
        if (start < text.Length) ReadLine(text.AsSpan(start));
        EndsWithinEvent = data.Length > 0;
    }

    private void ReadLine(ReadOnlySpan<char> line)
    {
        var colon = line.IndexOf(':');
        var name = colon < 0 ? line : line[..colon];
        var value = colon < 0 ? [] : line[(colon + 1)..];
        if (value.StartsWith(' ')) value = value[1..];
        switch (name)
        {
            case "": break;
            case "data": data.Append(value).Append('\n'); break;
            case "event": type = value.ToString(); break;
            case "id": id = value.Contains('\0') ? id : value.ToString(); break;
            case "retry": retry = value.Length > 0 && !value.ContainsAnyExceptInRange('0', '9') ? value.ToString() : retry; break;
            default: UnknownLine ??= line.ToString(); break;
        }
    }

    private ServerEvent? Dispatch()
    {
        var complete = data.Length == 0 ? null : new ServerEvent(type, data.ToString(0, data.Length - 1), id, retry);
        data.Clear();
        (type, id, retry) = (null, null, null);
        return complete;
    }
}
