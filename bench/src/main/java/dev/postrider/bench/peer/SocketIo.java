package dev.postrider.bench.peer;

import dev.postrider.bench.load.Dialect;
import dev.postrider.bench.load.MessageTag;
import dev.postrider.bench.load.Wire;
import io.vertx.core.http.WebSocketConnectOptions;

/**
 * Socket.IO's protocol 5 on Engine.IO's 4, over WebSocket from the start: {@code 0} opens, {@code 40} joins, {@code 2} and
 * {@code 3} are the heartbeat, {@code 42} an event, with a number where an answer {@code 43} is wanted.
 */
final class SocketIo implements Dialect {
    static final String PATH = "/socket.io/";

    private static final String MESSAGE = "42[\"message\",";
    private static final String ID = "\"id\":\"";
    private static final String OK = "\"ok\":true";

    private final String user;
    private long number;
    private long arrivals;

    SocketIo(String user) {
        this.user = user;
    }

    @Override
    public WebSocketConnectOptions upgrade() {
        return new WebSocketConnectOptions().setURI(PATH + "?EIO=4&transport=websocket");
    }

    @Override
    public void opened(Wire wire) {}

    @Override
    public void heard(String frame, Wire wire) {
        if (frame.startsWith("42")) {
            message(frame, wire);
        } else if (frame.startsWith("43")) {
            answer(frame, wire);
        } else if (frame.startsWith("40")) {
            wire.welcomed("");
        } else if (frame.startsWith("44")) {
            wire.refused();
        } else if (frame.equals("2")) {
            wire.write("3");
        } else if (frame.startsWith("0")) {
            wire.write("40{\"name\":\"" + user + "\"}");
        }
    }

    @Override
    public void say(String id, String conversation, String body, Wire wire) {
        wire.write("42" + number++ + "[\"message\",{\"id\":\"" + id + "\",\"to\":\"" + conversation + "\",\"body\":\""
                + body + "\"}]");
    }

    /** The server asks here, not the client. */
    @Override
    public void ping(Wire wire) {}

    private void message(String frame, Wire wire) {
        int id = idAt(frame);
        if (frame.startsWith(MESSAGE) && id >= 0) {
            wire.message(frame, id, "", arrivals++);
        }
    }

    private static void answer(String frame, Wire wire) {
        int id = idAt(frame);
        if (id < 0) {
            wire.refused();
        } else if (frame.contains(OK)) {
            wire.accepted(frame, id);
        } else {
            wire.rejected(frame, id);
        }
    }

    /** Where a whole id of ours begins, or -1; stands before any text of a user. */
    static int idAt(String frame) {
        int at = frame.indexOf(ID);
        return at >= 0 && MessageTag.fits(frame, at + ID.length()) ? at + ID.length() : -1;
    }
}
