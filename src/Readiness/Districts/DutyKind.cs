namespace Readiness.Districts;

/// <summary>Kind of work.</summary>
public enum DutyKind
{
    /// <summary>Fever clinic.</summary>
    FeverClinic,

    /// <summary>Isolation ward.</summary>
    IsolationWard,

    /// <summary>Laboratory.</summary>
    Laboratory,

    /// <summary>Command, epidemic duty desk.</summary>
    Command,

    /// <summary>Case investigation and contact tracing.</summary>
    ContactTracing,

    /// <summary>Taking and delivering samples.</summary>
    Sampling,

    /// <summary>Road or station checkpoint.</summary>
    Checkpoint,

    /// <summary>Joint household monitoring.</summary>
    HomeMonitoring,

    /// <summary>Disinfection.</summary>
    Disinfection,

    /// <summary>Ambulance transfers.</summary>
    Ambulance,

    /// <summary>Health inspection.</summary>
    Inspection,

    /// <summary>Medical waste.</summary>
    MedicalWaste,

    /// <summary>Logistics and stores.</summary>
    Logistics,

    /// <summary>Ordinary care that goes on.</summary>
    RoutineCare,

    /// <summary>Anything else.</summary>
    Other,
}
