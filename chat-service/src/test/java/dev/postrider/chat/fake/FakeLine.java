package dev.postrider.chat.fake;

import dev.postrider.chat.session.Line;
import dev.postrider.chat.session.Outgoing;
import dev.postrider.contracts.frame.FrameCodec;
import dev.postrider.contracts.frame.ServerFrame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A wire that keeps what was written, and may take its time. */
public final class FakeLine implements Line {
    public final List<String> written = new ArrayList<>();
    public int closeCode;
    public boolean slow;
    private final Deque<Runnable> pending = new ArrayDeque<>();

    @Override
    public void write(Outgoing frame, Runnable gone) {
        written.add(frame.text());
        if (slow) {
            pending.add(gone);
        } else {
            gone.run();
        }
    }

    @Override
    public void close(int code, String reason) {
        closeCode = code;
    }

    /** The operating system takes the oldest write. */
    public void takeOne() {
        Runnable oldest = pending.poll();
        if (oldest != null) {
            oldest.run();
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
