namespace OptOutGuide.Security;

/// <summary>The refusal of a request: 429 for a client beyond its limits, 503 if all clients together ask for too much.</summary>
internal readonly record struct Refusal(int Status, TimeSpan RetryAfter);
