namespace OptOutGuide.Tests.Support;

/// <summary>Smaller inputs to try after a failure, so that the failure is shown with a minimal one.</summary>
internal static class Shrinking
{
    /// <summary>The same items without one of them, or with a smaller one in its place.</summary>
    public static IEnumerable<IReadOnlyList<T>> Smaller<T>(IReadOnlyList<T> items, Func<T, IEnumerable<T>> smaller) =>
        Enumerable.Range(0, items.Count).Select(index => (IReadOnlyList<T>)[.. items.Take(index), .. items.Skip(index + 1)])
            .Concat(Enumerable.Range(0, items.Count).SelectMany(index => smaller(items[index]).Select(item => (IReadOnlyList<T>)[.. items.Take(index), item, .. items.Skip(index + 1)])));

    /// <summary>Nothing, or either half.</summary>
    public static IEnumerable<string> Smaller(string text) =>
        text.Length < 2 ? text.Length == 0 ? [] : [""] : ["", text[..(text.Length / 2)], text[(text.Length / 2)..]];
}
