namespace Readiness.Districts;

/// <summary>What a facility is.</summary>
public enum FacilityKind
{
    /// <summary>Community health centre or station.</summary>
    CommunityHealthCentre,

    /// <summary>Hospital.</summary>
    Hospital,

    /// <summary>Centre for disease control.</summary>
    DiseaseControlCentre,

    /// <summary>Store of the district or of a facility.</summary>
    Warehouse,

    /// <summary>Laboratory outside a hospital.</summary>
    Laboratory,

    /// <summary>Road, station or airport checkpoint.</summary>
    Checkpoint,

    /// <summary>Office of a sub-district or another authority.</summary>
    Office,

    /// <summary>Police station.</summary>
    PoliceStation,
}
