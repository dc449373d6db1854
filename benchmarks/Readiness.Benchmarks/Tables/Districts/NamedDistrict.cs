using System.Globalization;
using Readiness.Districts;

namespace Readiness.Benchmarks.Tables.Districts;

/// <summary>A district of a table.</summary>
/// <param name="Name">As the user calls it.</param>
/// <param name="District">The district.</param>
internal sealed record NamedDistrict(string Name, District District)
{
    private const int LeastPeople = 20;
    private const int MostPeople = 100_000;
    private const int Days = 28;

    // As in the sample of Xishan: a zone for 120 people with four facilities, and a candidate site for 100.
    private const int PeoplePerZone = 120;
    private const int PeoplePerSite = 100;
    private const int FacilitiesPerZone = 4;

    /// <summary>A district from what the user calls it.</summary>
    /// <param name="name">A sample, a file, or a number of people.</param>
    /// <param name="seed">Seed of a district that is generated.</param>
    /// <exception cref="TableRequestException">There is no such district, or it is not valid.</exception>
    public static NamedDistrict Parse(string name, int seed)
    {
        if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int people))
        {
            return people is >= LeastPeople and <= MostPeople
                ? new NamedDistrict(name, DistrictGenerator.Generate(SizeOf(people, seed)))
                : throw new TableRequestException($"--districts: {people} people is out of range; wanted are {LeastPeople} to {MostPeople}.");
        }

        try
        {
            return new NamedDistrict(name, District.Load(name));
        }
        catch (Exception exception) when (exception is DistrictFormatException or FileNotFoundException)
        {
            throw new TableRequestException($"--districts: {exception.Message}");
        }
    }

    private static GeneratorOptions SizeOf(int people, int seed) => new()
    {
        Seed = seed,
        Zones = Math.Clamp(people / PeoplePerZone, 1, 500),
        FacilitiesPerZone = FacilitiesPerZone,
        Staff = people,
        Sites = people / PeoplePerSite,
        Days = Days,
        WorkingRules = WorkingRules.All,
    };
}
