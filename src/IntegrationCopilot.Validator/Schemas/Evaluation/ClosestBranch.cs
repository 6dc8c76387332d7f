namespace IntegrationCopilot.Validator;

/// <summary>Guesses which alternative the sender meant, by looking one level deep.</summary>
internal static class ClosestBranch
{
    private const int WrongType = 1_000_000;
    private const int WrongConstant = 10_000;
    private const int Missing = 100;
    private const int WrongValue = 50;
    private const int Unknown = 10;
    private const int MaxHops = 8;

    public static int Find(ref Checker checker, Instance instance, SchemaNode[] branches, int at)
    {
        var best = 0;
        var least = int.MaxValue;
        for (var i = 0; i < branches.Length; i++)
        {
            var distance = Distance(ref checker, instance, branches[i], at, 0);
            if (distance < least) (best, least) = (i, distance);
        }
        return best;
    }

    private static int Distance(ref Checker checker, Instance instance, SchemaNode schema, int at, int hops)
    {
        var kind = instance[at].Kind;
        if (!schema.Types.Has(kind)) return WrongType;
        var distance = 0;
        if (schema.Enum is { } values && !checker.Contains(values, at)) distance += WrongConstant;
        if (schema.Const is { } constant && !checker.Contains(constant, at)) distance += WrongConstant;
        if (kind == ValueKind.Object && schema.Objects is { } rules) distance += ObjectDistance(ref checker, instance, rules, at);
        if (kind == ValueKind.Array && schema.Arrays?.Rest is { } rest)
        {
            for (var item = at + 1; item < instance[at].Next; item = instance[item].Next)
                if (!checker.Check(rest, item)) distance += instance[item].Kind is var k && rest.Types.Has(k) ? WrongValue : Missing;
        }
        if (schema.InPlace is not { } inPlace || hops == MaxHops) return distance;
        if (inPlace.Reference is { } reference) distance += Distance(ref checker, instance, reference, at, hops + 1);
        foreach (var branch in inPlace.AllOf) distance += Distance(ref checker, instance, branch, at, hops + 1);
        return distance;
    }

    private static int ObjectDistance(ref Checker checker, Instance instance, ObjectRules rules, int at)
    {
        var distance = 0;
        foreach (var name in rules.Required)
        {
            var wanted = new RequiredName(name);
            if (instance.FindMember(at, wanted.Utf8, wanted.Key) < 0) distance += Missing;
        }
        for (var name = at + 1; name < instance[at].Next; name = instance[name + 1].Next)
        {
            var place = rules.Names.Find(instance[name].Key, instance.Text(name));
            if (place < 0 || rules.Slots[place].Schema is not { } property) distance += rules.Additional is { Types: KindMask.None } ? Unknown : 1;
            else if (!checker.Check(property, name + 1)) distance += IsConstant(property) ? WrongConstant : WrongValue;
        }
        return distance;
    }

    private static bool IsConstant(SchemaNode property)
    {
        var target = property.InPlace?.Reference ?? property;
        return target.Const is not null || target.Enum is { Count: 1 };
    }
}
