namespace OptOutGuide.Tests.Layout;

public sealed class StructuredDataTests
{
    [Fact]
    public void Write_TextThatWouldEndTheElement_StaysData()
    {
        const string text = "</script><script>alert('1')</script><!-- & \"";

        var json = StructuredData.Write([text]);
        var page = RealContent.ParseHtml($"<script type=\"application/ld+json\">{json}</script>");

        var script = Assert.Single(page.Scripts);
        Assert.Equal(text, System.Text.Json.JsonDocument.Parse(script.Text).RootElement.GetProperty("@graph")[0].GetString());
    }
}
