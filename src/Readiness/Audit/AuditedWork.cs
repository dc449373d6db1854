namespace Readiness.Audit;

/// <summary>A duty, or an open site seen as one, with what it asks for and who is assigned.</summary>
internal sealed class AuditedWork
{
    public required string Id { get; init; }

    /// <summary>Position of the place whose stock its kits are drawn from.</summary>
    public required int Place { get; init; }

    public required bool Together { get; init; }

    /// <summary>Positions of its shift types.</summary>
    public required int[] Shifts { get; init; }

    public required AuditedLine[] Lines { get; init; }

    /// <summary>Whether it runs, by day.</summary>
    public required bool[] Runs { get; init; }

    /// <summary>First of its slots in arrays over all works; see <see cref="Slot"/>.</summary>
    public required int Offset { get; init; }

    public int Days => Runs.Length;

    /// <summary>Position of a line, shift and day in arrays over all works.</summary>
    public int Slot(int line, int shift, int day) => Offset + (line * Shifts.Length + shift) * Days + day;
}
