namespace IntegrationCopilot.Server.Platform.Authorization;

/// <summary>What a user is in an organisation.</summary>
public enum OrganisationRole
{
    /// <summary>Belongs to the organisation and may do nothing in it.</summary>
    None = 0,
    Member,
    Admin,
    Owner,
}
