using System.Collections.Immutable;

namespace Readiness.Districts;

/// <summary>A document or a hand-built district breaks rules; the exception carries all of them.</summary>
public sealed class DistrictFormatException : FormatException
{
    private const int NamedInMessage = 10;

    /// <summary>Reports faults.</summary>
    /// <param name="errors">The faults; at least one.</param>
    public DistrictFormatException(ImmutableArray<DistrictError> errors)
        : base(Describe(errors)) => Errors = errors;

    /// <summary>Every fault found.</summary>
    public ImmutableArray<DistrictError> Errors { get; }

    private static string Describe(ImmutableArray<DistrictError> errors)
    {
        IEnumerable<string> lines = errors.Take(NamedInMessage).Select(error => $"{(error.Pointer.Length == 0 ? "document" : error.Pointer)} {error.Message}");
        string rest = errors.Length > NamedInMessage ? $" ... and {errors.Length - NamedInMessage} more" : string.Empty;
        return $"The district is not valid: {string.Join("; ", lines)}{rest}";
    }
}
