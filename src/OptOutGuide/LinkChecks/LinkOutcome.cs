namespace OptOutGuide.LinkChecks;

/// <summary>What a visit to an outside address found.</summary>
internal enum LinkOutcome
{
    /// <summary>A page, with status 2xx.</summary>
    Answered,

    /// <summary>A page that asks to log in, or status 401: the address is there.</summary>
    NeedsLogin,

    /// <summary>Status 403, 429 or 5xx: nobody can tell whether visitors would see a page.</summary>
    Refused,

    /// <summary>Another status, or a redirect that ends nowhere.</summary>
    Gone,

    /// <summary>No host of that name, no valid certificate, no answer in time.</summary>
    Unreachable,
}

/// <param name="Status">HTTP status of the last response; null where there was none.</param>
/// <param name="MovedTo">Where redirects ended; null where there were none.</param>
/// <param name="Title">Title of the page, at most 200 characters; null where none was read.</param>
/// <param name="Error">Why there was no response, in English; null where there was one.</param>
internal sealed record LinkVisit(Uri Address, LinkOutcome Outcome, int? Status = null, Uri? MovedTo = null, string? Title = null, string? Error = null)
{
    public bool IsAlive => Outcome is LinkOutcome.Answered or LinkOutcome.NeedsLogin;
}
