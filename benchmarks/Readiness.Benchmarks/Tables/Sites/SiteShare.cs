namespace Readiness.Benchmarks.Tables.Sites;

/// <summary>The part of a customer's demand that a facility serves: a line of a solution file.</summary>
/// <param name="Facility">Facility, from 0.</param>
/// <param name="Customer">Customer, from 0.</param>
/// <param name="Share">Part of the demand; above 0, at most 1.</param>
internal readonly record struct SiteShare(int Facility, int Customer, double Share)
{
    /// <summary>A share below this is not written: it is the dust of computing in floating point.</summary>
    public const double Least = 1e-9;
}
