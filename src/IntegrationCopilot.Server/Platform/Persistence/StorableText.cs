using System.Text;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IntegrationCopilot.Server.Platform.Persistence;

/// <summary>Text as PostgreSQL takes it: without U+0000 and without half a surrogate pair. Texts of documents and of APIs under test may hold both.</summary>
/// <remarks>Source: PostgreSQL, "Character Types": the character with code zero cannot be stored. U+FFFD stands in for what cannot.</remarks>
internal sealed class StorableText() : ValueConverter<string, string>(text => Of(text), stored => stored)
{
    private const char Nul = '\0';

    public static string Of(string text)
    {
        if (!text.Contains(Nul, StringComparison.Ordinal) && text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0) return text;
        var storable = new StringBuilder(text.Length);

        // Half a pair is enumerated as U+FFFD.
        foreach (var rune in text.EnumerateRunes()) storable.Append((rune.Value == Nul ? Rune.ReplacementChar : rune).ToString());
        return storable.ToString();
    }
}
