using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;

namespace IntegrationCopilot.Validator;

/// <summary>A compiled pattern of ECMA-262 that is found anywhere in a text unless anchored.</summary>
/// <remarks>
/// <para>Rows of character sets are matched on the bytes; other patterns take time linear in the text where they allow it. Look-around, back references and
/// very large sets run with backtracking under a time-out.</para>
/// <para>Source: ECMA-262, section 22.2, with the <c>u</c> flag, as JSON Schema core, section 6.4 has it.</para>
/// </remarks>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed class EcmaPattern
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(1);

    /// <summary>An automaton over sets of so many ranges takes longer to build than a time-out allows a match.</summary>
    private const int MaxAutomatonText = 1500;

    private readonly PatternChain? chain;
    private readonly Regex? regex;

    private EcmaPattern(string source, PatternNode syntax, PatternChain? chain, Regex? regex)
    {
        Source = source;
        Syntax = syntax;
        this.chain = chain;
        this.regex = regex;
    }

    /// <summary>The pattern as written.</summary>
    public string Source { get; }

    /// <summary>What it is made of.</summary>
    public PatternNode Syntax { get; }

    /// <summary>Compiles a pattern; also what Annex B of ECMA-262 allows where the meaning is plain.</summary>
    /// <param name="source">The pattern, without slashes around it.</param>
    /// <param name="pattern">The pattern; null when it is none.</param>
    /// <param name="fault">Why it is none, as the end of a sentence; null when it is one.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryCompile(string source, [NotNullWhen(true)] out EcmaPattern? pattern, [NotNullWhen(false)] out string? fault)
    {
        ArgumentNullException.ThrowIfNull(source);
        (pattern, fault) = (null, null);
        try
        {
            pattern = Compile(source, DefaultTimeout);
        }
        catch (FormatException wrong)
        {
            fault = wrong.Message;
        }
        return pattern is not null;
    }

    /// <summary>Whether the pattern is found in a text; null when that took longer than a second.</summary>
    /// <param name="text">The text; lone surrogates stand for U+FFFD.</param>
    public bool? IsMatch(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tape = Tape.Rent();
        try
        {
            var work = long.MaxValue;
            return IsMatch(Encoding.UTF8.GetBytes(text), tape, ref work);
        }
        finally
        {
            Tape.Return(tape);
        }
    }

    /// <summary>The pattern an author meant who wrote it as JavaScript source text, <c>/^a$/</c>; any other text as it is.</summary>
    /// <param name="source">The text of a <c>pattern</c> keyword.</param>
    public static string WithoutSlashes(string source) => source is ['/', '^', .., '$', '/'] ? source[1..^1] : source;

    /// <summary>Compiles a pattern.</summary>
    /// <exception cref="FormatException">It is no pattern; the message says why.</exception>
    internal static EcmaPattern Compile(string source, TimeSpan timeout)
    {
        var syntax = PatternParser.Parse(source, strict: false);
        if (PatternChain.Of(syntax) is { } chain) return new EcmaPattern(source, syntax, chain, null);
        var text = PatternTranslation.ToDotNet(syntax, out var needsBacktracking);
        return new EcmaPattern(source, syntax, null, Compile(text, needsBacktracking || text.Length > MaxAutomatonText, timeout));
    }

    /// <summary>Whether a text is a pattern.</summary>
    internal static bool IsPattern(ReadOnlySpan<byte> utf8)
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
    internal bool? IsMatch(ReadOnlySpan<byte> utf8, Tape tape, ref long work)
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
