using Readiness.Districts;

namespace Readiness.Benchmarks.Tables.Load;

/// <summary>A district whose what-ifs are planned in a moment.</summary>
internal static class TinyBaseline
{
    /// <summary>The district.</summary>
    public static District District { get; } = DistrictGenerator.Generate(GeneratorOptions.Tiny);
}
