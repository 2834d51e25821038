using System.Reflection;
using Xunit.Sdk;

namespace OptOutGuide.Tests.Support;

/// <summary>
/// A row of a theory that only <c>tests/full.sh</c> runs; the theory has the trait <c>Suite=Sample</c>. On a push other rows stand
/// for it, of this theory or of another: it differs in its language, or in a value that takes the same way through the code.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class FullDataAttribute(params object[] values) : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => RealContent.RunsAllRows ? [values] : [];
}
