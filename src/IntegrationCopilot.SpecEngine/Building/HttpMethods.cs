namespace IntegrationCopilot.SpecEngine;

/// <summary>The fields of a Path Item Object that hold operations.</summary>
internal static class HttpMethods
{
    /// <summary>The method a member of a path item stands for, in upper case; null when it is another field.</summary>
    public static string? Of(RawNode member, OpenApiEdition edition)
    {
        var name = member.NameBytes;
        return name.Length switch
        {
            3 when name.SequenceEqual("get"u8) => "GET",
            3 when name.SequenceEqual("put"u8) => "PUT",
            4 when name.SequenceEqual("post"u8) => "POST",
            4 when name.SequenceEqual("head"u8) => "HEAD",
            5 when name.SequenceEqual("patch"u8) => "PATCH",
            5 when name.SequenceEqual("trace"u8) && edition != OpenApiEdition.V20 => "TRACE",
            5 when name.SequenceEqual("query"u8) && edition == OpenApiEdition.V32 => "QUERY",
            6 when name.SequenceEqual("delete"u8) => "DELETE",
            7 when name.SequenceEqual("options"u8) => "OPTIONS",
            _ => null,
        };
    }
}
