namespace IntegrationCopilot.Validator;

/// <summary>What kind of installation of an API an exchange took place with.</summary>
public enum EnvironmentType
{
    /// <summary>A mock server made from the API's document; <c>MOCK</c> on the wire.</summary>
    Mock,

    /// <summary>The vendor's sandbox; <c>SANDBOX</c> on the wire.</summary>
    Sandbox,

    /// <summary>The vendor's user acceptance environment; <c>UAT</c> on the wire.</summary>
    Uat,

    /// <summary>The real thing; <c>PRODUCTION</c> on the wire.</summary>
    Production,
}
