namespace IntegrationCopilot.SpecEngine;

/// <summary>An operation named as a call: the thing, and what is done with it.</summary>
/// <param name="Scope">Where the thing lies: the path before, so that two things of one name stay apart.</param>
/// <param name="Words">Words of the thing, the last in the singular.</param>
/// <param name="Verb">What is done.</param>
internal readonly record struct CallName(string Scope, List<string> Words, string Verb)
{
    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal)
    {
        "create", "add", "new", "insert", "register", "upload", "post", "grant", "open", "put", "start", "list", "leases", "all", "search", "query", "get",
        "info", "describe", "view", "show", "read", "retrieve", "fetch", "find", "details", "timetolive",
        "update", "edit", "modify", "set", "change", "delete", "remove", "destroy", "revoke", "del", "range", "deleterange",
    };

    /// <summary>The thing and the verb of <c>/connections/create</c>, <c>/chat.postMessage</c>, <c>#Target=Service.CreateTable</c>,
    /// <c>/profile/updateRecipient</c>.</summary>
    public static CallName? Of(PathNode node)
    {
        if (node.IsParameter || node.Way().Exists(step => step.IsParameter)) return null;
        var text = node.Segment.Text;
        var scope = Scoped(node);
        if (text.LastIndexOf('.') is > 0 and var dot) return Dotted(scope, text, dot);
        var words = EffectWords.WordsOf(text);
        if (words.Count > 2 && words[0] is "batch" or "bulk") words.RemoveAt(0);
        if (words.Count == 0) return null;
        if (words.Count == 1 && !node.Segment.IsCall)
            return IsVerb(words[0]) && Thing(node.Parent!) is { Count: > 0 } thing ? new CallName(Scoped(node.Parent!), thing, words[0]) : null;
        return IsVerb(words[0]) ? new CallName(scope, Singular(words[1..]), words[0]) : IsVerb(words[^1])
            && words.Count > 1 ? new CallName(scope, Singular(words[..^1]), words[^1]) : null;
    }

    public bool IsCreate => Verb is "create" or "add" or "new" or "insert" or "register" or "upload" or "post" or "grant" or "open" or "put" or "start" or "import";

    public bool IsList => Verb is "list" or "leases" or "all" or "search" or "query" or "range";

    public bool IsRead => Verb is "get" or "info" or "describe" or "view" or "show" or "read" or "retrieve" or "fetch" or "find" or "details" or "timetolive";

    public bool IsUpdate => Verb is "update" or "edit" or "modify" or "set" or "change";

    public bool IsDelete => Verb is "delete" or "remove" or "destroy" or "del" or "deleterange";

    private static CallName? Dotted(string scope, string text, int dot)
    {
        var words = EffectWords.WordsOf(text.AsSpan(dot + 1));
        if (words.Count == 0) return null;
        var thing = Singular(EffectWords.WordsOf(text.AsSpan(0, dot)));
        return words.Count > 1 && IsVerb(words[0])
            && thing.Count > 0 ? new CallName(scope, Singular(words[1..]), words[0]) : thing.Count > 0
            ? new CallName(scope, thing, words.Count == 1 ? words[0] : string.Concat(words)) : null;
    }

    private static bool IsVerb(string word) =>
        Verbs.Contains(word) || (EffectWords.TryGet(word, out var verb) && verb.Form == VerbForm.Base) || EffectWords.TryGetWithin(word, out _);

    private static List<string> Thing(PathNode node) =>
        node.IsParameter || ResourceWords.IsVersion(node.Segment.Text) ? [] : Singular(EffectWords.WordsOf(node.Segment.Text));

    private static List<string> Singular(List<string> words) => words.Count == 0 ? words : [.. words[..^1], SingularForm.Of(words[^1])];

    private static string Scoped(PathNode node) => string.Join('/', node.Way().SkipLast(1).Select(step => step.Segment.Key));
}
