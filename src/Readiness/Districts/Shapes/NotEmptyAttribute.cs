namespace Readiness.Districts.Shapes;

/// <summary>Says that an array has at least one entry.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class NotEmptyAttribute : Attribute;
