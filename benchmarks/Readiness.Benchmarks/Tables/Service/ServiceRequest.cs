using System.Collections.Immutable;

namespace Readiness.Benchmarks.Tables.Service;

/// <summary>What the user wants of the table <c>service</c>.</summary>
/// <param name="Workers">Numbers of worker processes, one row each.</param>
/// <param name="Cells">Cells of the sweep, 1 to 10,000.</param>
/// <param name="WorkLimit">Rounds of every solve, which has one thread.</param>
/// <param name="Database">Store of all processes: a connection string of PostgreSQL; null is a SQLite file that is removed in the end.</param>
/// <param name="Folder">Folder of the results.</param>
internal sealed record ServiceRequest(ImmutableArray<int> Workers, int Cells, int WorkLimit, string? Database, string Folder);
