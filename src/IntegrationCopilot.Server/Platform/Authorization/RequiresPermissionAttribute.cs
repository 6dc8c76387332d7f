namespace IntegrationCopilot.Server.Platform.Authorization;

/// <summary>The permission a request type needs. The server does not start while a request type has none.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class RequiresPermissionAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;
}
