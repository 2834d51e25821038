using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using OptOutGuide.Printing;

namespace OptOutGuide.Tests.Printing;

public sealed class WorkshopRequestTests
{
    private static readonly string[] Known = ["facebook", "instagram", "whatsapp"];

    [Fact]
    public void Request_WithEverything_IsReadAsItIsWritten()
    {
        var workshop = Read("?n=12&date=2026-12-05&time=14%3A00&place=Caf%C3%A9%20%26%20livres&contact=04%2000&guide=whatsapp&guide=facebook");

        Assert.Equal(12, workshop.People);
        Assert.Equal(new DateOnly(2026, 12, 5), workshop.Date);
        Assert.Equal(new TimeOnly(14, 0), workshop.Time);
        Assert.Equal("Café & livres", workshop.Place);
        Assert.Equal("04 00", workshop.Contact);
        Assert.Equal(["facebook", "whatsapp"], workshop.Guides);
        Assert.Equal(workshop.ToQuery(), Read(workshop.ToQuery()).ToQuery());
    }

    [Theory]
    [InlineData("?n=0", "?n=1")]
    [InlineData("?n=31", "?n=30")]
    [InlineData("?n=-2&n=3", "?n=1")]
    [InlineData("?n=2&date=tomorrow&time=25:00&guide=nothing", "?n=2")]
    [InlineData("?n=2&place=%20a%0A%0Ab%20&guide=facebook", "?n=2&place=a%20b&guide=facebook")]
    [InlineData("?n=2&contact=%E2%80%AE12&guide=facebook", "?n=2&guide=facebook")]
    [InlineData("?n=2&contact=%00&guide=facebook", "?n=2&guide=facebook")]
    // What a link from elsewhere could print under the site's name.
    [InlineData("?n=2&contact=%C3%A9vil.example&guide=facebook", "?n=2&guide=facebook")]
    [InlineData("?n=2&contact=help%40evil.example&guide=facebook", "?n=2&guide=facebook")]
    [InlineData("?n=2&place=Lyon,%20www.evil.example/form&guide=facebook", "?n=2&guide=facebook")]
    [InlineData("?n=2&place=https://192.0.2.1/&guide=facebook", "?n=2&guide=facebook")]
    [InlineData("?n=2&place=facebook%E3%80%82example&guide=facebook", "?n=2&guide=facebook")]
    [InlineData("?n=2&contact=t.me/help-meta&guide=facebook", "?n=2&guide=facebook")]
    [InlineData("?n=2&contact=evil%E2%80%A4example&guide=facebook", "?n=2&guide=facebook")]
    [InlineData("?n=2&contact=help%EF%B9%ABevil&guide=facebook", "?n=2&guide=facebook")]
    [InlineData("?n=2&place=%F0%9D%90%9E%F0%9D%90%AF%F0%9D%90%A2%F0%9D%90%A5.%F0%9D%90%9C%F0%9D%90%A8%F0%9D%90%A6&guide=facebook", "?n=2&guide=facebook")]
    [InlineData("?n=2&place=evil.Com&guide=facebook", "?n=2&guide=facebook")]
    [InlineData("?n=2&place=3%20pl.%20de%20la%20Mairie&guide=facebook", "?n=2&place=3%20pl.%20de%20la%20Mairie&guide=facebook")]
    [InlineData("?place=Lyon", "")]
    public void Request_WithUselessValues_LeavesThemOut(string query, string expected) => Assert.Equal(expected, Read(query).ToQuery());

    /// <summary>What looks a little like an address and is none.</summary>
    [Theory]
    [InlineData("Salle B.12, 1.OG")]
    [InlineData("M. Dupont, Mme Martin")]
    [InlineData("M.Dupont")]
    [InlineData("10.12.2026, 14.00 Uhr")]
    [InlineData("01.23.45.67.89")]
    [InlineData("ul.Długa 5, Bibl.Miejska")]
    [InlineData("Bibliothèque St.Exupéry")]
    [InlineData("οδ.Ερμού 5, τηλ. 210")]
    public void Place_AsPeopleWriteIt_IsPrinted(string place) => Assert.Equal(place, Read($"?n=2&place={Uri.EscapeDataString(place)}").Place);

    /// <summary>A host may have any number of guides; a document stays within what one request may cost.</summary>
    [Theory]
    [InlineData(30, 4)]
    [InlineData(12, 10)]
    [InlineData(1, 40)]
    public void Request_ForMoreSheetsThanOneDocumentHas_PrintsTheFirst(int people, int guides)
    {
        string[] known = [.. Enumerable.Range(0, 40).Select(guide => $"guide-{guide}")];
        var query = $"?n={people}{string.Concat(known.Select(id => $"&guide={id}"))}";

        var workshop = WorkshopRequest.Read(new QueryCollection(QueryHelpers.ParseQuery(query)), known);

        Assert.Equal(known.Take(guides), workshop.GuidesIn(RealContent.Content));
    }

    [Fact]
    public void Request_WithoutAGuide_PrintsThoseOfAccounts()
    {
        Assert.Equal(["facebook", "instagram"], Read("?n=2").GuidesIn(RealContent.Content));
        Assert.Equal(["whatsapp"], Read("?n=2&guide=whatsapp").GuidesIn(RealContent.Content));
    }

    [Fact]
    public void Text_LongerThanALine_IsLeftOut()
    {
        Assert.Equal(WorkshopRequest.MaxText, Read($"?n=1&place={new string('é', WorkshopRequest.MaxText)}").Place.Length);
        Assert.Empty(Read($"?n=1&place={new string('é', WorkshopRequest.MaxText + 1)}").Place);
    }

    private static WorkshopRequest Read(string query) => WorkshopRequest.Read(new QueryCollection(QueryHelpers.ParseQuery(query)), Known);
}
