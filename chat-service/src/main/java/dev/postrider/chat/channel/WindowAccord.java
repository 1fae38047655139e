package dev.postrider.chat.channel;

import dev.postrider.chat.time.Ticker;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether all nodes look at one shared window. Every node says in its record on {@code chat.control} which one it sees
 * ({@link #NONE} while it sees none); a window is sure while every record applied for {@code sureAfter} has named it, and
 * this node is fresh. The loop drives it; {@link #saw}, {@link #sureOf} and {@link #settled} are for any thread.
 *
 * <p><b>Happens-before.</b> {@link #sureOf} reads the view's freshness first and the run of equal names second; the loop
 * writes the run while it applies records and publishes the view after them. So the run is at least as new as the view,
 * and holds every record that was in the log T before. {@link #settled} completes when whatever is fresh from then on
 * must have applied a record that names the same window or none: the wait is that of {@link Subscriptions}.
 */
public final class WindowAccord {
    public static final String NONE = "";
    private static final long LONG_AGO = Long.MIN_VALUE / 2;

    private final BooleanSupplier fresh;
    private final Ticker ticker;
    private final long waitMaxMillis;
    private final long sureAfterMillis;
    private final Queue<Ask> asks = new ConcurrentLinkedQueue<>();
    private volatile String sighted = NONE;
    private volatile Run run = new Run(NONE, LONG_AGO);
    private volatile @Nullable String settledOn;
    private String says = NONE;
    private @Nullable Settling settling = new Settling(LONG_AGO, null);
    private boolean said;
    private boolean readBack;

    /** All records applied since then named the same window. */
    private record Run(String window, long sinceMillis) {}

    /** What this node says is not known to all yet: said since then, and read back or not. */
    private record Settling(long sinceMillis, @Nullable Stand stand) {}

    private record Stand(long offset, long untilMillis) {}

    /** Somebody wrote to that window, and goes on once no other one is believed. */
    private record Ask(String window, CompletableFuture<Void> done) {}

    /**
     * @param fresh whether this node's view may be trusted now
     * @param waitMax 2T: by then whoever has not applied a record is not fresh
     * @param sureAfter longer than a frame may lie unread
     */
    WindowAccord(BooleanSupplier fresh, Ticker ticker, Duration waitMax, Duration sureAfter) {
        this.fresh = fresh;
        this.ticker = ticker;
        this.waitMaxMillis = waitMax.toMillis();
        this.sureAfterMillis = sureAfter.toMillis();
    }

    /** This node sees that window now, or none. */
    public void saw(String window) {
        sighted = window;
    }

    /** True where whatever any node wrote there before its append can be found there. */
    public boolean sureOf(String window) {
        if (window.isEmpty() || !fresh.getAsBoolean()) {
            return false;
        }
        Run now = run;
        return now.window().equals(window) && ticker.millis() - now.sinceMillis() >= sureAfterMillis;
    }

    /** The window that this node would claim in, where it is sure of it; for people. */
    public boolean sure() {
        return sureOf(run.window());
    }

    /** Completes once no fresh node believes another window than this one. */
    public CompletionStage<Void> settled(String window) {
        if (window.equals(settledOn) && fresh.getAsBoolean()) {
            return CompletableFuture.completedFuture(null);
        }
        Ask ask = new Ask(window, new CompletableFuture<>());
        asks.add(ask);
        return ask.done();
    }

    /** What the own record is to say. */
    String says() {
        said = true;
        return says;
    }

    /** A node's record was applied, of whatever incarnation. */
    void onSaid(String window) {
        if (!window.equals(run.window())) {
            run = new Run(window, ticker.millis());
        }
    }

    /**
     * An own record was applied.
     *
     * @param alone no listed node last said otherwise
     */
    void onReadBack(String window, long sentMillis, long offset, boolean alone) {
        if (!readBack && alone) {
            // Nobody can have contested, elsewhere, what was sent to this node before it was there.
            run = new Run(window, LONG_AGO);
        }
        readBack = true;
        onSaid(window);
        Settling now = settling;
        if (now != null && now.stand() == null && window.equals(says) && sentMillis >= now.sinceMillis()) {
            settling = new Settling(now.sinceMillis(), new Stand(offset, ticker.millis() + waitMaxMillis));
        }
    }

    /** This node stood still for long: what others said and took back meanwhile counts from now. */
    void onLapse() {
        run = new Run(NONE, ticker.millis());
        settle();
    }

    /**
     * Answers whoever may go on, then takes up what is seen.
     *
     * @param allApplied whether every listed node has applied the record at that offset
     * @return whether the own record is to be said at once
     */
    boolean onPass(LongPredicate allApplied) {
        Settling now = settling;
        if (now != null && now.stand() != null && known(now.stand(), allApplied)) {
            settling = null;
            settledOn = says;
        }
        if (settling == null && fresh.getAsBoolean()) {
            asks.removeIf(ask -> {
                boolean harmless = says.isEmpty() || says.equals(ask.window());
                return harmless && ask.done().complete(null);
            });
        }
        String next = next();
        boolean changes = !next.equals(says) && (settling == null || !said);
        if (changes) {
            says = next;
            settle();
        }
        return changes;
    }

    /** What is seen; or what was said already, or nothing, for the sake of those who wait. */
    private String next() {
        if (asks.isEmpty()) {
            return sighted;
        }
        return asks.stream().allMatch(ask -> ask.window().equals(says)) ? says : NONE;
    }

    private boolean known(Stand stand, LongPredicate allApplied) {
        return allApplied.test(stand.offset()) || ticker.millis() >= stand.untilMillis();
    }

    private void settle() {
        settledOn = null;
        settling = new Settling(ticker.millis(), null);
    }
}
