namespace OptOutGuide.Tests.Support;

/// <summary>What a property is tried with once it has failed, so that the failure is shown on little.</summary>
internal static class Shrinking
{
    /// <summary>The same items without one of them, or with a smaller one in its place.</summary>
    public static IEnumerable<IReadOnlyList<T>> Smaller<T>(IReadOnlyList<T> items, Func<T, IEnumerable<T>> smaller) =>
        Enumerable.Range(0, items.Count).Select(items.Without)
            .Concat(Enumerable.Range(0, items.Count).SelectMany(index => smaller(items[index]).Select(item => items.With(index, _ => item))));

    /// <summary>Nothing, or either half.</summary>
    public static IEnumerable<string> Smaller(string text) =>
        text.Length < 2 ? text.Length == 0 ? [] : [""] : ["", text[..(text.Length / 2)], text[(text.Length / 2)..]];
}
