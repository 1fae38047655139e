package dev.postrider.chat.socket;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.function.Consumer;

/**
 * Stops reading from a client's connection, so that TCP holds the client back. The socket API of the framework has no
 * such call; Vert.x's own connection has.
 *
 * <p><b>Always on the event loop, one after the other.</b> Netty stops reading at once for whoever asks, and leaves it to a
 * task on the event loop to forget the interest in reading, where the asker is another thread. A resume that runs on the
 * event loop before that task would be undone by it: the connection is to be read, and never is again. So both are tasks,
 * and run in the order in which the inbox decided on them, under its lock. Whoever pauses on the event loop also ends the
 * reading that is under way there: else up to a megabyte would be read before the task has its turn.
 */
final class ConnectionReading implements Inbox.Reading {
    private final HttpConnection connection;

    ConnectionReading(HttpConnection connection) {
        this.connection = connection;
    }

    @Override
    public void pause() {
        if (connection instanceof ConnectionBase vertx
                && vertx.channel().eventLoop().inEventLoop()) {
            vertx.channel().config().setAutoRead(false);
        }
        onEventLoop(ConnectionBase::doPause);
    }

    @Override
    public void resume() {
        onEventLoop(ConnectionBase::doResume);
    }

    @Override
    public void passOver() {
        onEventLoop(vertx -> {
            FrameGuard.passOver(vertx.channel());
            vertx.doResume();
        });
    }

    private void onEventLoop(Consumer<ConnectionBase> turn) {
        if (connection instanceof ConnectionBase vertx) {
            vertx.channel().eventLoop().execute(() -> turn.accept(vertx));
        }
    }
}
