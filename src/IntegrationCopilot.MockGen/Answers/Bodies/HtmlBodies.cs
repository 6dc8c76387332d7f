using System.Net;
using System.Text;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>A page of HTML, well-formed as XHTML too: members as a description list, items as a list.</summary>
internal sealed class HtmlBodies : IBodyWriter
{
    private static readonly string[] Narrowing = ["enum", "const", "pattern", "maxLength", "format", "default", "example", "examples"];

    public bool Knows(MediaTypeName type) => type.Essence is "text/html" or "application/xhtml+xml";

    public WrittenBody Write(BodyContent content)
    {
        if (content.Value.ValueKind == JsonValueKind.String && IsWhole(content)) return WrittenBody.Text(content.Media.Name, content.Value.GetString()!);
        var page = new StringBuilder("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><meta charset=\"utf-8\"/><title>")
            .Append(Encoded(content.Spec.Title)).Append("</title></head><body>");
        Append(page, content.Value);
        return WrittenBody.Text(content.Media.Name, page.Append("</body></html>\n").ToString());
    }

    /// <summary>A string that the document gives, or narrows, is the page itself.</summary>
    private static bool IsWhole(BodyContent content)
    {
        var schema = content.Spec.Resolve(content.Media.Schema);
        return !content.IsInvented || Array.Exists(Narrowing, keyword => schema[keyword].IsDefined);
    }

    private static void Append(StringBuilder page, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                page.Append("<dl>");
                foreach (var member in value.EnumerateObject())
                {
                    page.Append("<dt>").Append(Encoded(member.Name)).Append("</dt><dd>");
                    Append(page, member.Value);
                    page.Append("</dd>");
                }
                page.Append("</dl>");
                break;
            case JsonValueKind.Array:
                page.Append("<ul>");
                foreach (var item in value.EnumerateArray())
                {
                    page.Append("<li>");
                    Append(page, item);
                    page.Append("</li>");
                }
                page.Append("</ul>");
                break;
            default:
                page.Append("<span>").Append(Encoded(BodyContent.TextOf(value))).Append("</span>");
                break;
        }
    }

    private static string Encoded(string text) => WebUtility.HtmlEncode(string.Concat(text.Where(c => System.Xml.XmlConvert.IsXmlChar(c))));
}
