package dev.postrider.chat.session;

import java.util.ArrayDeque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Frames that wait for a slow reader, bounded in bytes. Not thread-safe: its session guards it.
 *
 * <ul>
 *   <li>Ephemeral frames enter only while the outbox is less than half full.
 *   <li>When it is full, waiting ephemeral frames are shed, oldest first.
 *   <li>When that does not help, it overflows: its socket is closed and catches up later.
 * </ul>
 */
final class Outbox {
    private final int bytesMax;
    private final ArrayDeque<Outgoing> waiting = new ArrayDeque<>();
    private int bytes;

    Outbox(int bytesMax) {
        this.bytesMax = bytesMax;
    }

    enum Verdict {
        QUEUED,
        SHED,
        OVERFLOW
    }

    Verdict offer(Outgoing frame) {
        boolean ephemeral = frame.kind() == Outgoing.Kind.EPHEMERAL;
        if (ephemeral && bytes + frame.bytes() > bytesMax / 2) {
            return Verdict.SHED;
        }
        if (bytes + frame.bytes() > bytesMax) {
            shedEphemeral(bytes + frame.bytes() - bytesMax);
        }
        if (bytes + frame.bytes() > bytesMax) {
            return Verdict.OVERFLOW;
        }
        waiting.add(frame);
        bytes += frame.bytes();
        return Verdict.QUEUED;
    }

    @Nullable
    Outgoing poll() {
        Outgoing next = waiting.poll();
        if (next != null) {
            bytes -= next.bytes();
        }
        return next;
    }

    /** Waiting bytes; never above the bound. */
    int bytes() {
        return bytes;
    }

    void clear() {
        waiting.clear();
        bytes = 0;
    }

    private void shedEphemeral(int enough) {
        int shed = 0;
        for (Iterator<Outgoing> it = waiting.iterator(); it.hasNext() && shed < enough; ) {
            Outgoing frame = it.next();
            if (frame.kind() == Outgoing.Kind.EPHEMERAL) {
                it.remove();
                shed += frame.bytes();
            }
        }
        bytes -= shed;
    }
}
