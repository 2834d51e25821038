namespace OptOutGuide.Tests.Support;

/// <summary>A theory that needs tools besides .NET: outside CI it is skipped where one is missing, and says which.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TheoryWithAttribute : TheoryAttribute
{
    public TheoryWithAttribute(params Tool[] tools) => Skip = InstalledTools.OfThisMachine.SkipReason(tools);
}
