namespace IntegrationCopilot.TestKit;

/// <summary>The last values that were sent to prove who we are: without the name of their scheme, as a text may quote them.</summary>
internal sealed class SentSecrets
{
    private const int Remembered = 32;

    private readonly Lock gate = new();
    private readonly Queue<string> values = new();

    public IReadOnlyList<string> All
    {
        get
        {
            lock (gate) return [.. values];
        }
    }

    public void Add(string value)
    {
        var secret = value[(value.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        if (secret.Length == 0) return;
        lock (gate)
        {
            if (values.Contains(secret)) return;
            values.Enqueue(secret);
            if (values.Count > Remembered) values.Dequeue();
        }
    }
}
