package dev.postrider.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.contracts.frame.Json;
import dev.postrider.stack.process.Patience;
import dev.postrider.stack.screen.Style;
import dev.postrider.stack.settings.Setting;
import dev.postrider.stack.settings.SettingsException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * Has history-service fill its tables anew from the log, shows how far it is, and ends with the checksums of the old and
 * the new tables. Who stops watching does not stop the rebuild.
 */
final class RebuildHistory {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int DIFFERENT = 3;

    private final ManagementCall call;
    private final PrintStream out;
    private final Style style;
    private String shown = "";

    private RebuildHistory(ManagementCall call, PrintStream out, Style style) {
        this.call = call;
        this.out = out;
        this.style = style;
    }

    /** 0 where every table came out as it was. */
    static int run(Arguments arguments, PrintStream out, Style style) {
        ManagementCall call =
                ManagementCall.to("history-service", Setting.HISTORY_MANAGEMENT_PORT, "/q/rebuild", arguments);
        return new RebuildHistory(call, out, style).watch();
    }

    private int watch() {
        JsonNode state = parsed(call.post());
        while (state.path("state").asText().equals("running")) {
            show(state);
            if (!Patience.pause(POLL)) {
                throw new SettingsException("interrupted; the rebuild goes on");
            }
            state = parsed(call.get());
        }
        if (shown.isEmpty() || !style.terminal()) {
            out.flush();
        } else {
            out.print("\r\u001b[K");
        }
        return switch (state.path("state").asText()) {
            case "done" -> done(state);
            case "failed" ->
                throw new SettingsException(
                        "Not rebuilt: " + state.path("reason").asText());
            default ->
                throw new SettingsException(
                        "history-service was started anew meanwhile; nothing is swapped. Run it again.");
        };
    }

    private void show(JsonNode state) {
        String line = String.format(
                Locale.ROOT,
                "%s: %,d of %,d records, %,d a second",
                state.path("step").asText().toLowerCase(Locale.ROOT),
                state.path("read").asLong(),
                state.path("of").asLong(),
                state.path("perSecond").asLong());
        if (!line.equals(shown)) {
            out.print(style.terminal() ? "\r\u001b[K  · " + line : "  · " + line + "\n");
            out.flush();
            shown = line;
        }
    }

    private int done(JsonNode state) {
        boolean equal = true;
        out.printf("  %-14s %10s  %-16s  %-16s%n", "table", "rows", "before", "after");
        for (JsonNode table : state.path("tables")) {
            boolean same = table.path("equal").asBoolean();
            equal &= same;
            out.printf(
                    Locale.ROOT,
                    "  %-14s %,10d  %-16s  %-16s  %s%n",
                    table.path("table").asText(),
                    table.path("after").path("rows").asLong(),
                    table.path("before").path("digest").asText(),
                    table.path("after").path("digest").asText(),
                    same ? style.good("equal") : style.bad("different"));
        }
        double seconds = state.path("millis").asLong() / 1_000.0;
        out.printf(
                Locale.ROOT,
                "  %s %,d records in %.1f s, %,.0f a second; ingest stood still for %.1f s%n",
                equal ? style.good("✓") : style.warning("!"),
                state.path("read").asLong(),
                seconds,
                state.path("read").asLong() / Math.max(0.001, seconds),
                state.path("heldMillis").asLong() / 1_000.0);
        return equal ? 0 : DIFFERENT;
    }

    private static JsonNode parsed(String json) {
        try {
            return Json.mapper().readTree(json);
        } catch (JsonProcessingException torn) {
            throw new SettingsException("history-service answered something else: " + json);
        }
    }
}
