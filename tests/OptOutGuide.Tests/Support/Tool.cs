namespace OptOutGuide.Tests.Support;

/// <summary>What some tests need besides .NET; tests/run.sh installs all of it.</summary>
public enum Tool
{
    Chromium,
    Compose,
    CycloneDX,
    HAProxy,

    /// <summary>The module of Debian's Python that reads calendars.</summary>
    ICalendar,
    Node,

    /// <summary>Node.js with the packages of tests/package.json.</summary>
    NodePackages,

    /// <summary>The programs that read PDF files.</summary>
    Poppler,

    /// <summary>Linux programs that restrict a process.</summary>
    UtilLinux,
}
