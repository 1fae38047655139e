package dev.postrider.contracts.topic;

/** The 32-bit murmur2 of Kafka's default partitioner, so that a key's partition is the one any Kafka client computes. */
final class Murmur2 {
    private static final int SEED = 0x9747b28c;
    private static final int MIX = 0x5bd1e995;

    private Murmur2() {}

    static int hash(byte[] data) {
        int hash = SEED ^ data.length;
        int i = 0;
        for (; i + 4 <= data.length; i += 4) {
            int word = (data[i] & 0xff)
                    | (data[i + 1] & 0xff) << 8
                    | (data[i + 2] & 0xff) << 16
                    | (data[i + 3] & 0xff) << 24;
            word *= MIX;
            word ^= word >>> 24;
            hash = (hash * MIX) ^ (word * MIX);
        }
        int rest = data.length - i;
        if (rest > 0) {
            for (int b = rest - 1; b >= 0; b--) {
                hash ^= (data[i + b] & 0xff) << (8 * b);
            }
            hash *= MIX;
        }
        hash ^= hash >>> 13;
        hash *= MIX;
        return hash ^ hash >>> 15;
    }
}
