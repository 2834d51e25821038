using OptOutGuide.Layout;

namespace OptOutGuide.Printing;

/// <summary>The texts of a guide's sheet, read in the order of the sheet: an address is printed where it is first named.</summary>
/// <param name="QrCodes">The forms, as QR codes above the steps.</param>
/// <param name="IntroLinks">The addresses of the introduction and of what one needs.</param>
/// <param name="Addresses">All addresses of the sheet: the first has the letter A.</param>
internal sealed record GuideOnPaper(
    IReadOnlyList<SheetLink> QrCodes,
    Html Intro,
    IReadOnlyList<Html> Needs,
    IReadOnlyList<SheetLink> IntroLinks,
    IReadOnlyList<StepOnPaper> Steps,
    Html Limits,
    IReadOnlyList<SheetLink> LimitLinks,
    IReadOnlyList<Uri> Addresses)
{
    public static GuideOnPaper Read(PageContext context, Guide guide, bool hasSources)
    {
        var text = new SheetText(context, context.Absolute(context.Path(PageKind.Guide, guide.Id)), hasSources, lettered: []);
        foreach (var form in guide.Forms)
        {
            text.Add(form.What.In(context.Language), form.Url, hasSquare: true);
        }

        var squares = text.TakeLinks();
        var intro = text.Read(guide.Intro, hasQrCodes: false);
        Html[] needs = [.. guide.Needs.Select(need => text.Read(need, hasQrCodes: false))];
        var introLinks = text.TakeLinks();
        StepOnPaper[] steps = [.. guide.Steps.Select(step =>
        {
            var dated = text.WithDate(step.Parts, isAnswer: step.Number == guide.Steps.Count && guide.FrontMatter.Services.Any(service => !service.IsOptional));
            return new StepOnPaper(step, text.Read(dated ?? step.Parts, hasQrCodes: false), text.TakeLinks(), dated is not null);
        })];
        var limits = text.Read(guide.Limits, hasQrCodes: false);
        return new(squares, intro, needs, introLinks, steps, limits, text.TakeLinks(), text.Addresses);
    }

    /// <summary>The addresses of the guide that an easy-to-read version belongs to, for the same letters on both sheets.</summary>
    public static IReadOnlyList<Uri> AddressesFor(PageContext context, Article easy) =>
        Read(context, context.Content.Guides.First(guide => guide.Id == easy.Id && guide.Language == easy.Language), hasSources: false).Addresses;
}

/// <param name="Links">The addresses that no text before it names.</param>
/// <param name="HasDate">Whether there are lines to write dates on.</param>
internal sealed record StepOnPaper(GuideStep Step, IReadOnlyList<ContentPart> Parts, IReadOnlyList<SheetLink> Links, bool HasDate);
