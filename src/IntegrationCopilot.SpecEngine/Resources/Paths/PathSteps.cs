using System.Buffers;
using System.Text;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Splits path templates into steps.</summary>
/// <remarks><c>/v1/users('{id}')/files/{name}.json:copy</c> is <c>v1</c>, <c>users</c>, <c>{id}</c>, <c>files</c>, <c>{name}</c>, call <c>copy</c>.</remarks>
internal static class PathSteps
{
    /// <summary>Steps beyond this are left out: no API has as many.</summary>
    private const int MaxSegments = 40;

    private static readonly SearchValues<char> CallMarks = SearchValues.Create("#?");

    public static List<PathSegment> Of(string path)
    {
        List<PathSegment> segments = [];
        var text = path.AsSpan();
        var call = OutsideBraces(text, CallMarks);
        foreach (var part in text[..(call < 0 ? text.Length : call)].Split('/'))
        {
            if (segments.Count >= MaxSegments) return segments;
            var segment = text[part];
            if (!segment.IsEmpty) Add(segment, segments);
        }
        if (call >= 0) AddCall(text[(call + 1)..], segments);
        return segments;
    }

    private static void Add(ReadOnlySpan<char> segment, List<PathSegment> segments)
    {
        var open = segment.IndexOf('{');
        var close = segment.LastIndexOf('}');
        if (open < 0 || close < open) { AddWord(segment, segments); return; }
        var before = segment[..open];
        var after = segment[(close + 1)..];
        if (before.IndexOf('(') is > 0 and var bracket)
        {
            AddWord(before[..bracket], segments);
            before = [];
            after = after[(after.LastIndexOf(')') + 1)..];
        }
        var middle = WithoutExtension(segment[open..(close + 1)]);
        // "/records.{format}" is the word, in one of several notations.
        if (before is [.., '.'] && IsExtension(middle)) AddWord(before[..^1], segments);
        else AddParameters(before, middle, after, segments);
    }

    /// <summary><c>{id}.{format}</c> without the notation.</summary>
    private static ReadOnlySpan<char> WithoutExtension(ReadOnlySpan<char> middle) =>
        middle.LastIndexOf(".{") is > 0 and var dot && IsExtension(middle[(dot + 1)..]) ? middle[..dot] : middle;

    private static bool IsExtension(ReadOnlySpan<char> parameter) => parameter is "{format}" or "{ext}" or "{extension}" or "{_format}";

    private static void AddParameters(ReadOnlySpan<char> before, ReadOnlySpan<char> middle, ReadOnlySpan<char> after, List<PathSegment> segments)
    {
        List<string> names = [];
        var key = new StringBuilder().Append(before);
        while (!middle.IsEmpty)
        {
            var open = middle.IndexOf('{');
            var close = open < 0 ? -1 : middle[open..].IndexOf('}');
            if (close < 0) break;
            names.Add(middle[(open + 1)..(open + close)].TrimStart('+').TrimEnd('*').ToString());
            key.Append(middle[..open]).Append("{}");
            middle = middle[(open + close + 1)..];
        }
        if (names.Count == 0) return;
        segments.Add(new PathSegment(key.ToString(), string.Concat(before, "{", names[0]) + "}", names, IsCall: false));
        if (after is [':', not ':', ..]) AddCall(after[1..], segments);
    }

    /// <summary>A word; what follows a colon is a verb (google.aip.dev/136); a file extension says nothing.</summary>
    private static void AddWord(ReadOnlySpan<char> word, List<PathSegment> segments)
    {
        var colon = word.IndexOf(':');
        var call = colon >= 0 ? word[(colon + 1)..] : [];
        if (colon >= 0) word = word[..colon];
        if (word.LastIndexOf('.') is > 0 and var dot
            && word[(dot + 1)..] is "json" or "xml" or "php" or "aspx" or "asp" or "jsp" or "do" or "html" or "svc" or "cgi" or "ashx" or "asmx") word =
            word[..dot];
        if (!word.IsEmpty) segments.Add(new PathSegment(word.ToString(), word.ToString(), [], IsCall: false));
        if (!call.IsEmpty) AddCall(call, segments);
    }

    /// <summary>The verb after the last dot or equals sign: <c>X-Amz-Target=Service.ListThings</c>.</summary>
    private static void AddCall(ReadOnlySpan<char> call, List<PathSegment> segments)
    {
        if (call.IndexOf('&') is > 0 and var more) call = call[..more];
        var verb = call[(call.LastIndexOfAny('.', '=') + 1)..].Trim('/');
        if (verb.IsEmpty || verb.Contains('{')) return;
        segments.Add(new PathSegment(":" + verb.ToString(), verb.ToString(), [], IsCall: true));
    }

    private static int OutsideBraces(ReadOnlySpan<char> text, SearchValues<char> marks)
    {
        var from = 0;
        while (true)
        {
            var mark = text[from..].IndexOfAny(marks);
            if (mark < 0) return -1;
            var before = text[..(from + mark)];
            if (before.LastIndexOf('{') <= before.LastIndexOf('}')) return from + mark;
            from += mark + 1;
        }
    }
}
