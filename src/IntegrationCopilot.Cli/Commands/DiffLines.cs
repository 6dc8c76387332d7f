using System.CommandLine;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Cli.Commands;

/// <summary>What <c>diff</c> tells people: the sum, then what breaks clients, then the rest.</summary>
internal static class DiffLines
{
    /// <summary>Of changes that break nobody, so many by each rule: the same words over and over hide what matters.</summary>
    private const int ShownOfAKind = 10;

    public static void Write(Terminal terminal, ParseResult parsed, ApiSpec old, ApiSpec @new, IReadOnlyList<ApiChange> changes)
    {
        using var lines = terminal.Text(parsed);
        lines.Markup($"[bold]{PlainMarkup.Of(DiffWords.Summary(changes))}[/] {PlainMarkup.Of(DiffWords.Versions(old, @new))}");
        foreach (var kind in DiffWords.Kinds)
        {
            List<ApiChange> some = [.. changes.Where(c => c.Kind == kind)];
            if (some.Count == 0) continue;
            lines.Empty();
            lines.Markup($"[bold]{Title(kind)}[/] ({some.Count})");
            WriteKind(lines, some, kind == ChangeKind.Breaking ? int.MaxValue : ShownOfAKind);
        }
    }

    private static void WriteKind(TextLines lines, List<ApiChange> changes, int shownOfAKind)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (var change in changes)
        {
            var count = counts[change.Rule.Id] = counts.GetValueOrDefault(change.Rule.Id) + 1;
            if (count <= shownOfAKind) lines.Markup(Line(change));
        }
        foreach (var (id, count) in counts.Where(c => c.Value > shownOfAKind))
            lines.Markup($"  … and {count - shownOfAKind} more [grey]{PlainMarkup.Of(id)}[/]; '--format json' lists them all.");
    }

    private static string Line(ApiChange change)
    {
        var colour = change.Kind switch { ChangeKind.Breaking => "red", ChangeKind.NonBreaking => "green", _ => "grey" };
        var operations = DiffWords.Operations(change);
        return $"  {Place(change)} [{colour}]{PlainMarkup.Of(change.Rule.Id)}[/]: {PlainMarkup.Of(change.Message)}"
            + (operations.Length == 0 ? "" : $" [grey]({PlainMarkup.Of(operations)})[/]");
    }

    /// <summary>What is new is found in the newer version, and what is gone in the older one; of what changed both are named.</summary>
    private static string Place(ApiChange change) => (change.Old, change.New) switch
    {
        ({ } old, { } @new) => $"{PlainMarkup.Of(@new.ToString())} [grey](was {PlainMarkup.Of(old.ToString())})[/]",
        ({ } old, null) => $"{PlainMarkup.Of(old.ToString())} [grey](gone)[/]",
        _ => PlainMarkup.Of(change.New!.ToString()),
    };

    private static string Title(ChangeKind kind) => kind switch
    {
        ChangeKind.Breaking => "Breaking",
        ChangeKind.NonBreaking => "Non-breaking",
        _ => "Documentation",
    };
}
