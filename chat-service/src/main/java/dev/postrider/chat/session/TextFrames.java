package dev.postrider.chat.session;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A text message as a server sends it (RFC 6455, 5.2): unmasked, without extensions, in fragments of at most 64 KiB, for
 * clients may refuse longer frames. Pure.
 */
final class TextFrames {
    private static final int FRAGMENT_MAX = 65_535;
    private static final int HEADER_MAX = 4;
    private static final int FINAL = 0x80;
    private static final int TEXT = 0x1;
    private static final int CONTINUATION = 0x0;
    private static final int SHORT_MAX = 125;
    private static final int TWO_BYTES = 126;

    private TextFrames() {}

    static byte[] of(byte[] text) {
        int frames = Math.max(1, (text.length + FRAGMENT_MAX - 1) / FRAGMENT_MAX);
        ByteBuffer wire = ByteBuffer.allocate(text.length + frames * HEADER_MAX);
        for (int frame = 0; frame < frames; frame++) {
            int from = frame * FRAGMENT_MAX;
            int length = Math.min(FRAGMENT_MAX, text.length - from);
            int first = (frame == 0 ? TEXT : CONTINUATION) | (frame == frames - 1 ? FINAL : 0);
            header(wire, first, length);
            wire.put(text, from, length);
        }
        return Arrays.copyOf(wire.array(), wire.position());
    }

    /** What {@link #of} laid out. */
    static byte[] text(byte[] wire) {
        ByteBuffer from = ByteBuffer.wrap(wire);
        ByteBuffer text = ByteBuffer.allocate(wire.length);
        while (from.hasRemaining()) {
            from.get();
            int length = from.get();
            int all = length == TWO_BYTES ? Short.toUnsignedInt(from.getShort()) : length;
            text.put(from.slice(from.position(), all));
            from.position(from.position() + all);
        }
        return Arrays.copyOf(text.array(), text.position());
    }

    private static void header(ByteBuffer wire, int first, int length) {
        wire.put((byte) first);
        if (length <= SHORT_MAX) {
            wire.put((byte) length);
        } else {
            wire.put((byte) TWO_BYTES).putShort((short) length);
        }
    }
}
