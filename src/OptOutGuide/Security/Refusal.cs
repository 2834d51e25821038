namespace OptOutGuide.Security;

/// <summary>A request that is not answered now: 429 for a client beyond its share, 503 where all clients ask for too much.</summary>
internal readonly record struct Refusal(int Status, TimeSpan RetryAfter);
