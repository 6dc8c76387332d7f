namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>Lists that do not hold what they should.</summary>
internal static class ListBugs
{
    public static readonly Bug PageGap = new("page-gap", "Each page but the first skips an order.",
        "IFRCGo/go-api#1636", "The pages hold everything.");

    public static readonly Bug PageRepeats = new("page-repeats", "Each page but the first begins with the last order of the one before.",
        "inventree/InvenTree#11442", "The pages hold everything once.");

    public static readonly Bug PagesEndless = new("pages-endless", "After the last page there is always another, which is empty.",
        "Glitchedpixel-io/media-api#66", "The pages end.");

    public static readonly Bug CursorRepeated = new("cursor-repeated", "The last page names its own cursor as the next.",
        "Azure/azure-sdk-for-python#30337; mozilla-services/cliquet#366", "A cursor leads on.");

    public static readonly Bug PageSizeIgnored = new("page-size-ignored", "A page has the size that the server likes.",
        "PagerDuty/pagerduty-mcp-server#62; GSA/us-digital-registry#11", "A page holds no more than was asked for.");

    public static readonly Bug FilterIgnored = new("filter-ignored", "Orders are listed whatever their status.",
        "kubeflow/hub#3207", "A filter holds for everything that is listed.");

    public static readonly Bug SortIgnored = new("sort-ignored", "Orders are listed as they came in.",
        "phpList/phplist-plugin-restapi#41", "A list is in the order that was asked for.");

    public static readonly Bug CreatedNotListed = new("created-not-listed", "A new customer can be read, and is not listed.",
        "azavea/franklin#520", "What was created is listed.");

    public static readonly IReadOnlyList<Bug> All = [PageGap, PageRepeats, PagesEndless, CursorRepeated, PageSizeIgnored, FilterIgnored, SortIgnored,
        CreatedNotListed];
}
