package dev.postrider.bench.load;

import io.vertx.core.http.WebSocket;
import io.vertx.core.http.impl.WebSocketInternal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One socket of one person, lived on its lane's event loop only. */
final class Device implements Wire {
    private final Seat seat;
    private final Lane lane;
    private final Dialect dialect;
    private final Map<String, Place> newest = new HashMap<>();
    private @Nullable WebSocket socket;
    private String cursor = "";
    private long awaySince = System.nanoTime();
    private int visit;
    private boolean caughtUp;
    private int turn;
    private long heardAt;

    /** Where a message stands in the log, and as which it was sent. */
    private record Place(int round, long position, long number) {}

    Device(Seat seat, Lane lane, Dialect dialect) {
        this.seat = seat;
        this.lane = lane;
        this.dialect = dialect;
    }

    Dialect dialect() {
        return dialect;
    }

    Seat seat() {
        return seat;
    }

    String cursor() {
        return cursor;
    }

    void cursor(String newest) {
        cursor = newest;
    }

    /**
     * Gone: whatever was under way for it has nobody to answer to.
     *
     * @return whether it had caught up
     */
    boolean away(long sinceNanos) {
        if (caughtUp) {
            awaySince = sinceNanos;
        }
        visit++;
        boolean had = caughtUp;
        caughtUp = false;
        return had;
    }

    /** Rises whenever it goes. */
    int visit() {
        return visit;
    }

    long awaySince() {
        return awaySince;
    }

    /** True once a visit: a node may welcome it again, and it then catches up again. */
    boolean caughtUpFirst() {
        boolean first = !caughtUp;
        caughtUp = true;
        return first;
    }

    void opened(WebSocket open) {
        socket = open;
        open.textMessageHandler(this::heard);
        open.closeHandler(closed -> {
            socket = null;
            lane.ended(this, open.closeStatusCode());
        });
        open.exceptionHandler(failed -> {});
        dialect.opened(this);
    }

    @Override
    public void write(String frame) {
        WebSocket open = socket;
        if (open != null) {
            open.writeTextMessage(frame);
        }
    }

    /** False where there is no socket. */
    boolean say(String id, String body) {
        if (socket == null) {
            return false;
        }
        String conversation =
                seat.conversations().get(turn++ % seat.conversations().size());
        dialect.say(id, conversation, body, this);
        return true;
    }

    void ping() {
        if (socket != null) {
            dialect.ping(this);
        }
    }

    void leave() {
        WebSocket open = socket;
        if (open != null) {
            dialect.leaving(this);
            open.close((short) 1000);
        }
    }

    /** Without a word, as a phone in a tunnel. */
    void vanish() {
        WebSocket open = socket;
        if (open instanceof WebSocketInternal base) {
            base.channelHandlerContext().close();
        }
    }

    private void heard(String frame) {
        heardAt = System.nanoTime();
        dialect.heard(frame, this);
    }

    @Override
    public void welcomed(String through) {
        lane.welcomed(this, through);
    }

    @Override
    public void accepted(String text, int idAt) {
        lane.flightOf(MessageTag.round(text, idAt))
                .ifPresent(flight -> flight.accepted(MessageTag.number(text, idAt), heardAt));
    }

    @Override
    public void rejected(String text, int idAt) {
        lane.flightOf(MessageTag.round(text, idAt)).ifPresent(Flight::addRejected);
    }

    @Override
    public void refused() {
        lane.refused();
    }

    @Override
    public void message(String text, int idAt, String conversation, long position) {
        int round = MessageTag.round(text, idAt);
        lane.flightOf(round).ifPresent(flight -> {
            long number = MessageTag.number(text, idAt);
            flight.seen(number, heardAt);
            Place before = newest.put(conversation, new Place(round, position, number));
            if (before != null && before.round() == round) {
                flight.follows(before.position(), before.number(), position, number);
            }
            if (lane.marks()) {
                dialect.mark(conversation, position, this);
            }
        });
    }
}
