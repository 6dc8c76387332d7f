using System.Globalization;
using System.Text;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>
/// Places in an instance, as people write them and as JSON Pointers. Built by walking down from the root, so nothing has to be kept while evaluating.
/// </summary>
internal static class InstancePath
{
    /// <param name="instance">The instance.</param>
    /// <param name="at">A value token.</param>
    /// <param name="root">What the root is called, for example <c>body</c>.</param>
    public static (string Where, string Pointer) Of(Instance instance, int at, string root)
    {
        var where = new StringBuilder(root);
        var pointer = new StringBuilder();
        var current = 0;
        while (current != at) current = StepTowards(instance, current, at, where, pointer);
        return (where.ToString(), pointer.ToString());
    }

    /// <summary>The name of the innermost member a value lies in; negative when it lies in none.</summary>
    public static int NameTokenOf(Instance instance, int at)
    {
        var name = -1;
        var current = 0;
        while (current != at)
        {
            var isArray = instance[current].Kind == ValueKind.Array;
            var child = isArray ? current + 1 : current + 2;
            while (instance[child].Next <= at) child = isArray ? instance[child].Next : instance[child].Next + 1;
            if (!isArray) name = child - 1;
            current = child;
        }
        return name;
    }

    /// <summary>Appends a member name the way people write it.</summary>
    public static string Append(string where, string name)
    {
        var path = new StringBuilder(where);
        AppendName(path, name);
        return path.ToString();
    }

    private static int StepTowards(Instance instance, int container, int at, StringBuilder where, StringBuilder pointer)
    {
        if (instance[container].Kind == ValueKind.Array)
        {
            var item = container + 1;
            var place = 0;
            for (; instance[item].Next <= at; item = instance[item].Next) place++;
            where.Append(CultureInfo.InvariantCulture, $"[{place}]");
            pointer.Append(CultureInfo.InvariantCulture, $"/{place}");
            return item;
        }
        var name = container + 1;
        while (instance[name + 1].Next <= at) name = instance[name + 1].Next;
        var text = Encoding.UTF8.GetString(instance.Text(name));
        AppendName(where, text);
        pointer.Append('/').Append(NodePointer.Escape(text));
        return name + 1;
    }

    private static void AppendName(StringBuilder where, string name)
    {
        if (name.Length > 0 && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '.' or '[' or ']' or '"' or '\''))
            where.Append(where.Length > 0 ? "." : "").Append(name);
        else where.Append("[\"").Append(name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append("\"]");
    }
}
