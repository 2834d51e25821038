namespace OptOutGuide.Tests.Support;

/// <summary>A list with as many people, accounts, requests and dates as there may be.</summary>
internal static class FullestList
{
    /// <summary>Everybody has the same.</summary>
    public static string Even(string dated = "s250922c250923") =>
        $"1{string.Concat(Enumerable.Repeat($".U{Accounts(4, dated)}-U{Accounts(4, dated)}{Requests(dated)}", Checklist.MaxPeople))}";

    /// <summary>The first person, whose part is open, has as much as one may have.</summary>
    public static string Uneven(string dated = "s250922c250923") =>
        $"1.{string.Join('-', Enumerable.Repeat($"U{Accounts(9, dated)}", Person.MaxCentres))}{Requests(dated)}{string.Concat(Enumerable.Repeat($".U{Accounts(6, dated)}", 18))}.U{Accounts(9, dated)}";

    private static string Accounts(int count, string dated) => string.Concat(Enumerable.Repeat($"i{dated}", count));

    private static string Requests(string dated) => $"-Rw{dated}n{dated}";
}
