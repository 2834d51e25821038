using System.Reflection;
using System.Reflection.Metadata;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using OptOutGuide.Caching;

namespace OptOutGuide.Tests.Caching;

/// <summary>By itself: every site of the process renders its pages again after an edit, and other tests count how often.</summary>
[CollectionDefinition(nameof(CodeEditTests), DisableParallelization = true)]
[Collection(nameof(CodeEditTests))]
public sealed class CodeEditTests
{
    [Fact]
    public async Task Page_AfterAnEditOfTheCode_IsRenderedAgainOnce()
    {
        using var gate = new RenderGate();
        await using var site = new InProcessSite(services => services.AddSingleton<IComponentActivator>(gate));
        using var client = site.Visitor();
        await client.GetStringAsync("/fr/guides/facebook");
        var before = gate.Rendered;

        AnnounceEdit();
        await client.GetStringAsync("/fr/guides/facebook");
        await client.GetStringAsync("/fr/guides/facebook");

        Assert.Equal(before + 1, gate.Rendered);
    }

    /// <summary>As the runtime does: it finds the handler by the attribute, and the method by its name and parameter.</summary>
    private static void AnnounceEdit()
    {
        var handler = Assert.Single(typeof(CodeEdits).Assembly.GetCustomAttributes<MetadataUpdateHandlerAttribute>()).HandlerType;
        handler.GetMethod("UpdateApplication", [typeof(Type[])])!.Invoke(null, [null]);
    }
}
