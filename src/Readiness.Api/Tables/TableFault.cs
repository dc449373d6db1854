namespace Readiness.Api.Tables;

/// <summary>What is wrong with a file, as far as that can be told without knowing what its columns mean.</summary>
/// <param name="Message">The rule that it breaks.</param>
/// <param name="Row">The row; none where all of the file is meant.</param>
/// <param name="Column">The column, counted from 0; none where all of the row is meant.</param>
/// <param name="Value">The offending value.</param>
internal sealed record TableFault(string Message, int? Row = null, int? Column = null, object? Value = null);
