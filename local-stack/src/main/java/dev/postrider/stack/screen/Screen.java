package dev.postrider.stack.screen;

import dev.postrider.stack.part.Part;
import dev.postrider.stack.run.StackEvents;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The story of a stack in the terminal. Finished steps become lines; what is under way stands in one moving line at the
 * end, in terminals only. Thread-safe.
 */
public final class Screen implements StackEvents, AutoCloseable {
    private static final String[] TURNS = {"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"};
    private static final long TURN_MILLIS = 100;
    private static final int NAME_WIDTH = 18;
    private static final int LOG_CHARS_MAX = 180;
    private static final int SIGNALLED = 128;
    private static final int SIGNALS_MAX = 64;

    private final PrintStream out;
    private final Style style;
    private final Map<String, Long> underWay = new LinkedHashMap<>();
    private final Thread painter;
    private int turn;
    private boolean painted;

    public Screen(PrintStream out, Style style) {
        this.out = out;
        this.style = style;
        this.painter = Thread.ofVirtual().name("screen").unstarted(this::paintOn);
        if (style.terminal()) {
            painter.start();
        }
    }

    /** A line of its own. */
    public synchronized void line(String text) {
        erase();
        out.println(text);
        paint();
        out.flush();
    }

    @Override
    public synchronized void onStarting(String part) {
        underWay.put(part, System.nanoTime());
    }

    @Override
    public void onReady(String part, Duration took) {
        done(part);
        line("  %s %s %s".formatted(style.good("✓"), padded(part), style.faint(seconds(took))));
    }

    @Override
    public void onSlow(Part part, Duration waited) {
        line("  %s %s is not ready after %d s; log: %s"
                .formatted(style.warning("…"), part.name(), waited.toSeconds(), part.log()));
    }

    @Override
    public void onCrashed(Part part, int code, List<String> logEnd, Duration delay) {
        done(part.name());
        line("  %s %s %s; started again in %d s"
                .formatted(style.bad("✗"), style.strong(part.name()), ending(code), delay.toSeconds()));
        logEnd.forEach(text -> line("      " + style.faint(cut(text))));
        line("      " + style.faint("log: " + part.log()));
    }

    @Override
    public void onStopping(String part) {
        onStarting(part);
    }

    @Override
    public void onStopped(String part, Duration took) {
        done(part);
        line("  %s %s %s".formatted(style.faint("■"), padded(part), style.faint("stopped, " + seconds(took))));
    }

    public Style style() {
        return style;
    }

    /** One decimal, {@code s}. */
    public static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%5.1f s", time.toMillis() / 1_000.0);
    }

    @Override
    public synchronized void close() {
        painter.interrupt();
        erase();
        out.flush();
    }

    private synchronized void done(String part) {
        underWay.remove(part);
    }

    private void paintOn() {
        while (!Thread.currentThread().isInterrupted()) {
            synchronized (this) {
                turn++;
                paint();
                out.flush();
            }
            try {
                Thread.sleep(TURN_MILLIS);
            } catch (InterruptedException closed) {
                return;
            }
        }
    }

    private void paint() {
        if (!style.terminal() || underWay.isEmpty()) {
            erase();
            return;
        }
        long oldest =
                underWay.values().stream().mapToLong(Long::longValue).min().orElse(0);
        String names = underWay.keySet().stream().limit(4).collect(Collectors.joining(", "));
        String more = underWay.size() > 4 ? " and " + (underWay.size() - 4) + " more" : "";
        erase();
        out.print("  %s %s%s %s"
                .formatted(
                        style.warning(TURNS[turn % TURNS.length]),
                        names,
                        more,
                        style.faint(seconds(Duration.ofNanos(System.nanoTime() - oldest)))));
        painted = true;
    }

    private void erase() {
        if (painted) {
            out.print("\r\u001b[K");
            painted = false;
        }
    }

    /** In words: shells tell a death by signal as 128 + its number. */
    static String ending(int code) {
        return code > SIGNALLED && code < SIGNALLED + SIGNALS_MAX
                ? "was killed (signal " + (code - SIGNALLED) + ")"
                : "ended by itself (exit code " + code + ")";
    }

    private static String cut(String text) {
        return text.length() <= LOG_CHARS_MAX ? text : text.substring(0, LOG_CHARS_MAX) + "…";
    }

    private static String padded(String name) {
        return name.length() >= NAME_WIDTH ? name : name + " ".repeat(NAME_WIDTH - name.length());
    }
}
