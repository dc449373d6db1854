using Readiness.Api.Storage;
using Readiness.Plans;

namespace Readiness.Api.Publishing;

/// <summary>A published plan as it is kept.</summary>
/// <param name="Summary">What it is.</param>
/// <param name="Decisions">What it decides.</param>
internal sealed record StoredPublication(PublishedSummary Summary, PlanDecisions Decisions)
{
    /// <summary>The strong entity tag (RFC 9110) of the publication in force.</summary>
    public string Tag => StoredBaseline.TagOf(Summary.Number);

    /// <summary>The plan on top of which is planned.</summary>
    /// <param name="window">The days on which its decisions stay.</param>
    public PublishedPlan With(PlanWindow? window) => new(Decisions, window, Summary.Start);
}
