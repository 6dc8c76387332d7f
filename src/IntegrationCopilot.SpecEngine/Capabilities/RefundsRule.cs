using System.Buffers;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Money that can be given back: refunds, reversals, voids, and cancelled payments.</summary>
internal sealed class RefundsRule : CapabilityRule
{
    private static readonly HashSet<string> Money = new(StringComparer.Ordinal)
    {
        "payment", "payments", "charge", "charges", "authorization", "authorizations", "authorisation", "authorisations", "capture", "captures",
        "transaction", "transactions", "transfer", "transfers", "payout", "payouts", "deposit", "deposits", "withdrawal", "withdrawals", "debit", "credit",
        "sale", "sales", "invoice", "invoices",
    };

    private static readonly HashSet<string> Undoing = new(StringComparer.Ordinal)
    {
        "create", "issue", "request", "make", "add", "post", "submit", "initiate", "process", "perform", "execute", "cancel", "or", "and", "do", "new", "v",
        "full", "partial", "payment", "order",
    };

    private static readonly HashSet<string> AmountParts = LooseNames.Set("value", "amount", "number", "units", "minor-units");

    private static readonly SearchValues<string> Signs = SearchValues.Create(["refund", "revers", "void", "cancel"], StringComparison.OrdinalIgnoreCase);

    public override string Id => CapabilityIds.Refunds;

    public override double AbsentConfidence => 0.9;

    public override void Look(ApiOperation operation, CapabilityFindings findings)
    {
        if (operation.Method is not ("POST" or "PUT" or "PATCH")) return;
        if (InPath(operation.Path) is { } kind) Add(operation, findings, 1, new RefundFact(kind, operation.Path, IsPath: true));
        else if (operation.OperationId is { } name && InName(name) is { } named) Add(operation, findings, 0.9, new RefundFact(named, name, IsPath: false));
    }

    private static void Add(ApiOperation operation, CapabilityFindings findings, double strength, RefundFact fact)
    {
        var fields = operation.RequestBody is { } body ? findings.Fields.FieldsOf(body.Content) : new Dictionary<string, RawNode>();
        findings.Add(operation, operation.Node, strength, fact with { Amount = Amount(fields, findings.Fields), Target = Target(operation, fields) });
    }

    /// <summary>
    /// A field with amount in its name that is a number or text, or that holds one: <c>amount</c>, <c>refund_amount</c>, <c>amount.value</c>.
    /// </summary>
    private static MessageField? Amount(IReadOnlyDictionary<string, RawNode> fields, SchemaStructure schemas)
    {
        foreach (var (name, schema) in fields)
        {
            if (!name.Contains("amount", StringComparison.OrdinalIgnoreCase)) continue;
            if (schemas.IsOfType(schema, JsonTypes.Object) || schemas.FieldsOf(schema).Count > 0)
            {
                if (schemas.FieldsOf(schema).Keys.FirstOrDefault(AmountParts.Contains) is { } part) return MessageField.InBody(name, part);
            }
            else if (!schemas.IsOfType(schema, JsonTypes.Boolean) && !schemas.IsOfType(schema, JsonTypes.Array)) return MessageField.InBody(name);
        }
        return null;
    }

    private static MessageField? Target(ApiOperation operation, IReadOnlyDictionary<string, RawNode> fields)
    {
        if (operation.Parameters.LastOrDefault(parameter => parameter.Place == ParameterPlace.Path) is { } parameter) return MessageField.Of(parameter);
        return fields.Keys.FirstOrDefault(IsReference) is { } field ? MessageField.InBody(field) : null;
    }

    private static bool IsReference(string name) => Words.Of(name) is { Count: > 1 } words && words[^1] is "id" or "token" or "uuid";

    /// <summary>The last segment that is no parameter says what is done; those before it say to what.</summary>
    private static RefundKind? InPath(string path)
    {
        if (!path.AsSpan().ContainsAny(Signs)) return null;
        var segments = Words.Segments(path);
        if (segments.Count == 0 || segments[0].StartsWith('#')) return null;
        var words = Words.Of(segments[^1]);
        if (words.Count == 0) return null;
        var before = segments.Take(segments.Count - 1).SelectMany(s => Words.Of(s)).ToList();
        var aboutMoney = before.Exists(Money.Contains) || words.Exists(Money.Contains);
        if (before.Exists(w => w is "refund" or "refunds") && KindOf(words[^1], aboutMoney: true) == RefundKind.Cancel) return null;
        if (words[..^1].TrueForAll(w => Undoing.Contains(w) || Money.Contains(w)) && KindOf(words[^1], aboutMoney) is { } kind) return kind;
        if (words is ["refund", "request" or "requests"]) return RefundKind.Refund;
        return words.Count > 1 && Money.Contains(words[1]) ? KindOf(words[0], aboutMoney: true) : null;
    }

    private static RefundKind? InName(string name)
    {
        if (!name.AsSpan().ContainsAny(Signs)) return null;
        var words = Words.Of(name);
        if (words.Count == 0) return null;
        if (KindOf(words[0], words.Exists(Money.Contains)) is { } verb) return verb;
        return words.Count > 1 && Undoing.Contains(words[0]) && words[1..^1].TrueForAll(w => Undoing.Contains(w) || Money.Contains(w))
            ? KindOf(words[^1], words.Exists(Money.Contains))
            : null;
    }

    private static RefundKind? KindOf(string word, bool aboutMoney) => word switch
    {
        "refund" or "refunds" => RefundKind.Refund,
        "reversal" or "reversals" => RefundKind.Reversal,
        "reverse" when aboutMoney => RefundKind.Reversal,
        "void" or "voids" when aboutMoney => RefundKind.Void,
        "cancel" or "cancels" or "cancellation" or "cancellations" when aboutMoney => RefundKind.Cancel,
        _ => null,
    };
}
