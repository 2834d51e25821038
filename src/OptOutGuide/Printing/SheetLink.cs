namespace OptOutGuide.Printing;

/// <summary>An address that a sheet prints, because its text has a link to it.</summary>
/// <param name="Words">The words of the link; for an address to try when another fails, that it is one.</param>
/// <param name="Letter">Names the address where the text has the link.</param>
/// <param name="HasQrCode">Whether it is printed as a QR code too.</param>
public sealed record SheetLink(string Words, Uri Address, char Letter, bool HasQrCode);
