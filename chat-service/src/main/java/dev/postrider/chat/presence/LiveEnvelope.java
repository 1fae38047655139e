package dev.postrider.chat.presence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finished frame on its way to the nodes that serve its recipients, on {@code live:<channel>}: a line with the
 * sending node's incarnation, a line with the recipients' ids between spaces, then the frame's bytes.
 */
record LiveEnvelope(String node, List<String> recipients, byte[] frame) {
    private static final int RECIPIENTS_MAX = 500;

    byte[] encoded() {
        byte[] head = (node + "\n" + String.join(" ", recipients) + "\n").getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(head.length + frame.length)
                .put(head)
                .put(frame)
                .array();
    }

    /** Null where the bytes are none: some other version's, passed over. */
    static @Nullable LiveEnvelope decoded(byte[] bytes) {
        int first = indexOf(bytes, 0);
        int second = first < 0 ? -1 : indexOf(bytes, first + 1);
        if (second < 0) {
            return null;
        }
        String node = new String(bytes, 0, first, StandardCharsets.UTF_8);
        String[] users = new String(bytes, first + 1, second - first - 1, StandardCharsets.UTF_8).split(" ", -1);
        if (users.length > RECIPIENTS_MAX) {
            return null;
        }
        byte[] frame = java.util.Arrays.copyOfRange(bytes, second + 1, bytes.length);
        return new LiveEnvelope(node, List.of(users), frame);
    }

    private static int indexOf(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
