namespace OptOutGuide.Content.Evidence;

public sealed record GradeTexts : ITexts
{
    public static string Section => "sources";

    public required string GradeMeta { get; init; }
    public required string GradeAuthority { get; init; }
    public required string GradePress { get; init; }
    public required string GradeOther { get; init; }

    public string For(EvidenceGrade grade) => grade switch
    {
        EvidenceGrade.Meta => GradeMeta,
        EvidenceGrade.Authority => GradeAuthority,
        EvidenceGrade.Press => GradePress,
        EvidenceGrade.Other => GradeOther,
    };
}
