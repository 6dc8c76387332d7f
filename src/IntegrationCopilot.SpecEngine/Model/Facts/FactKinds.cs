namespace IntegrationCopilot.SpecEngine;

/// <summary>The names of the finer kinds within capabilities.</summary>
internal static class FactKinds
{
    public static string Of(MessagePlace place) => place switch
    {
        MessagePlace.Header => "header",
        MessagePlace.Query => "query",
        MessagePlace.Path => "path",
        MessagePlace.Cookie => "cookie",
        _ => "body",
    };

    public static string? Of(PaginationStyle style) => style switch
    {
        PaginationStyle.Page => "page",
        PaginationStyle.Offset => "offset",
        PaginationStyle.Cursor => "cursor",
        PaginationStyle.Token => "token",
        PaginationStyle.Link => "link",
        _ => null,
    };

    public static string Of(RefundKind kind) => kind switch
    {
        RefundKind.Reversal => "reversal",
        RefundKind.Void => "void",
        RefundKind.Cancel => "cancel",
        _ => "refund",
    };

    public static string? Of(SecuritySchemeKind? kind) => kind switch
    {
        SecuritySchemeKind.ApiKey => "api-key",
        SecuritySchemeKind.Basic => "basic",
        SecuritySchemeKind.Bearer => "bearer",
        SecuritySchemeKind.OAuth2 => "oauth2",
        SecuritySchemeKind.OpenIdConnect => "openid-connect",
        SecuritySchemeKind.MutualTls => "mutual-tls",
        SecuritySchemeKind.Http => "http",
        _ => null,
    };
}
