package dev.postrider.chat.channel;

import dev.postrider.chat.time.Ticker;
import dev.postrider.contracts.control.ControlRecord;
import dev.postrider.contracts.control.ControlRecord.Gone;
import dev.postrider.contracts.control.ControlRecord.Node;
import java.time.Duration;

/**
 * This node's part in the table of channels: applies every control record, says four times a second what it serves,
 * declares silent nodes gone. One thread, the loop, calls everything but {@link #view}; it calls {@link #onPass} after
 * each batch of records.
 *
 * <p><b>Why a view may be trusted.</b> {@code sent} is taken before the own record is handed to the log, at h. Once read
 * back, everything that stands before it on the one partition has been applied, so the view published with
 * {@code freshUntil = h + T} holds every record that was in the log at h. Who looks at time u &lt; h + T therefore knows
 * all that was written before u − T. The view is published before the next own record carries its {@code applied}: who
 * reads that knows that any later look of this node sees it too.
 *
 * <p>A node that stands still, or whose loop died, publishes nothing and is not fresh: it neither delivers nor declares
 * others gone. After a pause it hears what the others wrote meanwhile before it reads its own next record, so it cannot
 * mistake its own silence for theirs.
 */
public final class TableLoop {
    private static final long LONG_AGO = Long.MIN_VALUE / 2;

    private final Incarnations incarnations;
    private final String node;
    private final ControlLog log;
    private final Ticker ticker;
    private final Times times;
    private final ChannelTable table = new ChannelTable();
    private final WindowAccord accord;
    private volatile TableView view = TableView.NONE;
    private volatile long channels;
    private TableEar ear = new Deaf();
    private MembershipEar members = new Deaf();
    private long applied = -1;
    private long freshUntil = Long.MIN_VALUE;
    private long saidAt = LONG_AGO;
    private long declaredAt = LONG_AGO;
    private boolean changed = true;
    private boolean left;

    /**
     * @param freshFor T
     * @param sayEvery how often a node says that it lives
     * @param goneAfter how long it may be silent
     * @param sureAfter how long all must have named one shared window before it is believed
     */
    public record Times(Duration freshFor, Duration sayEvery, Duration goneAfter, Duration sureAfter) {}

    /** @param node the stable name, for people */
    public TableLoop(Incarnations incarnations, String node, ControlLog log, Ticker ticker, Times times) {
        this.incarnations = incarnations;
        this.node = node;
        this.log = log;
        this.ticker = ticker;
        this.times = times;
        this.accord = new WindowAccord(this::fresh, ticker, times.freshFor().multipliedBy(2), times.sureAfter());
    }

    /** Which shared window the nodes look at. */
    public WindowAccord accord() {
        return accord;
    }

    void listen(TableEar one) {
        this.ear = one;
    }

    void listen(MembershipEar one) {
        this.members = one;
    }

    /** The newest published view; any thread. */
    public TableView view() {
        return view;
    }

    public boolean fresh() {
        return view.freshAt(ticker.millis());
    }

    /** One bit per channel that this node serves or is about to; any thread. */
    public long channels() {
        return channels;
    }

    /** How many other nodes are listed. */
    int others() {
        return table.size();
    }

    public void onRecord(ControlRecord record, long offset) {
        switch (record) {
            case Node said when said.incarnation().equals(incarnations.current()) -> readBack(said, offset);
            case Node said when incarnations.ours(said.incarnation()) -> accord.onSaid(said.window());
            case Node said -> heard(said);
            case Gone gone when gone.incarnation().equals(incarnations.current()) -> lapse();
            case Gone gone -> declaredGone(gone.incarnation());
            case ControlRecord.SessionEnded other -> {}
            case ControlRecord.Keys other -> {}
            case ControlRecord.Profile other -> {}
            case ControlRecord.Membership change -> members.onMembership(change, offset);
        }
        applied = offset;
    }

    /** Publishes what was applied, then says so. */
    public void onPass() {
        view = new TableView(table.channels(), freshUntil);
        changed |= accord.onPass(table::allApplied);
        if (!left) {
            say();
        }
    }

    private void say() {
        long now = ticker.millis();
        if (changed || now - saidAt >= times.sayEvery().toMillis()) {
            changed = false;
            saidAt = now;
            log.write(new Node(incarnations.current(), node, channels, applied, now, accord.says()));
        }
        if (view.freshAt(now) && now - declaredAt >= times.sayEvery().toMillis()) {
            declaredAt = now;
            table.silentSince(now - times.goneAfter().toMillis()).forEach(silent -> log.write(new Gone(silent)));
        }
    }

    /** Takes a new incarnation: what this node should have received may have gone elsewhere. */
    public void lapse() {
        if (left) {
            return;
        }
        String former = incarnations.renew();
        freshUntil = Long.MIN_VALUE;
        view = TableView.NONE;
        changed = true;
        accord.onLapse();
        log.write(new Gone(former));
        ear.onLapse();
        members.onLapse();
    }

    /** Says at the next pass that these channels are served. */
    void announce(long bits) {
        channels = bits;
        changed = true;
    }

    /** True where each listed node has applied that record. */
    boolean allApplied(long offset) {
        return table.allApplied(offset);
    }

    /** Leaves in order and for good: the others stop writing to this node's channels. */
    public void leave() {
        left = true;
        log.write(new Gone(incarnations.current()));
    }

    private void readBack(Node said, long offset) {
        freshUntil = Math.max(freshUntil, said.sent() + times.freshFor().toMillis());
        accord.onReadBack(said.window(), said.sent(), offset, table.allSay(said.window()));
        ear.onReadBack(said.channels(), said.sent(), offset);
    }

    private void heard(Node said) {
        accord.onSaid(said.window());
        table.heard(said, ticker.millis());
    }

    private void declaredGone(String incarnation) {
        if (table.gone(incarnation)) {
            ear.onOtherGone();
        }
    }

    private static final class Deaf implements TableEar, MembershipEar {
        @Override
        public void onMembership(ControlRecord.Membership change, long offset) {}

        @Override
        public void onReadBack(long channels, long sentMillis, long offset) {}

        @Override
        public void onLapse() {}

        @Override
        public void onOtherGone() {}
    }
}
