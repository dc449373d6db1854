namespace Readiness.Api.Security.Access;

/// <summary>Roles as words.</summary>
internal static class RoleWords
{
    /// <summary>All of them, the one that may do least first.</summary>
    public static readonly IReadOnlyList<string> All = [.. Enum.GetValues<AccessRole>().Select(Word)];

    /// <summary>The word for a role.</summary>
    /// <param name="role">The role.</param>
    public static string Word(AccessRole role) => role switch
    {
        AccessRole.Viewer => "viewer",
        AccessRole.Planner => "planner",
        _ => "administrator",
    };

    /// <summary>The role that a word stands for; none if it is no such word.</summary>
    /// <param name="word">The word.</param>
    public static AccessRole? Parse(string? word) => word switch
    {
        "viewer" => AccessRole.Viewer,
        "planner" => AccessRole.Planner,
        "administrator" => AccessRole.Administrator,
        _ => null,
    };
}
