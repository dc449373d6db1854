using System.Collections.Immutable;

namespace Readiness.Planning;

/// <summary>A line of a duty or of a candidate site: the unit in which heads are asked for and assigned.</summary>
internal sealed record PlanningTask
{
    /// <summary>Id of the duty or site.</summary>
    public required string Duty { get; init; }

    /// <summary>Id of the line.</summary>
    public required string Line { get; init; }

    /// <summary>Index of the duty, -1 for a site's line.</summary>
    public required int DutyIndex { get; init; }

    /// <summary>Index of the site, -1 for a duty's line.</summary>
    public required int SiteIndex { get; init; }

    /// <summary>Index of the line within its duty or site.</summary>
    public required int LineIndex { get; init; }

    /// <summary>Index of the place where the work starts and the kit is drawn.</summary>
    public required int Place { get; init; }

    /// <summary>Id of the skill.</summary>
    public required string Skill { get; init; }

    /// <summary>Id of the organisation that people must belong to, if any.</summary>
    public required string? Organisation { get; init; }

    /// <summary>Priority class, 1 to 4.</summary>
    public required int PriorityClass { get; init; }

    /// <summary>Id of the kit, if any.</summary>
    public required string? Kit { get; init; }

    /// <summary>Minutes of each hour in full protective clothing.</summary>
    public required int ProtectiveMinutesPerHour { get; init; }

    /// <summary>Indices of the shift types in which it runs.</summary>
    public required ImmutableArray<int> Shifts { get; init; }

    /// <summary>Heads per team if the duty is a joint team, else 0.</summary>
    public required int HeadsPerTeam { get; init; }

    /// <summary>
    /// Weight of a missing head while parts are planned: a site's head weighs more, because a site that falls below its least cover
    /// must close. Plans are compared by unweighted heads.
    /// </summary>
    public double Weight => SiteIndex >= 0 ? 10 : 1;

    /// <summary>Whether it belongs to a joint team.</summary>
    public bool InTeam => HeadsPerTeam > 0;
}
