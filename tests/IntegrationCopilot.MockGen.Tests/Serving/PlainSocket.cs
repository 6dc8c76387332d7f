using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>A connection over which anything can be sent, also what HTTP clients refuse to.</summary>
internal static class PlainSocket
{
    public static async Task<TcpClient> ConnectAsync(Uri url)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, url.Port);
        return client;
    }

    /// <summary>Sends bytes, and reads one answer.</summary>
    public static async Task<PlainAnswer> AskAsync(Uri url, byte[] request)
    {
        using var client = await ConnectAsync(url);
        var reading = ReadAsync(client.GetStream());
        try
        {
            await client.GetStream().WriteAsync(request);
        }
        catch (IOException)
        {
            // Refused before it was sent to the end.
        }
        return await reading;
    }

    /// <summary>Reads one answer.</summary>
    public static async Task<PlainAnswer> ReadAsync(Stream stream)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var received = new List<byte>();
        var piece = new byte[16 * 1024];
        while (true)
        {
            var answer = PlainAnswer.Read(Encoding.Latin1.GetString([.. received]));
            if (answer is not null) return answer;
            var read = await stream.ReadAsync(piece, deadline.Token);
            if (read == 0) throw new InvalidOperationException($"The mock hung up after {received.Count} bytes: {Encoding.Latin1.GetString([.. received])}");
            received.AddRange(piece.AsSpan(0, read));
        }
    }

    /// <summary>Sends bytes, and gives everything that comes back until the mock hangs up, a byte a character.</summary>
    public static async Task<string> ExchangeAsync(Uri url, byte[] request)
    {
        using var client = await ConnectAsync(url);
        using var received = new MemoryStream();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(request, deadline.Token);
            await stream.CopyToAsync(received, deadline.Token);
        }
        catch (IOException)
        {
            // Whoever is refused in the middle of sending may meet a closed connection; what came before counts.
        }
        return Encoding.Latin1.GetString(received.ToArray());
    }
}

/// <summary>An answer taken from the wire, a byte a character.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Type">Its media type; empty for none.</param>
/// <param name="Body">Its body.</param>
internal sealed record PlainAnswer(int Status, string Type, string Body)
{
    /// <summary>The answer at the start of a text; null when it is not whole.</summary>
    public static PlainAnswer? Read(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0) return null;
        var lines = text[..end].Split("\r\n");
        string Field(string name) =>
            lines.Where(l => l.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase)).Select(l => l[(name.Length + 2)..]).FirstOrDefault("");
        var length = int.TryParse(Field("Content-Length"), out var given) ? given : 0;
        return text.Length < end + 4 + length
            ? null
            : new PlainAnswer(int.Parse(lines[0].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), Field("Content-Type"),
                text.Substring(end + 4, length));
    }
}
