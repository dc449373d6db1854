using System.Collections.Immutable;
using System.Text.Json;

namespace Readiness.Scenarios.Sweeps;

/// <summary>One of the lists of changes between which an axis of a sweep chooses.</summary>
/// <param name="Label">What stands for it in a table; not empty, at most 200 characters.</param>
/// <param name="Changes">Raw changes, each as in a scenario; they follow the sweep's own changes. None is an alternative, too.</param>
public sealed record SweepAlternative(string Label, ImmutableArray<JsonElement> Changes);
