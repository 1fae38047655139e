package dev.postrider.chat.socket;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Stops reading from a client's connection, so that TCP holds the client back. The socket API of the framework has no
 * such call; Vert.x's own connection has.
 */
final class ConnectionReading implements Inbox.Reading {
    private final HttpConnection connection;

    ConnectionReading(HttpConnection connection) {
        this.connection = connection;
    }

    @Override
    public void pause() {
        if (connection instanceof ConnectionBase vertx) {
            vertx.doPause();
        }
    }

    @Override
    public void resume() {
        if (connection instanceof ConnectionBase vertx) {
            vertx.doResume();
        }
    }
}
