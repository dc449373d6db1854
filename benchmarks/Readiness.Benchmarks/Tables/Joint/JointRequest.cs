using System.Collections.Immutable;
using Readiness.Districts;

namespace Readiness.Benchmarks.Tables.Joint;

/// <summary>What the user wants of the table <c>joint</c>.</summary>
/// <param name="Seeds">Seeds of the districts.</param>
/// <param name="Scarcities">Shares of the needed supplies, and of the working hours asked for, that the districts have.</param>
/// <param name="Size">Size of the districts.</param>
/// <param name="Options">What both planners are told.</param>
/// <param name="Folder">Folder of the results.</param>
/// <param name="Resume">Whether districts that are already in the folder's table are kept and not planned again.</param>
internal sealed record JointRequest(
    ImmutableArray<int> Seeds, ImmutableArray<double> Scarcities, GeneratorOptions Size, SolveOptions Options, string Folder, bool Resume)
{
    /// <summary>
    /// Districts in which a minute of joint planning is several rounds and not enough to finish: 240 people, 19 places and 6 candidate sites over three
    /// weeks, the shortest horizon with a quarantine of full length. Everyone in quarantine counts as housed.
    /// </summary>
    public static GeneratorOptions StandardSize { get; } = new()
    {
        Zones = 6,
        FacilitiesPerZone = 3,
        Staff = 240,
        Sites = 6,
        Days = 21,
        Items = 6,
        HousedShare = 1,
    };

    /// <summary>The districts, in the order in which they are planned.</summary>
    public IEnumerable<(int Seed, double Scarcity)> Districts => Seeds.SelectMany(_ => Scarcities, static (seed, scarcity) => (seed, scarcity));

    /// <summary>The district of a seed and a scarcity. One seed has the same people, places, sites and epidemic at every scarcity.</summary>
    public District District(int seed, double scarcity) =>
        DistrictGenerator.Generate(Size with { Seed = seed, Scarcity = scarcity, StaffScarcity = scarcity });
}
