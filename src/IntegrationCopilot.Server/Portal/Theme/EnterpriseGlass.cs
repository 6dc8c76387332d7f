using MudBlazor;

namespace IntegrationCopilot.Server.Portal.Theme;

/// <summary>"Enterprise Glass", the look of the vendor portal: indigo on calm greys, frosted surfaces, the reader's own system font.</summary>
/// <remarks>Every text colour keeps a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3) on the surfaces it is used on; a test measures them.</remarks>
public static class EnterpriseGlass
{
    private static readonly string[] SystemFont =
        ["system-ui", "-apple-system", "\"Segoe UI Variable Text\"", "\"Segoe UI\"", "Roboto", "\"Helvetica Neue\"", "\"Noto Sans\"", "Arial", "sans-serif"];

    /// <summary>The theme for readers who want light pages.</summary>
    public static MudTheme Light { get; } = Create(":root");

    /// <summary>The same theme, whose dark palette applies where <c>theme.js</c> has marked the document dark.</summary>
    public static MudTheme Dark { get; } = Create(":root[data-theme=dark]");

    private static MudTheme Create(string scope) => new()
    {
        PseudoCss = new PseudoCss { Scope = scope },
        PaletteLight = LightPalette(),
        PaletteDark = DarkPalette(),
        Typography = Type(),
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "10px", AppbarHeight = "60px", DrawerWidthLeft = "264px" },
    };

    private static PaletteLight LightPalette() => new()
    {
        Black = "#11142A",
        Primary = "#4F46E5",
        PrimaryContrastText = "#FFFFFF",
        Secondary = "#6D28D9",
        SecondaryContrastText = "#FFFFFF",
        Tertiary = "#0F6A84",
        Info = "#075985",
        Success = "#166534",
        Warning = "#92400E",
        Error = "#B91C1C",
        ErrorContrastText = "#FFFFFF",
        Dark = "#1E2340",
        TextPrimary = "#191D38",
        TextSecondary = "#4A5072",
        TextDisabled = "#7C829E",
        ActionDefault = "#4A5072",
        ActionDisabled = "#9398B0",
        ActionDisabledBackground = "#E4E6F0",
        Background = "#F3F4FB",
        BackgroundGray = "#EBEDF7",
        Surface = "#FFFFFF",
        DrawerBackground = "#FFFFFF",
        DrawerText = "#191D38",
        DrawerIcon = "#4A5072",
        AppbarBackground = "#FFFFFF",
        AppbarText = "#191D38",
        LinesDefault = "#DEE1EE",
        LinesInputs = "#8389A6",
        TableLines = "#E6E8F2",
        TableStriped = "#F7F8FD",
        TableHover = "#F1F2FC",
        Divider = "#DEE1EE",
        DividerLight = "#EDEFF7",
        Skeleton = "#E1E4F0",
    };

    private static PaletteDark DarkPalette() => new()
    {
        Black = "#070A14",
        Primary = "#97A2FF",
        PrimaryContrastText = "#12163A",
        Secondary = "#C9B3FF",
        SecondaryContrastText = "#1D1238",
        Tertiary = "#7FD3EA",
        TertiaryContrastText = "#06222B",
        Info = "#8CCBF5",
        InfoContrastText = "#06202F",
        Success = "#7BDDA0",
        SuccessContrastText = "#06250F",
        Warning = "#F6C66B",
        WarningContrastText = "#2B1A02",
        Error = "#FF9D9D",
        ErrorContrastText = "#330A0A",
        Dark = "#2A3050",
        DarkContrastText = "#EEF0FA",
        TextPrimary = "#EEF0FA",
        TextSecondary = "#B0B6D2",
        TextDisabled = "#767D9C",
        ActionDefault = "#B0B6D2",
        ActionDisabled = "#6B7190",
        ActionDisabledBackground = "#252A42",
        Background = "#0D1020",
        BackgroundGray = "#12162A",
        Surface = "#171B2E",
        DrawerBackground = "#121628",
        DrawerText = "#EEF0FA",
        DrawerIcon = "#B0B6D2",
        AppbarBackground = "#121628",
        AppbarText = "#EEF0FA",
        LinesDefault = "#2B3150",
        LinesInputs = "#767D9C",
        TableLines = "#252B46",
        TableStriped = "#1A1F34",
        TableHover = "#1F2540",
        Divider = "#2B3150",
        DividerLight = "#20253D",
        Skeleton = "#262C48",
    };

    private static Typography Type() => new()
    {
        Default = new DefaultTypography { FontFamily = SystemFont, FontSize = ".9375rem", LineHeight = "1.55", LetterSpacing = "normal" },
        H1 = new H1Typography { FontFamily = SystemFont, FontSize = "1.75rem", FontWeight = "680", LineHeight = "1.2", LetterSpacing = "-.022em" },
        H2 = new H2Typography { FontFamily = SystemFont, FontSize = "1.375rem", FontWeight = "650", LineHeight = "1.25", LetterSpacing = "-.018em" },
        H3 = new H3Typography { FontFamily = SystemFont, FontSize = "1.125rem", FontWeight = "640", LineHeight = "1.35", LetterSpacing = "-.012em" },
        H4 = new H4Typography { FontFamily = SystemFont, FontSize = "1rem", FontWeight = "640", LineHeight = "1.4", LetterSpacing = "-.006em" },
        H5 = new H5Typography { FontFamily = SystemFont, FontSize = ".9375rem", FontWeight = "640", LineHeight = "1.45", LetterSpacing = "normal" },
        H6 = new H6Typography { FontFamily = SystemFont, FontSize = "1.0625rem", FontWeight = "640", LineHeight = "1.4", LetterSpacing = "-.01em" },
        Subtitle1 = new Subtitle1Typography { FontFamily = SystemFont, FontSize = "1rem", LineHeight = "1.5", LetterSpacing = "normal" },
        Subtitle2 = new Subtitle2Typography { FontFamily = SystemFont, FontSize = ".8125rem", FontWeight = "600", LineHeight = "1.5",
            LetterSpacing = "normal" },
        Body1 = new Body1Typography { FontFamily = SystemFont, FontSize = ".9375rem", LineHeight = "1.55", LetterSpacing = "normal" },
        Body2 = new Body2Typography { FontFamily = SystemFont, FontSize = ".875rem", LineHeight = "1.5", LetterSpacing = "normal" },
        Button = new ButtonTypography { FontFamily = SystemFont, FontSize = ".875rem", FontWeight = "600", LineHeight = "1.6", LetterSpacing = "normal",
            TextTransform = "none" },
        Caption = new CaptionTypography { FontFamily = SystemFont, FontSize = ".8125rem", LineHeight = "1.45", LetterSpacing = "normal" },
        Overline = new OverlineTypography { FontFamily = SystemFont, FontSize = ".75rem", FontWeight = "650", LineHeight = "1.6", LetterSpacing = ".06em",
            TextTransform = "uppercase" },
    };
}
