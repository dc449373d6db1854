namespace Readiness.Api.Security.Keys;

/// <summary>A key that was made.</summary>
/// <param name="Text">The text to log in with; it is told this once.</param>
/// <param name="Key">What is kept of it.</param>
public sealed record NewKey(string Text, ApiKey Key)
{
    /// <summary>The record without its secret.</summary>
    public override string ToString() => Key.ToString();
}
