namespace Readiness.Benchmarks.Tables.Sites;

/// <summary>How a file lists a capacitated facility location instance. All formats begin with the numbers of facilities and customers.</summary>
internal enum SiteFormat
{
    /// <summary>
    /// OR-Library (J. E. Beasley): capacity and fixed cost of each facility, then for each customer its demand and the cost of serving all of it from each
    /// facility. The word <c>capacity</c> may stand in the place of a facility's capacity.
    /// </summary>
    Orlib,

    /// <summary>
    /// Test bed 1 (P. Avella, M. Boccia): all demands, all capacities, all fixed costs, then for each facility the cost of serving one unit of each
    /// customer's demand.
    /// </summary>
    Tbed1,
}
