package dev.postrider.chat.fake;

import dev.postrider.chat.session.Line;
import dev.postrider.contracts.frame.FrameCodec;
import dev.postrider.contracts.frame.ServerFrame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A wire that keeps what was written, and may take its time. */
public final class FakeLine implements Line {
    public final List<String> written = new ArrayList<>();
    public int closeCode;
    public boolean slow;
    private final Deque<CompletableFuture<Void>> pending = new ArrayDeque<>();

    @Override
    public CompletionStage<?> write(String text) {
        written.add(text);
        if (!slow) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> taken = new CompletableFuture<>();
        pending.add(taken);
        return taken;
    }

    @Override
    public void close(int code, String reason) {
        closeCode = code;
    }

    /** The operating system takes the oldest write. */
    public void takeOne() {
        CompletableFuture<Void> oldest = pending.poll();
        if (oldest != null) {
            oldest.complete(null);
        }
    }

    public <T extends ServerFrame> List<T> heard(Class<T> type) {
        return written.stream()
                .map(text -> FrameCodec.readServer(text.getBytes(StandardCharsets.UTF_8)))
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
