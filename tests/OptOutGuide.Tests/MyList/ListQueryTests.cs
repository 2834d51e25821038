using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace OptOutGuide.Tests.MyList;

public sealed class ListQueryTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("?l=1.Uf&at=0-0-0&mark=sent&on=2025-05-22", "1.Ufs250522")]
    [InlineData("?l=1.Ufs250522&at=0-0-0&mark=confirmed&on=2025-05-23", "1.Ufs250522c250523")]
    [InlineData("?l=1.Uf&at=0-0-0&mark=refused&on=2026-11-22", "1.Ufsr261122")]
    [InlineData("?l=1.Uf.Rnw&at=1-r-1&mark=sent&on=2024-05-01", "1.Uf.Rnws240501")]
    [InlineData("?l=1.Lfis250522&at=0-0-1&mark=confirmed&on=2025-05-23", "1.Lfis250522c250523")]
    public void Read_GoodDate_LeadsToTheNextList(string address, string next)
    {
        var query = Read(address);

        Assert.Equal(next, ChecklistAddress.Encode(query.Next!));
        Assert.Null(query.WrongAt);
    }

    [Theory]
    [InlineData("?l=1.Uf&at=0-0-0&mark=sent&on=2026-11-23")]
    [InlineData("?l=1.Uf&at=0-0-0&mark=sent&on=2024-04-30")]
    [InlineData("?l=1.Ufs250522&at=0-0-0&mark=confirmed&on=2025-05-21")]
    [InlineData("?l=1.Uf&at=0-0-0&mark=sent&on=2025-02-30")]
    [InlineData("?l=1.Uf&at=0-0-0&mark=sent&on=22/05/2025")]
    [InlineData("?l=1.Uf&at=0-0-0&mark=sent&on=")]
    [InlineData("?l=1.Uf&at=0-0-0&mark=sent")]
    [InlineData("?l=1.Uf&at=0-0-0&mark=sent&on=2025-05-22&on=2025-05-22")]
    public void Read_ImpossibleDate_IsSaidAndChangesNothing(string address)
    {
        var query = Read(address);

        Assert.Equal("0-0-0", query.WrongAt);
        Assert.Null(query.Next);
        Assert.Equal(ListFault.None, query.Fault);
        Assert.Single(query.List.Objections);
    }

    [Theory]
    [InlineData("?l=1.Uf")]
    [InlineData("?l=1.Uf&at=0-0-1&mark=sent&on=2025-05-22")]
    [InlineData("?l=1.Uf&at=0-r-0&mark=sent&on=2025-05-22")]
    [InlineData("?l=1.Uf&at=&mark=sent&on=2025-05-22")]
    [InlineData("?l=1.Uf&at=0-0-0&mark=&on=2025-05-22")]
    [InlineData("?l=1.Uf&at=0-0-0&mark=forgotten&on=2025-05-22")]
    [InlineData("?l=1.Uf&at=0-0-0&mark=1&on=2025-05-22")]
    [InlineData("?l=1.Uf&at=%00&mark=%F0%9F%98%80&on=<script>")]
    public void Read_NoChangeToMake_ShowsTheList(string address)
    {
        var query = Read(address);

        Assert.Equal("1.Uf", ChecklistAddress.Encode(query.List));
        Assert.Null(query.Next);
        Assert.Null(query.WrongAt);
    }

    [Theory]
    [InlineData("", ListFault.None)]
    [InlineData("?l=", ListFault.None)]
    [InlineData("?l=2.Z&at=0-0-0&mark=sent&on=2025-05-22", ListFault.Newer)]
    [InlineData("?l=1.Z&at=0-0-0&mark=sent&on=2025-05-22", ListFault.Unreadable)]
    [InlineData("?l=1.Uf&l=1.Ui", ListFault.Unreadable)]
    public void Read_NoList_IsEmptyAndSaysWhy(string address, ListFault fault)
    {
        var query = Read(address);

        Assert.Equal(fault, query.Fault);
        Assert.True(query.List.IsEmpty);
        Assert.Null(query.Next);
    }

    private static ListQuery Read(string address) => ListQuery.Read(new QueryCollection(QueryHelpers.ParseQuery(address)), Today);
}
