using OptOutGuide.Reminders;

namespace OptOutGuide.Localization;

/// <summary>
/// The words of one language outside its guides and pages (<c>content/&lt;language&gt;/site.yml</c>). A property here
/// is a field there, written with hyphens: <c>ListWords.AddCentre</c> is <c>list: add-centre:</c>. A field that one
/// side lacks is a content problem. <c>{0}</c>, <c>{1}</c> are filled in.
/// </summary>
public sealed record Words
{
    /// <summary>The language's own name, as in « Français ».</summary>
    public required string Name { get; init; }

    /// <summary>Regional form of dates and numbers, such as <c>fr-FR</c>.</summary>
    public required string Culture { get; init; }

    public required AddressWords Addresses { get; init; }
    public required DateWords Dates { get; init; }
    public required SiteWords Site { get; init; }
    public required HomeWords Home { get; init; }
    public required GuideWords Guide { get; init; }
    public required PictureWords Pictures { get; init; }
    public required SourceWords Sources { get; init; }
    public required ServiceWords Services { get; init; }
    public required LawWords Laws { get; init; }
    public required QuestionWords Questions { get; init; }
    public required ListWords List { get; init; }
    public required ReminderWords Reminders { get; init; }
    public required ShareWords Share { get; init; }
    public required PrintWords Print { get; init; }
    public required FaultWords Faults { get; init; }
    public required OfflineWords Offline { get; init; }
}

/// <summary>The parts of addresses that are words: <c>/fr/ma-liste/imprimer</c>.</summary>
public sealed record AddressWords
{
    public required string Guides { get; init; }
    public required string Easy { get; init; }
    public required string Texts { get; init; }
    public required string Questions { get; init; }
    public required string Plan { get; init; }
    public required string Poster { get; init; }
    public required string Workshop { get; init; }
    public required string List { get; init; }
    public required string Print { get; init; }
    public required string Share { get; init; }
}

public sealed record DateWords
{
    /// <summary>A .NET date pattern, as the next three.</summary>
    public required string Day { get; init; }

    /// <summary>The first day of a month.</summary>
    public required string First { get; init; }
    public required string Month { get; init; }
    public required string Year { get; init; }

    /// <summary>« le {0} »: a day in a sentence.</summary>
    public required string OnDay { get; init; }

    /// <summary>« en {0} »: a month or a year in a sentence.</summary>
    public required string InMonth { get; init; }

    /// <summary>« sans date, lu {0} »</summary>
    public required string Undated { get; init; }

    /// <summary>« dans un texte sans date, lu {0} »: where an address was seen.</summary>
    public required string InUndated { get; init; }
}

public sealed record SiteWords
{
    public required string Title { get; init; }
    public required string Tagline { get; init; }
    public required string Skip { get; init; }
    public required string Next { get; init; }
    public required string Menu { get; init; }
    public required string Independent { get; init; }
    public required string NeverAsk { get; init; }
    public required string Licence { get; init; }
    public required string InAppTitle { get; init; }
    public required string InAppText { get; init; }
    public required string InAppAddress { get; init; }
    public required string FooterMenu { get; init; }
    public required string Languages { get; init; }
}

public sealed record HomeWords
{
    public required string Heading { get; init; }
    public required IReadOnlyList<string> WhatMetaDoes { get; init; }
    public required string Today { get; init; }
    public required string Start { get; init; }
    public required string StartText { get; init; }
    public required string StartNow { get; init; }
    public required string Guides { get; init; }
    public required string List { get; init; }
    public required string ListText { get; init; }
    public required string OpenList { get; init; }
    public required string Relative { get; init; }
    public required string RelativeText { get; init; }
    public required string SendSite { get; init; }
    public required string PrintPoster { get; init; }
    public required string PrintWorkshop { get; init; }
    public required string TimeLine { get; init; }
    public required string Now { get; init; }
}

public sealed record GuideWords
{
    public required Plural Minutes { get; init; }
    public required string Who { get; init; }
    public required string Needs { get; init; }
    public required string Form { get; init; }
    public required string LoginNeeded { get; init; }
    public required string NoLoginNeeded { get; init; }
    public required string LoginUnknown { get; init; }
    public required string Evidence { get; init; }
    public required string NotFollowed { get; init; }
    public required string OtherForms { get; init; }
    public required string Steps { get; init; }
    public required string StepOf { get; init; }
    public required string See { get; init; }
    public required string Otherwise { get; init; }
    public required string After { get; init; }
    public required string AfterList { get; init; }
    public required string Limits { get; init; }
    public required string ShareGuide { get; init; }
    public required string PrintGuide { get; init; }
    public required string EasyGuide { get; init; }
    public required string FullGuide { get; init; }
    public required string Others { get; init; }
    public required string Reviewed { get; init; }
    public required string ReviewDue { get; init; }
    public required string OriginalNewer { get; init; }
    public required string Report { get; init; }
    public required string ReportText { get; init; }
    public required string ReportEmail { get; init; }
    public required string ReportIssue { get; init; }
    public required string ReportSubject { get; init; }
    public required string ReportBody { get; init; }
    public required string StepChanged { get; init; }

    public string Login(bool? isNeeded) => isNeeded switch
    {
        true => LoginNeeded,
        false => NoLoginNeeded,
        null => LoginUnknown,
    };
}

/// <summary>What a picture of a screen says to those who do not see it.</summary>
public sealed record PictureWords
{
    public required string Note { get; init; }
    public required string Phone { get; init; }
    public required string Browser { get; init; }
    public required string Rows { get; init; }
    public required string Fields { get; init; }
    public required string Button { get; init; }
    public required string Tap { get; init; }
    public required string TapCorner { get; init; }
    public required string Photo { get; init; }
    public required string TopLeft { get; init; }
    public required string TopRight { get; init; }
    public required string BottomLeft { get; init; }
    public required string BottomRight { get; init; }

    public string Name(Corner corner) => corner switch
    {
        Corner.TopLeft => TopLeft,
        Corner.TopRight => TopRight,
        Corner.BottomLeft => BottomLeft,
        _ => BottomRight,
    };
}

public sealed record SourceWords
{
    public required string Heading { get; init; }
    public required string NoteLabel { get; init; }
    public required string Claims { get; init; }
    public required string Links { get; init; }
    public required string Fallbacks { get; init; }

    /// <summary>« accueil de {0} »: where a text stands whose own address was not seen.</summary>
    public required string HomePage { get; init; }
    public required string LinkReviewDue { get; init; }
    public required string Feed { get; init; }
    public required string ComplaintPage { get; init; }
    public required string SeenTwice { get; init; }
    public required string SeenOnce { get; init; }
    public required string Supports { get; init; }
    public required string GradeMeta { get; init; }
    public required string GradeAuthority { get; init; }
    public required string GradePress { get; init; }
    public required string GradeOther { get; init; }

    public string Grade(EvidenceGrade grade) => grade switch
    {
        EvidenceGrade.Meta => GradeMeta,
        EvidenceGrade.Authority => GradeAuthority,
        EvidenceGrade.Press => GradePress,
        _ => GradeOther,
    };
}

public sealed record ServiceWords
{
    public required string Facebook { get; init; }
    public required string Instagram { get; init; }
    public required string Threads { get; init; }
    public required string Whatsapp { get; init; }
    public required string NoAccount { get; init; }

    public string Name(Service service) => service switch
    {
        Service.Facebook => Facebook,
        Service.Instagram => Instagram,
        Service.Threads => Threads,
        Service.Whatsapp => Whatsapp,
        _ => NoAccount,
    };
}

public sealed record LawWords
{
    public required string Gdpr { get; init; }
    public required string Uk { get; init; }
    public required string Ch { get; init; }

    /// <summary>Before links to a ready text under other laws.</summary>
    public required string OtherTexts { get; init; }

    /// <summary>Beside a ready text under the GDPR, where somebody's country is not known.</summary>
    public required string WithoutCountry { get; init; }

    public string Name(Law law) => law switch
    {
        Law.Uk => Uk,
        Law.Ch => Ch,
        _ => Gdpr,
    };
}

public sealed record QuestionWords
{
    public required string Summary { get; init; }
    public required string Count { get; init; }
    public required string Continue { get; init; }
    public required string Where { get; init; }
    public required string WhereHint { get; init; }
    public required string Country { get; init; }
    public required string Elsewhere { get; init; }
    public required string Have { get; init; }
    public required string HaveLegend { get; init; }
    public required string HaveSeveral { get; init; }
    public required string HavePage { get; init; }
    public required string HaveNone { get; init; }
    public required string HaveWrong { get; init; }
    public required string Linked { get; init; }
    public required string LinkedHint { get; init; }
    public required string LinkedYes { get; init; }
    public required string LinkedNo { get; init; }
    public required string LinkedUnsure { get; init; }
    public required string ShowHow { get; init; }
    public required string Login { get; init; }
    public required string LoginHint { get; init; }
    public required string LoginYes { get; init; }
    public required string LoginNo { get; init; }
    public required string For { get; init; }
    public required string ForMe { get; init; }
    public required string ForSeveral { get; init; }
    public required string Given { get; init; }
    public required string Change { get; init; }
    public required string PlanTitle { get; init; }
    public required Plural PlanCount { get; init; }
    public required string First { get; init; }
    public required string Then { get; init; }
    public required string Optional { get; init; }
    public required string ToList { get; init; }
    public required string Letter { get; init; }
    public required string Authority { get; init; }
    public required string NotCovered { get; init; }
    public required string CannotLogIn { get; init; }
    public required string SeveralAccounts { get; init; }
    public required string ManagesPage { get; init; }
    public required string CheckLinks { get; init; }
    public required string PostsByOthers { get; init; }
    public required string OtherPeople { get; init; }

    public string Title(Question question) => question switch
    {
        Question.Where => Where,
        Question.Have => Have,
        Question.Linked => Linked,
        Question.Login => Login,
        _ => For,
    };

    public string? Hint(Question question) => question switch
    {
        Question.Where => WhereHint,
        Question.Linked => LinkedHint,
        Question.Login => LoginHint,
        _ => null,
    };

    public string Name(Owned owned) => owned switch
    {
        Owned.Several => HaveSeveral,
        Owned.Page => HavePage,
        Owned.None => HaveNone,
        Owned.Whatsapp => "WhatsApp",
        _ => owned.ToString(),
    };

    public string Text(Advice advice) => advice switch
    {
        Advice.NotCovered => NotCovered,
        Advice.CannotLogIn => CannotLogIn,
        Advice.SeveralAccounts => SeveralAccounts,
        Advice.ManagesPage => ManagesPage,
        Advice.CheckLinks => CheckLinks,
        Advice.PostsByOthers => PostsByOthers,
        _ => OtherPeople,
    };
}

public sealed record ListWords
{
    public required string Title { get; init; }
    public required string Summary { get; init; }
    public required string Intro { get; init; }
    public required string Progress { get; init; }
    public required Plural Confirmed { get; init; }
    public required string ProgressShort { get; init; }
    public required string ProgressNone { get; init; }
    public required string Empty { get; init; }
    public required string StartQuestion { get; init; }
    public required string StartNoAccount { get; init; }
    public required string StartMake { get; init; }
    public required string StartWrong { get; init; }
    public required string StartUnsure { get; init; }
    public required string FinishedTitle { get; init; }
    public required string FinishedOn { get; init; }
    public required string FinishedKeep { get; init; }
    public required string FinishedLimits { get; init; }
    public required string FinishedLimitsLink { get; init; }
    public required string FinishedShare { get; init; }
    public required string FinishedPrint { get; init; }
    public required string AllSentTitle { get; init; }
    public required string AllSentText { get; init; }
    public required string Next { get; init; }
    public required string NextFillIn { get; init; }
    public required string NextSend { get; init; }
    public required string NextContest { get; init; }
    public required string NextAwait { get; init; }
    public required string NextRemind { get; init; }
    public required string NextFinished { get; init; }
    public required string NextNothing { get; init; }
    public required string NextDone { get; init; }
    public required string OpenGuide { get; init; }
    public required string OpenContest { get; init; }
    public required string OpenAwait { get; init; }
    public required string OpenRemind { get; init; }
    public required string NoAnswer { get; init; }
    public required string AfterSending { get; init; }
    public required string AfterSendingOptional { get; init; }
    public required string NotCome { get; init; }
    public required string RemoveSure { get; init; }
    public required string RemoveYes { get; init; }
    public required string Country { get; init; }
    public required string CountryAny { get; init; }
    public required string CountrySet { get; init; }
    public required string Authority { get; init; }
    public required string Label { get; init; }
    public required string LabelHint { get; init; }
    public required string KeepSafari { get; init; }
    public required string Undo { get; init; }
    public required string Reminders { get; init; }
    public required string MoveList { get; init; }
    public required string ExportList { get; init; }
    public required string ImportList { get; init; }
    public required string ImportFailed { get; init; }
    public required string Person { get; init; }
    public required string OpenPerson { get; init; }
    public required string AddPerson { get; init; }
    public required string RemovePerson { get; init; }
    public required string Centre { get; init; }
    public required string CentreExplained { get; init; }
    public required string Add { get; init; }
    public required string AddAnother { get; init; }
    public required string AddTo { get; init; }
    public required string AddCentre { get; init; }
    public required string RemoveCentre { get; init; }
    public required string Accounts { get; init; }
    public required string NoAccounts { get; init; }
    public required string RemoveAccount { get; init; }
    public required string Linked { get; init; }
    public required string LinkageYes { get; init; }
    public required string LinkageNo { get; init; }
    public required string LinkageUnsure { get; init; }
    public required string HowToCheck { get; init; }
    public required string LinkedRule { get; init; }
    public required string SeparateRule { get; init; }
    public required string AddRequest { get; init; }
    public required string RemoveRequest { get; init; }
    public required string Objection { get; init; }
    public required string OptionalRequest { get; init; }
    public required string Optional { get; init; }
    public required string ToDo { get; init; }
    public required string Sent { get; init; }
    public required string SentOn { get; init; }
    public required string ConfirmedState { get; init; }
    public required string ConfirmedOn { get; init; }
    public required string Refused { get; init; }
    public required string RefusedOn { get; init; }
    public required string MarkSent { get; init; }
    public required string MarkConfirmed { get; init; }
    public required string MarkRefused { get; init; }
    public required string MarkToDo { get; init; }
    public required string OtherDate { get; init; }
    public required string Date { get; init; }
    public required string What { get; init; }
    public required string SentThen { get; init; }
    public required string ConfirmedThen { get; init; }
    public required string RefusedThen { get; init; }
    public required string Cancel { get; init; }
    public required string DateWrong { get; init; }
    public required string Full { get; init; }
    public required string Keep { get; init; }
    public required string KeepText { get; init; }
    public required string KeepTextWithoutScript { get; init; }
    public required string KeepAddress { get; init; }
    public required string CopyAddress { get; init; }
    public required string PrintList { get; init; }
    public required string ShareList { get; init; }
    public required string Clear { get; init; }
    public required string AddressUnreadable { get; init; }
    public required string AddressNewer { get; init; }
    public required string StoredUnreadable { get; init; }
    public required string StoredNewer { get; init; }
    public required string StoredOther { get; init; }
    public required string OpenStored { get; init; }
    public required string KeepThis { get; init; }
    public required string StorageRefused { get; init; }
    public required string StorageCleared { get; init; }
}

public sealed record ReminderWords
{
    public required string ConfirmationTitle { get; init; }
    public required string ConfirmationText { get; init; }
    public required string AnswerTitle { get; init; }
    public required string AnswerText { get; init; }
    public required string DeadlineTitle { get; init; }
    public required string DeadlineText { get; init; }

    internal string Title(ReminderKind kind) => kind switch
    {
        ReminderKind.ConfirmationDue => ConfirmationTitle,
        ReminderKind.AnswerDue => AnswerTitle,
        _ => DeadlineTitle,
    };

    internal string Text(ReminderKind kind) => kind switch
    {
        ReminderKind.ConfirmationDue => ConfirmationText,
        ReminderKind.AnswerDue => AnswerText,
        _ => DeadlineText,
    };
}

public sealed record ShareWords
{
    public required string Title { get; init; }
    public required string ListTitle { get; init; }
    public required string SiteTitle { get; init; }
    public required string QuestionsTitle { get; init; }
    public required string Intro { get; init; }
    public required string ListIntro { get; init; }
    public required string Move { get; init; }
    public required string MoveText { get; init; }
    public required string MoveLong { get; init; }
    public required string MoveAddress { get; init; }
    public required string Message { get; init; }
    public required string ListMessage { get; init; }
    public required string SiteMessage { get; init; }
    public required string Address { get; init; }
    public required string Copy { get; init; }
    public required string Copied { get; init; }
    public required string Phone { get; init; }
    public required string Email { get; init; }
    public required string Sms { get; init; }
    public required string Whatsapp { get; init; }
    public required string Qr { get; init; }
    public required string QrText { get; init; }
    public required string QrLabel { get; init; }
    public required string Back { get; init; }
}

public sealed record PrintWords
{
    public required string Title { get; init; }
    public required string ListTitle { get; init; }
    public required string Print { get; init; }
    public required string HowToPrint { get; init; }
    public required string Back { get; init; }
    public required string Address { get; init; }
    public required string FormAddress { get; init; }
    public required string TooLong { get; init; }
    public required string PrintedOn { get; init; }
    public required string PosterTitle { get; init; }
    public required string WorkshopTitle { get; init; }
    public required string People { get; init; }
    public required string Prepare { get; init; }
    public required string SentOn { get; init; }
    public required string ConfirmedOn { get; init; }
    public required string Notes { get; init; }
}

public sealed record FaultWords
{
    public required string NotFoundTitle { get; init; }
    public required string NotFoundText { get; init; }
    public required string ErrorTitle { get; init; }
    public required string ErrorText { get; init; }
    public required string TooManyTitle { get; init; }
    public required string TooManyText { get; init; }
    public required string BackHome { get; init; }
}

/// <summary>What is said where the site does not answer; {0} is the day on which the page was kept.</summary>
public sealed record OfflineWords
{
    public required string Kept { get; init; }
    public required string List { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
    public required string Retry { get; init; }
    public required string Pages { get; init; }
}
