using Readiness.Plans;

namespace Readiness.Tests.Audit.Mutations;

/// <summary>An admission with the site that admits.</summary>
internal sealed record SiteAdmission(string Site, Admission Admission)
{
    public string Subject => $"{Site}/{Admission.Zone}";
}
