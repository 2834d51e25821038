namespace OptOutGuide.Content.Evidence;

/// <summary>How reliable a source is: Meta's own texts, then in descending order.</summary>
public enum EvidenceGrade
{
    /// <summary>Meta's own text, captured by a third party or found in its apps.</summary>
    Meta,

    /// <summary>A regulator or a court.</summary>
    Authority,

    /// <summary>A consumer body, an association or the press.</summary>
    Press,

    /// <summary>A blog, a forum, a site without a known editor.</summary>
    Other,
}
