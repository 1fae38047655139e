package dev.postrider.chat.session;

import dev.postrider.contracts.frame.FrameCodec;
import dev.postrider.contracts.frame.ServerFrame;
import java.nio.charset.StandardCharsets;

/**
 * A frame ready to be written: encoded once, shared by all of its receivers.
 *
 * @param bytes its length in UTF-8, for the outbox's bound
 */
public record Outgoing(String text, int bytes, Kind kind) {

    /** What becomes of a frame whose receiver reads slowly. */
    public enum Kind {
        /** Must arrive, live or by catch-up. */
        EVENT,
        /** Answers a frame of this socket. */
        ANSWER,
        /** May be lost: shed first. */
        EPHEMERAL
    }

    public static Outgoing event(byte[] frame) {
        return of(frame, Kind.EVENT);
    }

    public static Outgoing answer(ServerFrame frame) {
        return of(FrameCodec.write(frame), Kind.ANSWER);
    }

    public static Outgoing ephemeral(byte[] frame) {
        return of(frame, Kind.EPHEMERAL);
    }

    private static Outgoing of(byte[] frame, Kind kind) {
        return new Outgoing(new String(frame, StandardCharsets.UTF_8), frame.length, kind);
    }
}
