namespace Readiness.Districts;

/// <summary>Why a person is absent. Leave can be cancelled by order, the others cannot.</summary>
public enum AbsenceKind
{
    /// <summary>Leave, such as at Spring Festival.</summary>
    Leave,

    /// <summary>Illness.</summary>
    Sick,

    /// <summary>Maternity or parental leave.</summary>
    Parental,

    /// <summary>Sent elsewhere or in training.</summary>
    Seconded,
}
