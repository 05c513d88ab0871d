using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace StoryCompare.Extensions;

/// <summary>Registers the library with a service collection.</summary>
public static class StoryCompareServices
{
    /// <summary>Registers one <see cref="StoryComparer"/> for the whole application: it is immutable and thread-safe.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="configure">Changes the default options; null keeps them. Called once, when the comparer is first asked for.</param>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static IServiceCollection AddStoryCompare(this IServiceCollection services, Func<StoryCompareOptions, StoryCompareOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(_ => new StoryComparer(configure is null ? null : configure(new StoryCompareOptions())));
        return services;
    }
}
