using System.Globalization;

namespace IntegrationCopilot.Validator;

/// <summary>Which Unicode labels may stand in a host name: IDNA2008 (RFC 5892) and its rule for writing directions (RFC 5893).</summary>
/// <remarks>
/// Tables that the platform lacks are taken from scripts and blocks, and doubt counts for the name: letters in upper case are accepted, as everybody lowers
/// them before looking a name up.
/// </remarks>
internal static class InternationalLabels
{
    private const int Joiner = 0x200D;
    private const int NonJoiner = 0x200C;

    /// <summary>Allowed and forbidden one by one (RFC 5892, section 2.6).</summary>
    private static readonly CodePointSet Allowed = CodePointSet.Of((0xDF, 0xDF), (0x3C2, 0x3C2), (0x6FD, 0x6FE), (0xF0B, 0xF0B), (0x3007, 0x3007));

    private static readonly CodePointSet Contextual = CodePointSet.Of((0xB7, 0xB7), (0x375, 0x375), (0x5F3, 0x5F4), (0x30FB, 0x30FB), (NonJoiner, Joiner));

    /// <summary>Besides the exceptions: old Hangul letters, and forms that only exist for compatibility.</summary>
    private static readonly CodePointSet Forbidden = CodePointSet.Of(
        (0x640, 0x640), (0x7FA, 0x7FA), (0x302E, 0x302F), (0x3031, 0x3035), (0x303B, 0x303B), (0x1100, 0x11FF), (0xA960, 0xA97C), (0xD7B0, 0xD7FB),
        (0xAA, 0xAA), (0xBA, 0xBA), (0xFB00, 0xFDFF), (0xFE70, 0xFEFF), (0xFF00, 0xFFEF), (0x1D400, 0x1D7FF));

    private static readonly CodePointSet ArabicDigits = CodePointSet.Of((0x660, 0x669));
    private static readonly CodePointSet EuropeanDigits = CodePointSet.Of(('0', '9'), (0x6F0, 0x6F9));
    private static readonly CodePointSet RightToLeft = CodePointSet.Of((0x590, 0x8FF), (0x10800, 0x10FFF), (0x1E800, 0x1EFFF));
    private static readonly Lazy<CodePointSet> Greek = new(() => Script("Greek"));
    private static readonly Lazy<CodePointSet> Hebrew = new(() => Script("Hebrew"));
    private static readonly Lazy<CodePointSet> Japanese = new(() => CodePointSet.Of(new[] { "Hiragana", "Katakana", "Han" }.SelectMany(s => Script(s).Ranges)));
    private static readonly Lazy<CodePointSet> Joining =
        new(() => CodePointSet.Of(new[] { "Arabic", "Syriac", "Nko", "Mongolian" }.SelectMany(s => Script(s).Ranges)));

    /// <summary>Signs that suppress a vowel (canonical combining class 9) of the scripts in common use.</summary>
    private static readonly CodePointSet Viramas = CodePointSet.Of(new[]
    {
        0x94D, 0x9CD, 0xA4D, 0xACD, 0xB4D, 0xBCD, 0xC4D, 0xCCD, 0xD3B, 0xD3C, 0xD4D, 0xDCA, 0xE3A, 0xEBA, 0xF84, 0x1039, 0x103A, 0x1714, 0x1734, 0x17D2, 0x1A60,
        0x1B44, 0x1BAA, 0x1BAB, 0x1BF2, 0x1BF3,
        0xA806, 0xA82C, 0xA8C4, 0xA953, 0xA9C0, 0xAAF6, 0xABED,
    }.Select(c => (c, c)));

    /// <summary>Whether a label that is not ASCII alone is made of what may stand there.</summary>
    public static bool IsLabel(IReadOnlyList<int> label)
    {
        if (label.Count == 0 || label[0] == '-' || label[^1] == '-' || IsMark(label[0])) return false;
        if (label.Count > 3 && label[2] == '-' && label[3] == '-') return false;
        if (label.Any(ArabicDigits.Contains) && label.Any(c => c is >= 0x6F0 and <= 0x6F9)) return false;
        return Enumerable.Range(0, label.Count).All(at => Contextual.Contains(label[at]) ? FitsContext(label, at) : IsAllowed(label[at]));
    }

    /// <summary>Whether a label makes its whole name one of mixed directions.</summary>
    public static bool HasRightToLeft(IReadOnlyList<int> label) => label.Any(c => IsRightToLeft(c) || ArabicDigits.Contains(c));

    /// <summary>Whether a label can stand in a name of mixed directions (RFC 5893, section 2).</summary>
    public static bool KeepsDirection(IReadOnlyList<int> label)
    {
        var isRightToLeft = IsRightToLeft(label[0]);
        if (!isRightToLeft) return IsLeftToRight(label[0]) && !HasRightToLeft(label);
        var last = label.Last(c => !IsMark(c));
        return !label.Any(IsLeftToRight)
            && (IsRightToLeft(last) || ArabicDigits.Contains(last) || EuropeanDigits.Contains(last))
            && !(label.Any(ArabicDigits.Contains) && label.Any(EuropeanDigits.Contains));
    }

    private static bool IsAllowed(int c)
    {
        if (c < 0x80) return char.IsAsciiLetterOrDigit((char)c) || c == '-';
        if (Allowed.Contains(c)) return true;
        return !Forbidden.Contains(c)
            && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ModifierLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }

    /// <summary>Characters that need certain neighbours (RFC 5892, appendix A).</summary>
    private static bool FitsContext(IReadOnlyList<int> label, int at)
    {
        var before = at > 0 ? label[at - 1] : -1;
        var after = at + 1 < label.Count ? label[at + 1] : -1;
        return label[at] switch
        {
            0xB7 => before == 'l' && after == 'l',
            0x375 => Greek.Value.Contains(after),
            0x5F3 or 0x5F4 => Hebrew.Value.Contains(before),
            0x30FB => label.Any(Japanese.Value.Contains),
            Joiner => Viramas.Contains(before),
            _ => Viramas.Contains(before) || (Joining.Value.Contains(Nearest(label, at, -1)) && Joining.Value.Contains(Nearest(label, at, 1))),
        };
    }

    /// <summary>The next character that is no mark; -1 when there is none.</summary>
    private static int Nearest(IReadOnlyList<int> label, int at, int step)
    {
        for (at += step; at >= 0 && at < label.Count; at += step)
            if (!IsMark(label[at])) return label[at];
        return -1;
    }

    private static bool IsMark(int c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsRightToLeft(int c) => RightToLeft.Contains(c) && !IsMark(c) && !ArabicDigits.Contains(c) && !EuropeanDigits.Contains(c);

    private static bool IsLeftToRight(int c) => !RightToLeft.Contains(c) && CharUnicodeInfo.GetUnicodeCategory(c) <= UnicodeCategory.OtherLetter;

    private static CodePointSet Script(string name) => UnicodeScripts.Find("sc", name)!;
}
