using System.Globalization;
using System.Text;
using System.Xml;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Cli.Sheets;

/// <summary>Findings as JUnit XML: each subject is a case, which fails with its errors, and is skipped where nothing of it was seen.</summary>
internal static class JUnitSheet
{
    public static void Write(Sheet sheet, TextWriter output)
    {
        var errors = sheet.Findings.Where(finding => finding.Level == SheetLevel.Error)
            .ToLookup(finding => finding.Subject ?? sheet.Title, StringComparer.Ordinal);
        var known = sheet.Subjects.Select(subject => subject.Name).ToHashSet(StringComparer.Ordinal);
        var others = errors.Select(group => group.Key).Where(name => !known.Contains(name)).Select(name => new SheetSubject(name, true));
        List<SheetSubject> subjects = [.. sheet.Subjects, .. others];
        using var content = new MemoryStream();
        using (var writer = XmlWriter.Create(content, new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) }))
        {
            writer.WriteStartElement("testsuites");
            writer.WriteStartElement("testsuite");
            writer.WriteAttributeString("name", HarmlessText.OneLine(sheet.Title));
            writer.WriteAttributeString("tests", Number(subjects.Count));
            writer.WriteAttributeString("failures", Number(subjects.Count(subject => errors.Contains(subject.Name))));
            writer.WriteAttributeString("errors", "0");
            writer.WriteAttributeString("skipped", Number(subjects.Count(subject => !subject.Seen && !errors.Contains(subject.Name))));
            foreach (var subject in subjects) Write(writer, subject, [.. errors[subject.Name]], HarmlessText.OneLine(sheet.Title));
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        output.WriteLine(Encoding.UTF8.GetString(content.ToArray()));
    }

    private static void Write(XmlWriter writer, SheetSubject subject, IReadOnlyList<SheetFinding> errors, string title)
    {
        writer.WriteStartElement("testcase");
        writer.WriteAttributeString("classname", title);
        writer.WriteAttributeString("name", HarmlessText.OneLine(subject.Name));
        if (errors is [var first, ..])
        {
            writer.WriteStartElement("failure");
            writer.WriteAttributeString("type", first.Rule);
            writer.WriteAttributeString("message", HarmlessText.OneLine(first.Message));
            writer.WriteString(string.Join('\n',
                errors.Select(error => HarmlessText.OneLine($"{error.Place}: {error.Message} ({error.Rule}, {Number(error.Count)} times)"))));
            writer.WriteEndElement();
        }
        else if (!subject.Seen)
        {
            writer.WriteStartElement("skipped");
            writer.WriteAttributeString("message", "It was never seen.");
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
