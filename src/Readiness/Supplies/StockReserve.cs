namespace Readiness.Supplies;

/// <summary>Stock that a place keeps for its most urgent needs.</summary>
/// <remarks>
/// What counts is what is left at the end of a day and may still be used on a later one. On a day at whose end less than
/// <paramref name="Quantity"/> is left, nothing of the item was dispatched on a lane with a lead time, and same-day dispatches and demands of the levels
/// after <paramref name="LastLevel"/> took together no more than the units whose last usable day it is. So a dispatch never breaks a
/// reserve, whomever it serves, and nothing has to expire because of one.
/// </remarks>
/// <param name="Place">Place index.</param>
/// <param name="Item">Item index.</param>
/// <param name="Quantity">Units kept; 0 or more.</param>
/// <param name="LastLevel">Index of the last level whose demands may break the reserve; -1 if none may.</param>
public sealed record StockReserve(int Place, int Item, long Quantity, int LastLevel = -1);
