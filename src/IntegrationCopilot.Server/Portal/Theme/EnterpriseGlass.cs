using MudBlazor;

namespace IntegrationCopilot.Server.Portal.Theme;

/// <summary>The look of the vendor portal: frosted glass over a calm ground, indigo accents.</summary>
internal static class EnterpriseGlass
{
    private static readonly string[] SystemFonts =
        ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Helvetica Neue", "Noto Sans", "Liberation Sans", "Arial", "sans-serif"];

    private static readonly PaletteLight LightPalette = new()
    {
        Primary = "#4f46e5",
        Secondary = "#0e7490",
        Tertiary = "#7c3aed",
        Info = "#0369a1",
        Success = "#047857",
        Warning = "#b45309",
        Error = "#be123c",
        Background = "#f4f5fb",
        BackgroundGray = "#eceef7",
        Surface = "#ffffff",
        TextPrimary = "#171a2c",
        TextSecondary = "#525974",
        ActionDefault = "#525974",
        LinesDefault = "rgba(30,35,80,0.10)",
        LinesInputs = "rgba(30,35,80,0.42)",
        TableLines = "rgba(30,35,80,0.08)",
        Divider = "rgba(30,35,80,0.10)",
    };

    private static readonly PaletteDark DarkPalette = new()
    {
        Primary = "#8b8cf8",
        PrimaryContrastText = "#0c0e1c",
        Secondary = "#38bdf8",
        SecondaryContrastText = "#0c0e1c",
        Tertiary = "#c084fc",
        TertiaryContrastText = "#0c0e1c",
        Info = "#38bdf8",
        InfoContrastText = "#0c0e1c",
        Success = "#34d399",
        SuccessContrastText = "#0c0e1c",
        Warning = "#fbbf24",
        WarningContrastText = "#0c0e1c",
        Error = "#fb7185",
        ErrorContrastText = "#0c0e1c",
        Background = "#0c0e1a",
        BackgroundGray = "#12152a",
        Surface = "#181b30",
        TextPrimary = "#eceefb",
        TextSecondary = "#a5abc8",
        ActionDefault = "#a5abc8",
        LinesDefault = "rgba(200,205,255,0.12)",
        LinesInputs = "rgba(200,205,255,0.38)",
        TableLines = "rgba(200,205,255,0.09)",
        Divider = "rgba(200,205,255,0.12)",
    };

    public static MudTheme Light { get; } = Create(":root");

    public static MudTheme Dark { get; } = Create(":root[data-theme='dark']");

    private static MudTheme Create(string scope) => new()
    {
        PseudoCss = new PseudoCss { Scope = scope },
        PaletteLight = LightPalette,
        PaletteDark = DarkPalette,
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "10px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = SystemFonts, FontSize = "0.9375rem", LineHeight = "1.55", LetterSpacing = "0" },
            Button = new ButtonTypography { FontFamily = SystemFonts, FontSize = "0.9rem", FontWeight = "600", TextTransform = "none", LetterSpacing = "0" },
        },
    };
}
