namespace IntegrationCopilot.SpecEngine;

/// <summary>What calling an operation does to the things behind the API.</summary>
/// <remarks>Not what its method says: search by POST is safe, and <c>POST /auth/disable</c> is dangerous.</remarks>
public enum OperationEffect
{
    /// <summary>Nothing changes that anybody would miss: reading, searching, calculating, getting a token.</summary>
    Safe,

    /// <summary>Something new is there afterwards.</summary>
    Creates,

    /// <summary>Something that was there is different afterwards.</summary>
    Changes,

    /// <summary>One thing is gone afterwards, the one that is named.</summary>
    Deletes,

    /// <summary>More than one thing, a whole account or the way in may be gone: disable, revoke, reset, drop, log out, delete all. To be called only when asked
    /// for by name.</summary>
    Dangerous,
}
