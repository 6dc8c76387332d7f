using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>An Encoding Object: how one value within a body is written (OpenAPI 3.2.0, section 4.15).</summary>
internal sealed class PartEncoding(RawNode node)
{
    public RawNode Node => node;

    /// <summary>Media types the value may have, as described; empty when nothing is.</summary>
    public IReadOnlyList<MediaTypeName> ContentTypes =>
        node["contentType"].GetString() is { } text ? [.. text.Split(',').Select(t => t.Trim()).Where(t => t.Length > 0).Select(MediaTypeName.Parse)] : [];

    /// <summary>Whether the value is spelled as a parameter is; its media type counts for nothing then.</summary>
    public bool UsesStyle => node["style"].IsDefined || node["explode"].IsDefined || node["allowReserved"].IsDefined;

    /// <summary>Whether JSON is the one media type described.</summary>
    public bool IsJson => ContentTypes is [{ IsJson: true }];

    public bool Explode => node["explode"].GetBoolean() ?? Style is SerializationStyle.Form or SerializationStyle.DeepObject;

    public SerializationStyle Style => node["style"].GetString() switch
    {
        "spaceDelimited" => SerializationStyle.SpaceDelimited,
        "pipeDelimited" => SerializationStyle.PipeDelimited,
        "tabDelimited" => SerializationStyle.TabDelimited,
        "deepObject" => SerializationStyle.DeepObject,
        _ => SerializationStyle.Form,
    };

    /// <summary>The header fields described for the part, <c>Content-Type</c> excepted.</summary>
    public IEnumerable<ApiHeader> Headers(ApiSpec spec)
    {
        foreach (var member in node["headers"].Children)
        {
            var own = spec.Resolve(member);
            if (!own.IsObject || member.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)) continue;
            yield return new ApiHeader
            {
                Name = member.Name,
                Node = own,
                Required = own["required"].GetBoolean() == true,
                Explode = own["explode"].GetBoolean() == true,
                Schema = own["schema"],
                Content = own["content"].Children.Select(media => new ApiMediaType { Name = media.Name, Node = media, Schema = media["schema"] })
                    .FirstOrDefault(),
            };
        }
    }
}
