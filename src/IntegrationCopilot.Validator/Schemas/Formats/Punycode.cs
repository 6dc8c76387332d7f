using System.Text;

namespace IntegrationCopilot.Validator;

/// <summary>Unicode labels in ASCII: RFC 3492.</summary>
internal static class Punycode
{
    private const int Base = 36;
    private const int Least = 1;
    private const int Most = 26;
    private const int FirstBias = 72;
    private const int FirstCodePoint = 0x80;

    /// <summary>The code points a label stands for; null when it is not Punycode.</summary>
    /// <param name="text">The label without <c>xn--</c>.</param>
    public static List<int>? Decode(string text)
    {
        var delimiter = text.LastIndexOf('-');
        List<int> output = [.. text.Take(Math.Max(0, delimiter)).Select(c => (int)c)];
        var (codePoint, place, bias) = (FirstCodePoint, 0L, FirstBias);
        for (var at = delimiter + 1; at < text.Length;)
        {
            var before = place;
            var weight = 1L;
            for (var k = Base; ; k += Base)
            {
                if (at == text.Length || DigitOf(text[at++]) is not (>= 0 and var digit)) return null;
                place += digit * weight;
                var threshold = Threshold(k, bias);
                if (digit < threshold) break;
                weight *= Base - threshold;
                if (weight > int.MaxValue || place > int.MaxValue) return null;
            }
            bias = Adapt((int)(place - before), output.Count + 1, before == 0);
            codePoint += (int)(place / (output.Count + 1));
            if (!Rune.IsValid(codePoint)) return null;
            place %= output.Count + 1;
            output.Insert((int)place++, codePoint);
        }
        return output;
    }

    /// <summary>The label that stands for code points, without <c>xn--</c>.</summary>
    /// <param name="input">A label of at most a few hundred code points.</param>
    public static string Encode(IReadOnlyList<int> input)
    {
        var output = new StringBuilder();
        foreach (var basic in input.Where(c => c < FirstCodePoint)) output.Append((char)basic);
        var (done, basics) = (output.Length, output.Length);
        if (basics > 0) output.Append('-');
        var (codePoint, delta, bias) = (FirstCodePoint, 0, FirstBias);
        while (done < input.Count)
        {
            var next = input.Where(c => c >= codePoint).Min();
            delta += (next - codePoint) * (done + 1);
            codePoint = next;
            foreach (var c in input)
            {
                if (c < codePoint) delta++;
                if (c != codePoint) continue;
                AppendNumber(output, delta, bias);
                bias = Adapt(delta, done + 1, done == basics);
                delta = 0;
                done++;
            }
            delta++;
            codePoint++;
        }
        return output.ToString();
    }

    private static void AppendNumber(StringBuilder output, int number, int bias)
    {
        for (var k = Base; ; k += Base)
        {
            var threshold = Threshold(k, bias);
            if (number < threshold) break;
            output.Append(Digit(threshold + ((number - threshold) % (Base - threshold))));
            number = (number - threshold) / (Base - threshold);
        }
        output.Append(Digit(number));
    }

    private static int Threshold(int k, int bias) => Math.Clamp(k - bias, Least, Most);

    private static int Adapt(int delta, int count, bool isFirst)
    {
        delta /= isFirst ? 700 : 2;
        delta += delta / count;
        var k = 0;
        for (; delta > (Base - Least) * Most / 2; k += Base) delta /= Base - Least;
        return k + ((Base - Least + 1) * delta / (delta + 38));
    }

    private static char Digit(int value) => (char)(value < 26 ? 'a' + value : '0' + value - 26);

    private static int DigitOf(char c) => c switch
    {
        >= 'a' and <= 'z' => c - 'a',
        >= 'A' and <= 'Z' => c - 'A',
        >= '0' and <= '9' => c - '0' + 26,
        _ => -1,
    };
}
