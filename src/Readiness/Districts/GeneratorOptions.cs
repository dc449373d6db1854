namespace Readiness.Districts;

/// <summary>Size and scarcity of a generated district.</summary>
public sealed record GeneratorOptions
{
    /// <summary>Seed: equal options give equal districts, on every platform.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Population areas; 1 to 500. The last of every five, or the last of fewer, is remote: lorries take a day.</summary>
    public int Zones { get; init; } = 6;

    /// <summary>
    /// Facilities in each zone, 1 to 50, beside the one store of the district: a centre (in the first zone the hospital), an
    /// office, another centre, a checkpoint, and so on in turns of centre and checkpoint.
    /// </summary>
    public int FacilitiesPerZone { get; init; } = 3;

    /// <summary>People, 4 to 100,000: seven in ten of the health service, the others of the community.</summary>
    public int Staff { get; init; } = 200;

    /// <summary>Candidate quarantine sites; 0 to 1,000. Their rooms together are about four for five people of the staff.</summary>
    public int Sites { get; init; } = 5;

    /// <summary>Days of the horizon; 2 to 366.</summary>
    public int Days { get; init; } = 14;

    /// <summary>Articles; 1 to 50.</summary>
    public int Items { get; init; } = 6;

    /// <summary>
    /// Share of the expected need that stock and shipments cover together, 0 to 100; 1 is just enough. The expected need is
    /// that of all posts filled and everyone in quarantine monitored at home, unless <see cref="HousedShare"/> says otherwise.
    /// </summary>
    public double Scarcity { get; init; } = 0.85;

    /// <summary>
    /// Share of the hours asked for by day that the normal hours of the staff cover, absences not counted; 0.05 to 100. The work of
    /// classes 1 and 2 depends on the epidemic: it is the ordinary care of class 4 that is set so as to reach the share, and never
    /// less than one head a centre.
    /// </summary>
    public double StaffScarcity { get; init; } = 0.9;

    /// <summary>
    /// Share of the people in quarantine who count as guests of the sites, as far as these have rooms, where needs and hours are expected; 0
    /// to 1. Housing takes more supplies than monitoring at home: with 0, a <see cref="Scarcity"/> of 1 leaves next to nothing for sites.
    /// </summary>
    public double HousedShare { get; init; }

    /// <summary>Which working-time rules the contracts have. The people, their skills and absences are the same with either.</summary>
    public WorkingRules WorkingRules { get; init; } = WorkingRules.Basic;

    /// <summary>
    /// Whether the store keeps a reserve of every article for class 1 at a twentieth of the supply, and every other facility has room in the evening for a day of its expected need.
    /// </summary>
    public bool StockRules { get; init; }

    /// <summary>The smallest district that has everything, for complete enumeration and fast tests: 3 facilities, 8 people, 5 days.</summary>
    public static GeneratorOptions Tiny { get; } = new()
    {
        Zones = 2,
        FacilitiesPerZone = 1,
        Staff = 8,
        Sites = 2,
        Days = 5,
        Items = 2,
    };
}
