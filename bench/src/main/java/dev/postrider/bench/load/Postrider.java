package dev.postrider.bench.load;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.WebSocketConnectOptions;

/** Our own frames. */
final class Postrider implements Dialect {
    private final String token;

    Postrider(Seat seat) {
        this.token = seat.person().token();
    }

    @Override
    public WebSocketConnectOptions upgrade() {
        return new WebSocketConnectOptions()
                .setURI("/ws")
                .addSubProtocol("postrider.v1")
                .addHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }

    @Override
    public void opened(Wire wire) {}

    @Override
    public void heard(String frame, Wire wire) {
        switch (Frames.kind(frame)) {
            case MESSAGE -> {
                int at = Frames.idAt(frame);
                if (at >= 0) {
                    wire.message(frame, at, Frames.conversation(frame), Frames.position(frame));
                }
            }
            case ACCEPTED -> {
                int at = Frames.idAt(frame);
                if (at >= 0) {
                    wire.accepted(frame, at);
                }
            }
            case REJECTED -> {
                int at = Frames.idAt(frame);
                if (at >= 0) {
                    wire.rejected(frame, at);
                } else {
                    wire.refused();
                }
            }
            case WELCOME -> wire.welcomed(Frames.through(frame));
            case CHECKPOINT, OTHER -> {}
        }
    }

    @Override
    public void say(String id, String conversation, String body, Wire wire) {
        wire.write(Frames.send(id, conversation, body));
    }

    @Override
    public void ping(Wire wire) {
        wire.write(Frames.PING);
    }

    @Override
    public void mark(String conversation, long position, Wire wire) {
        wire.write(Frames.mark("delivered", conversation, position));
        wire.write(Frames.mark("read", conversation, position));
    }
}
