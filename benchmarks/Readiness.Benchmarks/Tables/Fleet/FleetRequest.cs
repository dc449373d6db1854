namespace Readiness.Benchmarks.Tables.Fleet;

/// <summary>What the user wants of the table <c>fleet</c>.</summary>
/// <param name="Database">Store whose operations are measured: a connection string of PostgreSQL; null is a SQLite file that is removed in the end.</param>
/// <param name="Jobs">Jobs that go through the store while it is measured.</param>
/// <param name="Clients">Operations at the same time while it is measured.</param>
/// <param name="Workers">Workers of the greatest simulated fleet.</param>
/// <param name="Scenarios">Scenarios that each simulated fleet solves.</param>
/// <param name="Seed">Seed of the simulated lengths of solves.</param>
/// <param name="Folder">Folder of the results.</param>
internal sealed record FleetRequest(string? Database, int Jobs, int Clients, int Workers, int Scenarios, int Seed, string Folder);
