using FsCheck.Xunit;

namespace OptOutGuide.Tests.Support;

/// <summary>
/// A property of which a push tries a fifth of the random inputs, and <c>tests/full.sh</c> all; it has the trait
/// <c>Suite=Sample</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SampledPropertyAttribute : PropertyAttribute
{
    public SampledPropertyAttribute(int inputs) => MaxTest = RealContent.RunsAllRows ? inputs : inputs / 5;
}
