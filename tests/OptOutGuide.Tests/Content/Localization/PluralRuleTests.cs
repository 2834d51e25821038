using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace OptOutGuide.Tests.Content.Localization;

public sealed class PluralRuleTests
{
    /// <summary>The 24 languages of the European Union, Icelandic, Norwegian, Brazil's Portuguese, and one that is not in the table.</summary>
    private static readonly string[] Cultures =
    [
        "bg-BG", "cs-CZ", "da-DK", "de-DE", "el-GR", "en-IE", "es-ES", "et-EE", "fi-FI", "fr-FR", "ga-IE", "hr-HR", "hu-HU", "it-IT",
        "lt-LT", "lv-LV", "mt-MT", "nl-NL", "pl-PL", "pt-PT", "ro-RO", "sk-SK", "sl-SI", "sv-SE", "is-IS", "nb-NO", "no-NO", "pt-BR", "tr-TR",
    ];

    /// <summary>Node.js has the rules of Unicode's CLDR in its ICU.</summary>
    [FactWith(Tool.Node)]
    public async Task FormOf_NumbersTo1000_IsThatOfIntl()
    {
        const string Script = "console.log(JSON.stringify(Object.fromEntries(process.argv.slice(1).map(name => { const rules = new Intl.PluralRules(name); return [name, Array.from({ length: 1001 }, (_, number) => rules.select(number))]; }))))";
        var start = new ProcessStartInfo("node", ["-e", Script, .. Cultures]) { RedirectStandardOutput = true };
        using var node = Process.Start(start)!;
        var expected = JsonSerializer.Deserialize<Dictionary<string, string[]>>(await node.StandardOutput.ReadToEndAsync())!;

        foreach (var name in Cultures)
        {
            var rule = PluralRule.Of(CultureInfo.GetCultureInfo(name));
            var forms = Enumerable.Range(0, 1001).Select(number => $"{rule.FormOf(number)}".ToLowerInvariant()).ToArray();
            Assert.True(expected[name].SequenceEqual(forms), $"{name}: {string.Join(", ", forms.Index().Where(form => form.Item != expected[name][form.Index]).Take(5))}");
            Assert.Equal(expected[name].Distinct().Order(), rule.Forms.Select(form => $"{form}".ToLowerInvariant()).Order());
        }
    }
}
