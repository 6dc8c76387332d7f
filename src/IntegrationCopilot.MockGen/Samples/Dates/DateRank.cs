namespace IntegrationCopilot.MockGen;

/// <summary>What a date is the date of, in the order of time: what has a lower rank is always earlier, whatever else is made up.</summary>
internal enum DateRank
{
    /// <summary>The name tells nothing: some weeks ago.</summary>
    Unknown,
    Born,
    Created,
    Since,
    Started,
    Updated,
    Done,
    Before,
    Gone,

    /// <summary>From here on in the near future.</summary>
    Starts,
    Later,
    Ends,
    Due,
    Expires,
}
