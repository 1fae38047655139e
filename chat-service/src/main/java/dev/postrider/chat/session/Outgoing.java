package dev.postrider.chat.session;

import dev.postrider.contracts.frame.FrameCodec;
import dev.postrider.contracts.frame.ServerFrame;
import java.nio.charset.StandardCharsets;

/** A frame ready to be written: laid out once as it goes over the wire, shared by all of its receivers. Immutable. */
public final class Outgoing {
    private final byte[] wire;
    private final int bytes;
    private final Kind kind;

    private Outgoing(byte[] text, Kind kind) {
        this.wire = TextFrames.of(text);
        this.bytes = text.length;
        this.kind = kind;
    }

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
        return new Outgoing(frame, Kind.EVENT);
    }

    public static Outgoing answer(ServerFrame frame) {
        return new Outgoing(FrameCodec.write(frame), Kind.ANSWER);
    }

    public static Outgoing ephemeral(byte[] frame) {
        return new Outgoing(frame, Kind.EPHEMERAL);
    }

    /** Its JSON, for whoever looks at what was written. */
    public String text() {
        return new String(TextFrames.text(wire), StandardCharsets.UTF_8);
    }

    /** The length of its JSON in UTF-8, for the outbox's bound. */
    public int bytes() {
        return bytes;
    }

    /** All its bytes on the wire; not to be changed. */
    public byte[] wire() {
        return wire;
    }

    public Kind kind() {
        return kind;
    }
}
