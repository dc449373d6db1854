namespace Readiness.Districts;

/// <summary>What a candidate site is.</summary>
public enum SiteKind
{
    /// <summary>Hotel.</summary>
    Hotel,

    /// <summary>School or company dormitory.</summary>
    Dormitory,

    /// <summary>Purpose-built or converted medical site.</summary>
    Medical,
}
