namespace IntegrationCopilot.SpecEngine;

/// <summary>Explains why a reference into a document that was read leads nowhere.</summary>
internal static class MissingTarget
{
    public static string Explain(RawDocumentSet documents, RawNode holder, string text)
    {
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        var fragment = hash < 0 ? "" : Uri.UnescapeDataString(text[(hash + 1)..]);
        if (text.Trim().Length == 0) return "it is empty. Write where it leads, for example '#/components/schemas/Name'.";
        if (fragment.Length > 0 && fragment[0] != '/')
            return fragment.Contains('/')
                ? $"a pointer begins with '#/'. Write '#/{fragment}'."
                : $"there is no anchor '{Excerpt.Of(fragment)}'. Write '#/components/schemas/{Excerpt.Of(fragment)}' to name a schema.";
        var document = hash <= 0 ? holder.Document! : documents.ResolveReference(holder, text[..hash]).Document ?? holder.Document!;
        var node = document.Root;
        var walked = "#";
        foreach (var part in fragment.Split('/').Skip(1))
        {
            var token = NodePointer.Unescape(part);
            var next = node.Step(token);
            if (!next.IsDefined) return Missing(node, walked, token);
            (node, walked) = (next, walked + "/" + part);
        }
        return "nothing is there.";
    }

    private static string Missing(RawNode node, string walked, string token)
    {
        if (node.IsArray) return $"the list at '{Excerpt.Of(walked)}' has no item '{Excerpt.Of(token)}'.";
        if (!node.IsObject) return $"'{Excerpt.Of(walked)}' is no object, so nothing is beneath it.";
        var close = Suggestions.Closest(token, node.Children.Select(c => c.Name));
        return $"there is no '{Excerpt.Of(token)}' at '{Excerpt.Of(walked)}'."
            + (close is null ? " Add it, or correct the reference." : $" Did you mean '{Excerpt.Of(close)}'?");
    }
}
