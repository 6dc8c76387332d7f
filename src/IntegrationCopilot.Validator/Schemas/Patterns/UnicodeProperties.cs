using System.Collections.Frozen;
using System.Globalization;

namespace IntegrationCopilot.Validator;

/// <summary>The property names of <c>\p{…}</c> (ECMA-262, tables 67 to 69).</summary>
internal static class UnicodeProperties
{
    private static readonly Lazy<CodePointSet[]> Categories = new(BuildCategories);

    /// <summary>Short and long names of each category or group of categories.</summary>
    private static readonly FrozenDictionary<string, UnicodeCategory[]> CategoryNames = BuildNames();

    /// <summary>The code points of a property; null when it is not known.</summary>
    public static CodePointSet? Find(string name)
    {
        switch (name)
        {
            case "Any": return CodePointSet.Any;
            case "ASCII": return CodePointSet.Of((0, 0x7F));
            case "Assigned": return Union([UnicodeCategory.OtherNotAssigned]).Complement();
            case "ASCII_Hex_Digit" or "AHex": return CodePointSet.Of(('0', '9'), ('A', 'F'), ('a', 'f'));
        }
        var parts = name.Split('=');
        if (parts.Length == 2) return parts[0] is "General_Category" or "gc" ? Category(parts[1]) : UnicodeScripts.Find(parts[0], parts[1]);
        return Category(name) ?? UnicodeScripts.FindBinary(name);
    }

    private static CodePointSet? Category(string name) => CategoryNames.TryGetValue(name, out var categories) ? Union(categories) : null;

    private static CodePointSet Union(UnicodeCategory[] categories) => CodePointSet.Of(categories.SelectMany(c => Categories.Value[(int)c].Ranges));

    private static CodePointSet[] BuildCategories()
    {
        var ranges = Enumerable.Range(0, 30).Select(_ => new List<(int First, int Last)>()).ToArray();
        for (var codePoint = 0; codePoint <= CodePointSet.Last; codePoint++)
        {
            var category = ranges[(int)CharUnicodeInfo.GetUnicodeCategory(codePoint)];
            if (category.Count > 0 && category[^1].Last == codePoint - 1) category[^1] = (category[^1].First, codePoint);
            else category.Add((codePoint, codePoint));
        }
        return [.. ranges.Select(r => CodePointSet.Of(r))];
    }

    private static FrozenDictionary<string, UnicodeCategory[]> BuildNames()
    {
        Dictionary<string, UnicodeCategory[]> names = new(StringComparer.Ordinal);
        Add("Lu Uppercase_Letter", UnicodeCategory.UppercaseLetter);
        Add("Ll Lowercase_Letter", UnicodeCategory.LowercaseLetter);
        Add("Lt Titlecase_Letter", UnicodeCategory.TitlecaseLetter);
        Add("LC Cased_Letter", UnicodeCategory.UppercaseLetter, UnicodeCategory.LowercaseLetter, UnicodeCategory.TitlecaseLetter);
        Add("Lm Modifier_Letter", UnicodeCategory.ModifierLetter);
        Add("Lo Other_Letter", UnicodeCategory.OtherLetter);
        Add("L Letter", UnicodeCategory.UppercaseLetter, UnicodeCategory.LowercaseLetter, UnicodeCategory.TitlecaseLetter, UnicodeCategory.ModifierLetter,
            UnicodeCategory.OtherLetter);
        Add("Mn Nonspacing_Mark", UnicodeCategory.NonSpacingMark);
        Add("Mc Spacing_Mark", UnicodeCategory.SpacingCombiningMark);
        Add("Me Enclosing_Mark", UnicodeCategory.EnclosingMark);
        Add("M Mark Combining_Mark", UnicodeCategory.NonSpacingMark, UnicodeCategory.SpacingCombiningMark, UnicodeCategory.EnclosingMark);
        Add("Nd Decimal_Number digit", UnicodeCategory.DecimalDigitNumber);
        Add("Nl Letter_Number", UnicodeCategory.LetterNumber);
        Add("No Other_Number", UnicodeCategory.OtherNumber);
        Add("N Number", UnicodeCategory.DecimalDigitNumber, UnicodeCategory.LetterNumber, UnicodeCategory.OtherNumber);
        Add("Pc Connector_Punctuation", UnicodeCategory.ConnectorPunctuation);
        Add("Pd Dash_Punctuation", UnicodeCategory.DashPunctuation);
        Add("Ps Open_Punctuation", UnicodeCategory.OpenPunctuation);
        Add("Pe Close_Punctuation", UnicodeCategory.ClosePunctuation);
        Add("Pi Initial_Punctuation", UnicodeCategory.InitialQuotePunctuation);
        Add("Pf Final_Punctuation", UnicodeCategory.FinalQuotePunctuation);
        Add("Po Other_Punctuation", UnicodeCategory.OtherPunctuation);
        Add("P Punctuation punct", UnicodeCategory.ConnectorPunctuation, UnicodeCategory.DashPunctuation, UnicodeCategory.OpenPunctuation,
            UnicodeCategory.ClosePunctuation,
            UnicodeCategory.InitialQuotePunctuation, UnicodeCategory.FinalQuotePunctuation, UnicodeCategory.OtherPunctuation);
        Add("Sm Math_Symbol", UnicodeCategory.MathSymbol);
        Add("Sc Currency_Symbol", UnicodeCategory.CurrencySymbol);
        Add("Sk Modifier_Symbol", UnicodeCategory.ModifierSymbol);
        Add("So Other_Symbol", UnicodeCategory.OtherSymbol);
        Add("S Symbol", UnicodeCategory.MathSymbol, UnicodeCategory.CurrencySymbol, UnicodeCategory.ModifierSymbol, UnicodeCategory.OtherSymbol);
        Add("Zs Space_Separator", UnicodeCategory.SpaceSeparator);
        Add("Zl Line_Separator", UnicodeCategory.LineSeparator);
        Add("Zp Paragraph_Separator", UnicodeCategory.ParagraphSeparator);
        Add("Z Separator", UnicodeCategory.SpaceSeparator, UnicodeCategory.LineSeparator, UnicodeCategory.ParagraphSeparator);
        Add("Cc Control cntrl", UnicodeCategory.Control);
        Add("Cf Format", UnicodeCategory.Format);
        Add("Co Private_Use", UnicodeCategory.PrivateUse);
        Add("Cn Unassigned", UnicodeCategory.OtherNotAssigned);
        Add("C Other", UnicodeCategory.Control, UnicodeCategory.Format, UnicodeCategory.PrivateUse, UnicodeCategory.OtherNotAssigned);
        return names.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(string aliases, params UnicodeCategory[] categories)
        {
            foreach (var alias in aliases.Split(' ')) names[alias] = categories;
        }
    }
}
