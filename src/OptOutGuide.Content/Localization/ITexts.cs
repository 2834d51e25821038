namespace OptOutGuide.Content.Localization;

/// <summary>
/// The texts of one part of the site, read from a section of <c>content/&lt;language&gt;/site.yml</c>. Each property is a
/// required field there, in kebab case: <c>ListTexts.AddCentre</c> is <c>list: add-centre:</c>. Several records may read from
/// the same section. A field that no record reads, or that the file lacks, is a content problem. <c>{0}</c> and <c>{1}</c>
/// are filled in by <see cref="Language.Format(string, ReadOnlySpan{object?})"/>.
/// </summary>
public interface ITexts
{
    static abstract string Section { get; }
}

/// <summary>A record of texts that <c>site.yml</c> must fill.</summary>
public sealed record TextsType(Type Type, string Section)
{
    public static TextsType Of<T>() where T : class, ITexts => new(typeof(T), T.Section);
}

/// <summary>The texts of one language, one record per type.</summary>
public sealed class TextSet(IReadOnlyDictionary<Type, object> records)
{
    /// <summary>Of a language that is not read yet.</summary>
    public static TextSet None { get; } = new(new Dictionary<Type, object>());

    public T Get<T>() where T : class, ITexts => (T)records[typeof(T)];

    /// <summary>Null where the section is missing, which is a content problem of its own.</summary>
    internal T? Find<T>() where T : class, ITexts => (T?)records.GetValueOrDefault(typeof(T));
}
