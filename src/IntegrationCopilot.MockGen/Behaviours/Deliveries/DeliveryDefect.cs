namespace IntegrationCopilot.MockGen;

/// <summary>What is wrong with a delivery on purpose.</summary>
public enum DeliveryDefect
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A value of the body is another one than was signed.</summary>
    TamperedBody,

    /// <summary>It was signed ten minutes ago. Schemes without a timestamp cannot show it.</summary>
    StaleTimestamp,

    /// <summary>It is accepted, and the same message comes once more, header for header and byte for byte.</summary>
    Replayed,

    /// <summary>It is held back until the next delivery to its address was tried, or the second wait of the schedule is over.</summary>
    OutOfOrder,

    /// <summary>It is accepted, and sent once more under the same identifier, newly signed.</summary>
    Duplicated,

    /// <summary>Nothing is wrong, but the secret is being rotated: signed with a new secret and the right one, where the scheme has room for both.</summary>
    RotatedKey,

    /// <summary>It is signed with a secret that nobody has.</summary>
    WrongKey,

    /// <summary>The signature is left out.</summary>
    Unsigned,

    /// <summary>The content type is <c>text/plain</c>.</summary>
    WrongContentType,

    /// <summary>Only the first half of what was signed is sent.</summary>
    Truncated,
}
