namespace OptOutGuide.Tests.Support;

/// <summary>A fact that needs tools besides .NET: outside CI it is skipped where one is missing, and says which.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWithAttribute : FactAttribute
{
    public FactWithAttribute(params Tool[] tools) => Skip = InstalledTools.OfThisMachine.SkipReason(tools);
}
