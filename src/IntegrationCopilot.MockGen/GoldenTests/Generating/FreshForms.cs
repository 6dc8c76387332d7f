using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Finds a form for values that identify, so that each use of a request sends one that nobody has yet and its schema accepts.</summary>
internal static class FreshForms
{
    private const int TokenLength = 8;
    private const int LongestRun = 12;

    /// <summary>Digits of a number that is seldom taken, and exact in every implementation.</summary>
    private const int LongNumber = 9;

    /// <summary>Letters in a multiple of four are base64 of every kind (RFC 4648, sections 4 and 5).</summary>
    private const int Base64Length = 12;

    /// <summary>The digits of a year behind its millennium.</summary>
    private const int YearDigits = 3;

    private const string Lower = "abcdefghjkmnpqrstuvwxyz";
    private const string Upper = "ABCDEFGHJKMNPQRSTUVWXYZ";
    private const string Digits = "123456789";
    private const string Hex = "abcdef123456789";
    private const string Day = "yyyy-MM-dd";

    private static readonly string[] Probes = ["first", "second", "third", "fourth"];

    /// <summary>Whether a field of that name tells one thing from another, and an API may want it to be nobody else's.</summary>
    public static bool Identifies(string name) => FreshValues.Identifies(name);

    /// <summary>The variable that stands for a value, without a name yet; null when no other form of it is accepted.</summary>
    /// <param name="value">A value that is accepted.</param>
    /// <param name="accepts">Whether another is.</param>
    public static TestVariable? Of(JsonValue value, Func<JsonNode, bool> accepts)
    {
        if (value.GetValueKind() == System.Text.Json.JsonValueKind.Number)
        {
            var number = value.ToJsonString();
            return number.All(char.IsAsciiDigit) && First(Numbers(number), form => accepts(JsonNode.Parse(form)!)) is { } numeric
                ? new TestVariable { Name = "", Type = TestVariableType.Number, Fresh = true, Form = numeric } : null;
        }

        if (!value.TryGetValue<string>(out var text) || text.Length == 0) return null;
        var example = JsonValue.Create(IdempotencyKeys.Example.GetString()!);
        if (Guid.TryParseExact(text, "D", out _) && accepts(example)) return new TestVariable { Name = "", Fresh = true };
        return First(Texts(text), form => accepts(JsonValue.Create(form))) is { } found ? new TestVariable { Name = "", Fresh = true, Form = found } : null;
    }

    /// <summary>The first form that is accepted and has room for as many values as there are uses; where none has, the first that is accepted.</summary>
    private static FreshForm? First(IEnumerable<FreshForm> forms, Func<string, bool> accepts)
    {
        var accepted = forms.Where(form => Array.TrueForAll(Probes, probe => accepts(form.Make(probe))));
        FreshForm? first = null;
        foreach (var form in accepted)
        {
            if (form.HasRoom) return form;
            first ??= form;
        }

        return first;
    }

    /// <summary>Numbers of nine digits are seldom taken, and exact in every implementation; shorter ones only where bounds want them.</summary>
    private static IEnumerable<FreshForm> Numbers(string number) =>
        new[] { LongNumber, 7, number.Length, number.Length - 1 }.Where(length => length > 0).Distinct().Select(length => new FreshForm("", Digits, length));

    private static IEnumerable<FreshForm> Texts(string text)
    {
        if (IsBase64(text)) yield return new("", Lower, Base64Length);
        if (IsDay(text)) yield return OfDay(text[Day.Length..]);
        if (text.Count(c => c == '.') == 3 && IPAddress.TryParse(text, out _))
        {
            yield return new(text[..(text.LastIndexOf('.') + 1)], Digits, 2);
            yield break;
        }

        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at > 0) yield return new($"{text[..at]}.", Lower, TokenLength, text[at..]);
        else if (text.Contains('.', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal))
            yield return new("", Lower, TokenLength, $".{text}");
        var run = RunAtEnd(text);
        if (at <= 0 && IsWords(text)) yield return new($"{text}{Separator(text)}", Lower, TokenLength);
        if (run > 2) yield return new(text[..^run], LettersOf(text[^run..]), run);
        if (text.Length > TokenLength + 1 && at <= 0) yield return new($"{text[..^(TokenLength + 1)]}{Separator(text)}", Lower, TokenLength);
        if (run > 0) yield return new(text[..^run], LettersOf(text[^run..]), run);
        if (run == text.Length && text.All(char.IsAsciiDigit)) yield return new("", Digits, LongNumber);
        foreach (var letters in (string[])[Lower, Upper, Digits, Hex]) yield return new("", letters, Math.Min(text.Length, FreshForm.MaxLength));
        yield return new("", Lower, TokenLength);
        yield return new("", Upper, TokenLength);
    }

    /// <summary>Bytes, as text: padded, or with letters of both cases and digits side by side as words do not have them.</summary>
    private static bool IsBase64(string text) => text.Length % 4 == 0 && Convert.TryFromBase64String(text, new byte[text.Length], out _)
        && (text.EndsWith('=') || (text.Any(char.IsAsciiDigit) && text.Any(char.IsAsciiLetterLower) && text.Skip(1).Any(char.IsAsciiLetterUpper)));

    /// <summary>Whether a value is a text that begins with a day of the calendar (RFC 3339, section 5.6).</summary>
    public static bool IsDay(JsonValue value) => value.TryGetValue<string>(out var text) && IsDay(text);

    private static bool IsDay(string text) =>
        text.Length >= Day.Length && DateOnly.TryParseExact(text[..Day.Length], Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>Days ahead, where an API is least likely to have one already; each of them is in the calendar, since no month has fewer than 19.</summary>
    private static FreshForm OfDay(string time) => new("2", Digits, YearDigits)
    {
        Next = new("-0", Digits, 1) { Next = new("-1", Digits, 1, time) },
    };

    private static char Separator(string text) => text.Contains(' ', StringComparison.Ordinal) ? ' ' : '-';

    /// <summary>Words that something may follow, rather than a number or a code with a form of its own.</summary>
    private static bool IsWords(string text) => text.Any(char.IsAsciiLetter) && text.Count(char.IsAsciiDigit) < 4;

    /// <summary>The letters and digits of one kind that a text ends with.</summary>
    private static int RunAtEnd(string text)
    {
        var kind = LettersOf(text[^1..]);
        var hex = text.Reverse().TakeWhile(c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f').Count();
        var same = text.Reverse().TakeWhile(c => char.IsAsciiLetterOrDigit(c) && LettersOf(c.ToString()) == kind).Count();
        return Math.Min(Math.Max(hex, same), LongestRun);
    }

    private static string LettersOf(string run) =>
        run.All(char.IsAsciiDigit) ? Digits : run.All(c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f') && run.Any(char.IsAsciiDigit) ? Hex
        : run.Any(char.IsAsciiLetterUpper) ? Upper : Lower;
}
