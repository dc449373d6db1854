namespace Readiness.Api.Tables;

/// <summary>A table for a file.</summary>
/// <param name="Name">What it is called: name of the file or of the sheet.</param>
/// <param name="Columns">Headers, each once.</param>
/// <param name="Rows">
/// Values by column: strings, whole numbers (<see cref="long"/>), numbers (<see cref="double"/>), truth values, dates (<see cref="DateOnly"/>), times
/// (<see cref="DateTime"/>) or nothing.
/// </param>
internal sealed record Table(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);
