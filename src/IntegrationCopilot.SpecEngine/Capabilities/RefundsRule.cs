using System.Buffers;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Money that can be given back: refunds, reversals, voids, and cancelled payments.</summary>
internal sealed class RefundsRule : CapabilityRule
{
    private static readonly HashSet<string> Money = new(StringComparer.Ordinal)
    {
        "payment", "payments", "charge", "charges", "authorization", "authorizations", "authorisation", "authorisations", "capture", "captures",
        "transaction", "transactions", "transfer", "transfers", "payout", "payouts", "deposit", "deposits", "withdrawal", "withdrawals", "debit", "credit", "sale", "sales", "invoice", "invoices",
    };

    private static readonly HashSet<string> Undoing = new(StringComparer.Ordinal)
    {
        "create", "issue", "request", "make", "add", "post", "submit", "initiate", "process", "perform", "execute", "cancel", "or", "and", "do", "new", "v", "full", "partial", "payment", "order",
    };

    private static readonly SearchValues<string> Signs = SearchValues.Create(["refund", "revers", "void", "cancel"], StringComparison.OrdinalIgnoreCase);

    public override string Id => CapabilityIds.Refunds;

    public override double AbsentConfidence => 0.9;

    public override void Look(ApiOperation operation, CapabilityFindings findings)
    {
        if (operation.Method is not ("POST" or "PUT" or "PATCH")) return;
        if (InPath(operation.Path) is { } kind) findings.Add(operation, operation.Node, 1, $"path {Excerpt.Of(operation.Path)}", kind);
        else if (operation.OperationId is { } name && InName(name) is { } named) findings.Add(operation, operation.Node, 0.9, $"operation {Excerpt.Of(name)}", named);
    }

    /// <summary>The last segment that is no parameter says what is done; those before it say to what.</summary>
    private static string? InPath(string path)
    {
        if (!path.AsSpan().ContainsAny(Signs)) return null;
        var segments = Words.Segments(path);
        if (segments.Count == 0 || segments[0].StartsWith('#')) return null;
        var words = Words.Of(segments[^1]);
        if (words.Count == 0) return null;
        var before = segments.Take(segments.Count - 1).SelectMany(s => Words.Of(s)).ToList();
        var aboutMoney = before.Exists(Money.Contains) || words.Exists(Money.Contains);
        if (before.Exists(w => w is "refund" or "refunds") && KindOf(words[^1], aboutMoney: true) == "cancel") return null;
        if (words[..^1].TrueForAll(w => Undoing.Contains(w) || Money.Contains(w)) && KindOf(words[^1], aboutMoney) is { } kind) return kind;
        if (words is ["refund", "request" or "requests"]) return "refund";
        return words.Count > 1 && Money.Contains(words[1]) ? KindOf(words[0], aboutMoney: true) : null;
    }

    private static string? InName(string name)
    {
        if (!name.AsSpan().ContainsAny(Signs)) return null;
        var words = Words.Of(name);
        if (words.Count == 0) return null;
        if (KindOf(words[0], words.Exists(Money.Contains)) is { } verb) return verb;
        return words.Count > 1 && Undoing.Contains(words[0]) && words[1..^1].TrueForAll(w => Undoing.Contains(w) || Money.Contains(w)) ? KindOf(words[^1], words.Exists(Money.Contains)) : null;
    }

    private static string? KindOf(string word, bool aboutMoney) => word switch
    {
        "refund" or "refunds" => "refund",
        "reversal" or "reversals" => "reversal",
        "reverse" when aboutMoney => "reversal",
        "void" or "voids" when aboutMoney => "void",
        "cancel" or "cancels" or "cancellation" or "cancellations" when aboutMoney => "cancel",
        _ => null,
    };
}
