namespace Readiness.Districts.Shapes;

/// <summary>What a JSON value has to be.</summary>
public enum JsonShapeKind
{
    /// <summary>An object with known properties.</summary>
    Object,

    /// <summary>An object of one of several forms, told apart by a property that names the form.</summary>
    Variant,

    /// <summary>An array.</summary>
    Array,

    /// <summary>A text.</summary>
    Text,

    /// <summary>One of a list of words.</summary>
    Choice,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A date, yyyy-MM-dd.</summary>
    Date,

    /// <summary>A time of day, HH:mm.</summary>
    Time,

    /// <summary>Any JSON value.</summary>
    Any,
}
