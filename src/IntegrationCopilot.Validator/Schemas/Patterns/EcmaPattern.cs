using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace IntegrationCopilot.Validator;

/// <summary>A compiled pattern of ECMA-262 that is found anywhere in a text unless anchored.</summary>
/// <remarks>Rows of character sets are matched on the bytes; other patterns take time linear in the text where they allow it. Look-around, back references and very large sets run with backtracking under a time-out.</remarks>
internal sealed class EcmaPattern
{
    /// <summary>An automaton over sets of so many ranges takes longer to build than a time-out allows a match.</summary>
    private const int MaxAutomatonText = 1500;

    private readonly PatternChain? chain;
    private readonly Regex? regex;

    private EcmaPattern(string source, PatternChain? chain, Regex? regex)
    {
        Source = source;
        this.chain = chain;
        this.regex = regex;
    }

    public string Source { get; }

    /// <summary>Compiles a pattern.</summary>
    /// <exception cref="FormatException">It is no pattern; the message says why.</exception>
    public static EcmaPattern Compile(string source, TimeSpan timeout)
    {
        var syntax = PatternParser.Parse(source, strict: false);
        if (PatternChain.Of(syntax) is { } chain) return new EcmaPattern(source, chain, null);
        var text = PatternTranslation.ToDotNet(syntax, out var needsBacktracking);
        return new EcmaPattern(source, null, Compile(text, needsBacktracking || text.Length > MaxAutomatonText, timeout));
    }

    /// <summary>Whether a text is a pattern.</summary>
    public static bool IsPattern(ReadOnlySpan<byte> utf8)
    {
        try
        {
            PatternParser.Parse(Encoding.UTF8.GetString(utf8), strict: true);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>Whether the pattern is found; null when that took too long.</summary>
    /// <param name="utf8">Valid UTF-8.</param>
    /// <param name="tape">Lends its buffer.</param>
    /// <param name="work">Pays for the time taken, so that many slow matches end as soon as one that is too slow.</param>
    public bool? IsMatch(ReadOnlySpan<byte> utf8, Tape tape, ref long work)
    {
        if (chain is not null) return chain.IsMatch(utf8);
        if (tape.Chars.Length < utf8.Length) tape.Chars = new char[Math.Max(utf8.Length, tape.Chars.Length * 2)];
        var count = Encoding.UTF8.GetChars(utf8, tape.Chars);
        var start = Stopwatch.GetTimestamp();
        try
        {
            return regex!.IsMatch(tape.Chars.AsSpan(0, count));
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
        finally
        {
            work -= Stopwatch.GetElapsedTime(start).Ticks;
        }
    }

    private static Regex Compile(string text, bool needsBacktracking, TimeSpan timeout)
    {
        if (!needsBacktracking)
        {
            try
            {
                return new Regex(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, timeout);
            }
            catch (NotSupportedException)
            {
                // The automaton would be too large; the time-out bounds what follows.
            }
        }
        return new Regex(text, RegexOptions.CultureInvariant, timeout);
    }
}
