using System.Text;

namespace IntegrationCopilot.Validator;

/// <summary>The keys a file is verified with, found by the bytes of their identifiers.</summary>
internal sealed class VerificationKeys : IDisposable
{
    private readonly List<(byte[] Id, EntryMac Mac)> keys = [];

    /// <exception cref="ArgumentException">Two keys have the same identifier.</exception>
    public VerificationKeys(IEnumerable<TraceKey> keys)
    {
        foreach (var key in keys)
        {
            var id = Encoding.ASCII.GetBytes(key.Id);
            if (Find(id) is not null) throw new ArgumentException($"Two keys have the id '{key.Id}'.", nameof(keys));
            this.keys.Add((id, new EntryMac(key)));
        }
    }

    public EntryMac? Find(ReadOnlySpan<byte> id)
    {
        foreach (var (candidate, mac) in keys)
        {
            if (id.SequenceEqual(candidate)) return mac;
        }

        return null;
    }

    public void Dispose()
    {
        foreach (var (_, mac) in keys) mac.Dispose();
    }
}
