namespace Readiness.Benchmarks.Tables;

/// <summary>The user asks for something that cannot be done.</summary>
/// <param name="message">What, and what would do instead.</param>
internal sealed class TableRequestException(string message) : Exception(message);
