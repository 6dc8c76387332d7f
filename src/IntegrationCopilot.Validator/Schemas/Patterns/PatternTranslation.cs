using System.Globalization;
using System.Text;

namespace IntegrationCopilot.Validator;

/// <summary>Writes a pattern in the notation of .NET, with the meaning of ECMA-262 on UTF-16 text without lone surrogates.</summary>
internal static class PatternTranslation
{
    private const string Word = "[0-9A-Z_a-z]";

    public static string ToDotNet(PatternNode pattern, out bool needsBacktracking)
    {
        var writer = new Writer();
        writer.Write(pattern);
        needsBacktracking = writer.NeedsBacktracking;
        return writer.Text;
    }

    private sealed class Writer
    {
        private readonly StringBuilder text = new();

        public string Text => text.ToString();

        public bool NeedsBacktracking { get; private set; }

        public void Write(PatternNode node)
        {
            switch (node)
            {
                case PatternNode.Characters characters: WriteSet(characters.Set); break;
                case PatternNode.Sequence sequence:
                    foreach (var part in sequence.Parts) Write(part);
                    break;
                case PatternNode.Alternation alternation: WriteBranches(alternation); break;
                case PatternNode.Repeat repeat: WriteRepeat(repeat); break;
                case PatternNode.Group group: Enclose("(", group.Part); break;
                case PatternNode.BackReference reference: WriteReference(reference.Number); break;
                case PatternNode.Look look:
                    NeedsBacktracking = true;
                    Enclose(look.Behind ? look.Negative ? "(?<!" : "(?<=" : look.Negative ? "(?!" : "(?=", look.Part);
                    break;
                case PatternNode.Assertion assertion: WriteAssertion(assertion.Kind); break;
            }
        }

        private void Enclose(string open, PatternNode part)
        {
            text.Append(open);
            Write(part);
            text.Append(')');
        }

        private void WriteBranches(PatternNode.Alternation alternation)
        {
            text.Append("(?:");
            for (var i = 0; i < alternation.Branches.Count; i++)
            {
                if (i > 0) text.Append('|');
                Write(alternation.Branches[i]);
            }
            text.Append(')');
        }

        private void WriteRepeat(PatternNode.Repeat repeat)
        {
            Enclose("(?:", repeat.Part);
            text.Append(CultureInfo.InvariantCulture, $"{{{repeat.Min},");
            if (repeat.Max >= 0) text.Append(CultureInfo.InvariantCulture, $"{repeat.Max}");
            text.Append('}');
            if (repeat.Lazy) text.Append('?');
        }

        /// <summary>A reference to a group that took no part matches the empty text in ECMA-262 and nothing in .NET.</summary>
        private void WriteReference(int number)
        {
            NeedsBacktracking = true;
            text.Append(CultureInfo.InvariantCulture, $"(?({number})(?:\\{number})|)");
        }

        private void WriteAssertion(AssertionKind kind)
        {
            if (kind is AssertionKind.WordBoundary or AssertionKind.NotWordBoundary) NeedsBacktracking = true;
            text.Append(kind switch
            {
                AssertionKind.Start => @"\A",
                AssertionKind.End => @"\z",
                AssertionKind.WordBoundary => $"(?:(?<={Word})(?!{Word})|(?<!{Word})(?={Word}))",
                _ => $"(?:(?<={Word})(?={Word})|(?<!{Word})(?!{Word}))",
            });
        }

        private void WriteSet(CodePointSet set)
        {
            List<string> branches = [];
            var plain = new StringBuilder();
            foreach (var (first, last) in set.Ranges)
            {
                if (first <= char.MaxValue) plain.Append(Escape(first)).Append('-').Append(Escape(Math.Min(last, char.MaxValue)));
                if (last > char.MaxValue) AddPairs(Math.Max(first, char.MaxValue + 1), last, branches);
            }
            if (plain.Length > 0) branches.Insert(0, $"[{plain}]");
            // An empty set matches nothing.
            if (branches.Count == 0) branches.Add(@"[^\s\S]");
            text.Append(branches.Count == 1 ? branches[0] : $"(?:{string.Join('|', branches)})");
        }

        private static void AddPairs(int first, int last, List<string> branches)
        {
            var (firstHigh, firstLow) = Surrogates(first);
            var (lastHigh, lastLow) = Surrogates(last);
            if (firstHigh == lastHigh)
            {
                branches.Add(Pair(firstHigh, firstHigh, firstLow, lastLow));
                return;
            }
            if (firstLow > 0xDC00) branches.Add(Pair(firstHigh, firstHigh, firstLow, 0xDFFF));
            var fullFirst = firstLow > 0xDC00 ? firstHigh + 1 : firstHigh;
            var fullLast = lastLow < 0xDFFF ? lastHigh - 1 : lastHigh;
            if (fullFirst <= fullLast) branches.Add(Pair(fullFirst, fullLast, 0xDC00, 0xDFFF));
            if (lastLow < 0xDFFF) branches.Add(Pair(lastHigh, lastHigh, 0xDC00, lastLow));
        }

        private static (int High, int Low) Surrogates(int codePoint) =>
            (0xD800 + ((codePoint - 0x10000) >> 10), 0xDC00 + ((codePoint - 0x10000) & 0x3FF));

        private static string Pair(int firstHigh, int lastHigh, int firstLow, int lastLow) =>
            $"[{Escape(firstHigh)}-{Escape(lastHigh)}][{Escape(firstLow)}-{Escape(lastLow)}]";

        private static string Escape(int c) => $"\\u{c.ToString("X4", CultureInfo.InvariantCulture)}";
    }
}
