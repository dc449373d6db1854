namespace Readiness.Benchmarks.Tables.Load;

/// <summary>What the user wants of the table <c>load</c>.</summary>
/// <param name="Clients">Clients with a connection of their own, each of which sends a request a second to the service and one to the empty endpoint; 1 or more.</param>
/// <param name="Seconds">How long; 2 or more.</param>
/// <param name="Solves">Solves that run in the service meanwhile; 0 to 64.</param>
/// <param name="Folder">Folder of the results.</param>
internal sealed record LoadRequest(int Clients, int Seconds, int Solves, string Folder);
