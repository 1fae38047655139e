package dev.postrider.bench.load;

import io.vertx.core.http.WebSocket;
import io.vertx.core.http.impl.WebSocketInternal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One socket of one person, lived on its lane's event loop only. */
final class Device {
    private final Seat seat;
    private final Lane lane;
    private final Map<String, Place> newest = new HashMap<>();
    private @Nullable WebSocket socket;
    private String cursor = "";
    private long awaySince = System.nanoTime();
    private int visit;
    private boolean caughtUp;
    private int turn;

    /** Where a message stands in the log, and as which it was sent. */
    private record Place(int round, long position, long number) {}

    Device(Seat seat, Lane lane) {
        this.seat = seat;
        this.lane = lane;
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
    }

    /** False where there is no socket. */
    boolean say(String id, String body) {
        WebSocket open = socket;
        if (open == null) {
            return false;
        }
        String conversation =
                seat.conversations().get(turn++ % seat.conversations().size());
        open.writeTextMessage(Frames.send(id, conversation, body));
        return true;
    }

    void ping() {
        WebSocket open = socket;
        if (open != null) {
            open.writeTextMessage(Frames.PING);
        }
    }

    void leave() {
        WebSocket open = socket;
        if (open != null) {
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
        long now = System.nanoTime();
        switch (Frames.kind(frame)) {
            case MESSAGE -> message(frame, now);
            case ACCEPTED -> {
                int at = Frames.idAt(frame);
                if (at >= 0) {
                    lane.flightOf(MessageTag.round(frame, at))
                            .ifPresent(flight -> flight.accepted(MessageTag.number(frame, at), now));
                }
            }
            case REJECTED -> {
                int at = Frames.idAt(frame);
                if (at >= 0) {
                    lane.flightOf(MessageTag.round(frame, at)).ifPresent(Flight::addRejected);
                } else {
                    lane.refused();
                }
            }
            case WELCOME -> lane.welcomed(this, Frames.through(frame));
            case CHECKPOINT, OTHER -> {}
        }
    }

    private void message(String frame, long now) {
        int at = Frames.idAt(frame);
        if (at < 0) {
            return;
        }
        int round = MessageTag.round(frame, at);
        lane.flightOf(round).ifPresent(flight -> {
            long number = MessageTag.number(frame, at);
            flight.seen(number, now);
            long position = Frames.position(frame);
            String conversation = Frames.conversation(frame);
            Place before = newest.put(conversation, new Place(round, position, number));
            if (before != null && before.round() == round) {
                flight.follows(before.position(), before.number(), position, number);
            }
            if (lane.marks()) {
                mark(conversation, position);
            }
        });
    }

    private void mark(String conversation, long position) {
        WebSocket open = socket;
        if (open != null) {
            open.writeTextMessage(Frames.mark("delivered", conversation, position));
            open.writeTextMessage(Frames.mark("read", conversation, position));
        }
    }
}
