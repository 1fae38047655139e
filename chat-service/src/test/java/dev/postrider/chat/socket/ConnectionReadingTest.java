package dev.postrider.chat.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over plain HTTP: a started Quarkus switches the sockets of Vert.x's own server off for the whole process. */
class ConnectionReadingTest {
    private static final int SECONDS = 10;

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<HttpConnection> accepted = new CompletableFuture<>();
    private NetSocket client;
    private ConnectionBase connection;
    private ConnectionReading reading;

    @BeforeEach
    void connect() throws Exception {
        HttpServer server = vertx.createHttpServer()
                .connectionHandler(accepted::complete)
                .requestHandler(request -> {
                    heard.add(request.path());
                    request.response().end();
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(SECONDS, TimeUnit.SECONDS);
        client = vertx.createNetClient()
                .connect(server.actualPort(), "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(SECONDS, TimeUnit.SECONDS);
        ask("/hello");
        assertEquals("/hello", heard.poll(SECONDS, TimeUnit.SECONDS));
        HttpConnection atServer = accepted.get(SECONDS, TimeUnit.SECONDS);
        connection = (ConnectionBase) atServer;
        reading = new ConnectionReading(atServer);
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
    }

    /** Without the order of {@link ConnectionReading} the socket is never read again. */
    @Test
    void pausedElsewhereAndResumedOnTheEventLoopItIsRead() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch paused = new CountDownLatch(1);
        CountDownLatch resumed = new CountDownLatch(1);
        connection.channel().eventLoop().execute(() -> {
            busy.countDown();
            await(paused);
            reading.resume();
            resumed.countDown();
        });
        await(busy);

        reading.pause();
        paused.countDown();
        await(resumed);
        ask("/still-there");

        assertEquals("/still-there", heard.poll(SECONDS, TimeUnit.SECONDS));
    }

    /** Else it would be read on until the task of the pause has its turn. */
    @Test
    void pausedOnTheEventLoopItIsNotReadAnyMoreAtOnce() {
        CountDownLatch looked = new CountDownLatch(1);
        boolean[] reads = new boolean[1];
        connection.channel().eventLoop().execute(() -> {
            reading.pause();
            reads[0] = connection.channel().config().isAutoRead();
            looked.countDown();
        });
        await(looked);

        assertFalse(reads[0]);
    }

    @Test
    void whatIsPausedIsReadOnceItIsResumed() throws Exception {
        reading.pause();
        CountDownLatch applied = new CountDownLatch(1);
        connection.channel().eventLoop().execute(applied::countDown);
        await(applied);
        ask("/first");
        CountDownLatch later = new CountDownLatch(1);
        vertx.setTimer(300, fired -> later.countDown());
        await(later);
        assertEquals(0, heard.size());

        reading.resume();

        assertEquals("/first", heard.poll(SECONDS, TimeUnit.SECONDS));
    }

    private void ask(String path) {
        client.write("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("not in time");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
