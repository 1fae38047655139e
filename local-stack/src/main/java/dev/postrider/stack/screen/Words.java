package dev.postrider.stack.screen;

import dev.postrider.stack.settings.StackSettings;
import dev.postrider.stack.status.PartStatus;
import dev.postrider.stack.status.PartStatus.Health;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The longer texts of the launcher. */
public final class Words {
    private Words() {}

    public static final String USAGE = """
            Usage: ./dev up [--nodes N] [--port P] [--fresh] [--detach] [--set KEY=VALUE]
                   ./dev down
                   ./dev status [--json]
                   ./dev rotate-keys
                   ./dev rebuild

              --nodes N        chat nodes to start (2)
              --port P         port of the page (8080)
              --fresh          forget all data first
              --detach         come back as soon as everything is ready; stop it with ./dev down
              --set KEY=VALUE  any key of postrider.example.properties
              --settings FILE  instead of postrider.properties
            """;

    /** Told when everything is ready. */
    public static List<String> ready(StackSettings settings, Style style, Duration took, boolean page, String stop) {
        String url = settings.publicOrigins().getFirst();
        String seconds = String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1_000.0);
        return List.of(
                "",
                "  " + style.good("Ready") + " in " + seconds + "   " + style.link(url)
                        + (page ? "" : style.warning("   (the page is not built; the API is there)")),
                "",
                "  Try this",
                "   · open " + url
                        + ", register, then register a second person in a private window: write to each other",
                "   · ./dev status tells each chat node's pid: kill -9 one while you type; nothing is lost",
                "   · README.md has a client of thirty lines with curl and one WebSocket tool",
                "",
                "  " + style.faint(stop),
                "");
    }

    /** The table of {@code ./dev status}. */
    public static List<String> table(List<PartStatus> parts, Style style, Path home) {
        return parts.stream()
                .map(part -> "  %s %-18s %-9s %-8s %s"
                        .formatted(
                                mark(part.health(), style),
                                part.part(),
                                part.health(),
                                part.pid() == null ? "-" : part.pid(),
                                style.faint("127.0.0.1:%d  %s".formatted(part.port(), relative(home, part.log())))))
                .toList();
    }

    private static String relative(Path home, String log) {
        Path path = Path.of(log);
        return path.startsWith(home) ? home.relativize(path).toString() : log;
    }

    private static String mark(Health health, Style style) {
        return switch (health) {
            case up -> style.good("●");
            case starting -> style.warning("●");
            case down -> style.bad("●");
        };
    }
}
