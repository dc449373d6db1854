namespace Readiness.Districts;

/// <summary>What drives the need for heads or items on a day.</summary>
public enum WorkloadDriver
{
    /// <summary>Newly confirmed cases.</summary>
    NewCases,

    /// <summary>Contacts and travellers newly to be quarantined.</summary>
    NewContacts,

    /// <summary>Visits to fever clinics.</summary>
    FeverVisits,

    /// <summary>Patients in isolation beds.</summary>
    IsolationPatients,

    /// <summary>Samples to take and test.</summary>
    Samples,

    /// <summary>Contacts in quarantine at home: everyone in their quarantine days who is not housed at a site. Depends on the plan.</summary>
    HomeMonitored,

    /// <summary>Confirmed mild and moderate cases in the isolation ward.</summary>
    WardPatients,

    /// <summary>Severe cases in the severe ward.</summary>
    SeverePatients,

    /// <summary>Critical cases in intensive care.</summary>
    CriticalPatients,

    /// <summary>Contacts and travellers in their quarantine days, at home or at a site; those of days before the horizon are not among them.</summary>
    Quarantined,
}
