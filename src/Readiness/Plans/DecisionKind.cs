namespace Readiness.Plans;

/// <summary>What a plan decides.</summary>
public enum DecisionKind
{
    /// <summary>A quarantine site opens on some days; the subject is its id.</summary>
    Site,

    /// <summary>Contacts move into a site; the subject is site/zone.</summary>
    Admission,

    /// <summary>A person works; the subject is person/duty/line/shift.</summary>
    Assignment,

    /// <summary>Units are dispatched; the subject is item/from/to.</summary>
    Shipment,

    /// <summary>Lots are bought; the subject is the offer.</summary>
    Purchase,
}
