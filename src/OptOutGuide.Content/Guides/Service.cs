namespace OptOutGuide.Content.Guides;

/// <summary>What an objection can be about. The first three are accounts; the last two are requests of their own.</summary>
public enum Service
{
    Facebook,
    Instagram,
    Threads,
    Whatsapp,
    NoAccount,
}
