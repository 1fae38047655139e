package dev.postrider.testkit.client;

import dev.postrider.contracts.frame.FrameCodec;
import dev.postrider.contracts.frame.ServerFrame;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Hears a socket: puts text parts together, judges and remembers frames. */
final class SocketEar implements WebSocket.Listener {
    private final WireCheck check;
    private final Transcript<ServerFrame> frames = new Transcript<>();
    private final Transcript<Closing> closings = new Transcript<>();
    private final StringBuilder parts = new StringBuilder();
    private boolean held;
    private boolean owed;
    private @Nullable WebSocket socket;

    SocketEar(WireCheck check) {
        this.check = check;
    }

    Transcript<ServerFrame> frames() {
        return frames;
    }

    Optional<Closing> closed() {
        return closings.all().stream().findFirst();
    }

    Optional<Closing> awaitClose(Duration limit) {
        return closings.await(limit, Optional::of);
    }

    synchronized void hold() {
        held = true;
    }

    synchronized void release() {
        held = false;
        if (owed && socket != null) {
            owed = false;
            socket.request(1);
        }
    }

    @Override
    public synchronized void onOpen(WebSocket opened) {
        socket = opened;
        askForMore(opened);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        parts.append(data);
        if (last) {
            String text = parts.toString();
            parts.setLength(0);
            hear(text);
        }
        askForMore(from);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        end(new Closing(code, reason));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        end(new Closing(Closing.BROKEN, String.valueOf(error.getMessage())));
    }

    private void hear(String text) {
        check.onFrame(text);
        frames.add(FrameCodec.readServer(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void end(Closing closing) {
        closings.add(closing);
        frames.end();
    }

    private synchronized void askForMore(WebSocket from) {
        if (held) {
            owed = true;
        } else {
            from.request(1);
        }
    }
}
