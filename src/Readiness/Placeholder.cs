namespace Readiness; internal static class Placeholder;
