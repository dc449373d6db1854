namespace Readiness.Supplies;

/// <summary>An item of an <see cref="AllocationProblem"/>.</summary>
/// <param name="Name">Name.</param>
/// <param name="PackSize">Units per pack; transfers are whole packs. At least 1.</param>
/// <param name="VolumePerPack">Lane capacity and storage that a pack takes; 0 or more.</param>
public sealed record AllocationItem(string Name, long PackSize = 1, double VolumePerPack = 0);
