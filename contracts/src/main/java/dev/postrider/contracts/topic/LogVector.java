package dev.postrider.contracts.topic;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * How far the log has been read: per partition the offset of the next record, with the epoch it belongs to. Text form
 * is base64url of a version byte, the epoch and 64 varints: what {@code through} holds, and what a cursor wraps.
 */
public final class LogVector {
    private static final int VERSION = 1;
    private static final int TEXT_MAX = 1_024;

    private final int epoch;
    private final long[] next;

    private LogVector(int epoch, long[] next) {
        this.epoch = epoch;
        this.next = next;
    }

    /** A vector of {@link LogPartitions#COUNT} offsets, each 0 or more; copied. */
    public static LogVector of(int epoch, long[] next) {
        if (next.length != LogPartitions.COUNT || Arrays.stream(next).anyMatch(n -> n < 0)) {
            throw new IllegalArgumentException("not a log vector");
        }
        return new LogVector(epoch, next.clone());
    }

    /** Before the first record of every partition. */
    public static LogVector start(int epoch) {
        return new LogVector(epoch, new long[LogPartitions.COUNT]);
    }

    /** Empty where the text is not one; never throws on foreign input. */
    public static Optional<LogVector> parse(String text) {
        if (text.length() > TEXT_MAX) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(decode(Base64.getUrlDecoder().decode(text)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    public int epoch() {
        return epoch;
    }

    /** The offset of the next record to read. */
    public long next(int partition) {
        return next[partition];
    }

    /** The least position not covered: everything of that partition below it is. */
    public long positionAt(int partition) {
        return Position.of(epoch, next[partition]);
    }

    /** True where this vector has read at least as far as the other, in the same epoch, in every partition. */
    public boolean covers(LogVector other) {
        if (epoch != other.epoch) {
            return false;
        }
        for (int p = 0; p < next.length; p++) {
            if (next[p] < other.next[p]) {
                return false;
            }
        }
        return true;
    }

    public long[] toArray() {
        return next.clone();
    }

    public String text() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(200);
        bytes.write(VERSION);
        writeVarint(bytes, epoch);
        for (long n : next) {
            writeVarint(bytes, n);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    private static void writeVarint(ByteArrayOutputStream out, long value) {
        while ((value & ~0x7fL) != 0) {
            out.write((int) (value & 0x7f) | 0x80);
            value >>>= 7;
        }
        out.write((int) value);
    }

    private static @org.jspecify.annotations.Nullable LogVector decode(byte[] bytes) {
        long[] numbers = new long[1 + LogPartitions.COUNT];
        int at = 1;
        for (int i = 0; i < numbers.length; i++) {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                if (at >= bytes.length || shift > 49) {
                    return null;
                }
                byte b = bytes[at++];
                value |= (long) (b & 0x7f) << shift;
                if (b >= 0) {
                    break;
                }
            }
            numbers[i] = value;
        }
        boolean whole = at == bytes.length && bytes[0] == VERSION && numbers[0] < 1 << 10;
        long[] next = Arrays.copyOfRange(numbers, 1, numbers.length);
        boolean positions = Arrays.stream(next).allMatch(n -> n < Position.OFFSET_LIMIT);
        return whole && positions ? new LogVector((int) numbers[0], next) : null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogVector that && epoch == that.epoch && Arrays.equals(next, that.next);
    }

    @Override
    public int hashCode() {
        return 31 * epoch + Arrays.hashCode(next);
    }

    @Override
    public String toString() {
        return "LogVector[epoch=" + epoch + ", next=" + Arrays.toString(next) + "]";
    }
}
