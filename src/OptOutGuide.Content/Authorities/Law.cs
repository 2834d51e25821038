namespace OptOutGuide.Content.Authorities;

/// <summary>The law that somebody objects under, and that a ready text cites.</summary>
public enum Law
{
    /// <summary>European Union and EEA.</summary>
    Gdpr,

    /// <summary>United Kingdom: UK GDPR.</summary>
    Uk,

    /// <summary>Switzerland: Federal Act on Data Protection.</summary>
    Ch,
}
