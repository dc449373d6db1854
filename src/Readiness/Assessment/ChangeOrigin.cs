namespace Readiness.Assessment;

/// <summary>Why a decision is another than published.</summary>
public enum ChangeOrigin
{
    /// <summary>The published decision cannot stay.</summary>
    Forced,

    /// <summary>It could have stayed, or there was none: needs are met better in this way.</summary>
    Chosen,
}
