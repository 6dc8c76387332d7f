using System.Reflection;
using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Persistence;

namespace IntegrationCopilot.Server.Tests.Platform.Door;

/// <summary>The request types of the server, as it finds them itself.</summary>
internal static class RequestTypes
{
    public static RequestCatalog Catalog { get; } = RequestCatalog.Build(typeof(AppDbContext).Assembly.GetTypes());

    public static IEnumerable<string> Names { get; } = Catalog.Entries.Select(entry => entry.RequestType.Name).Order(StringComparer.Ordinal).ToList();

    public static RequestEntry Entry(string name) => Catalog.Entries.Single(entry => entry.RequestType.Name == name);

    /// <summary>The highest role that does not grant what the request needs.</summary>
    public static OrganisationRole TooLow(RequestEntry entry) =>
        Enum.GetValues<OrganisationRole>().Where(role => !RolePermissions.Grants(role, entry.Permission)).Max();

    /// <summary>The ids that a request names directly.</summary>
    public static IEnumerable<(PropertyInfo Property, Guid Id)> IdsIn(IRequest request) =>
        from property in request.GetType().GetProperties()
        where property.PropertyType == typeof(Guid) || property.PropertyType == typeof(Guid?)
        let id = property.GetValue(request)
        where id is not null
        select (property, (Guid)id);

    /// <summary>A copy of a request with another value of one property.</summary>
    public static IRequest With(IRequest request, PropertyInfo property, object? value)
    {
        var copy = (IRequest)request.GetType().GetMethod("<Clone>$")!.Invoke(request, null)!;
        property.SetValue(copy, value);
        return copy;
    }
}
