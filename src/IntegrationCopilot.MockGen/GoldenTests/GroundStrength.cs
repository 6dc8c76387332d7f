namespace IntegrationCopilot.MockGen;

/// <summary>How much right a ground gives to expect something.</summary>
public enum GroundStrength
{
    /// <summary>The document or a standard in force says so: what does not hold fails.</summary>
    Firm,

    /// <summary>Only a draft says so, or it is merely usual: what does not hold warns.</summary>
    Advisory,
}
