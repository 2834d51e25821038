using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace OptOutGuide.Tests.Support;

/// <summary>bUnit was compiled against AngleSharp.Diffing 1.x; the 0.17 that is here answers in its place.</summary>
internal static class BunitAssemblies
{
    [ModuleInitializer]
    internal static void Resolve() => AssemblyLoadContext.Default.Resolving += (_, name) =>
        name.Name == "AngleSharp.Diffing" ? Assembly.Load("AngleSharp.Diffing") : null;
}
