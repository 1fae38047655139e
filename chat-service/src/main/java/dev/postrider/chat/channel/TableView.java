package dev.postrider.chat.channel;

/**
 * Who serves what, as this node has read it: immutable, replaced as a whole.
 *
 * @param elsewhere one bit per channel that another listed node serves
 * @param freshUntilMillis by the node's own ticker: until then this view holds everything that was written before its
 *     own newest record read back, and may be used
 */
public record TableView(long elsewhere, long freshUntilMillis) {
    static final TableView NONE = new TableView(0, Long.MIN_VALUE);

    public boolean freshAt(long millis) {
        return millis < freshUntilMillis;
    }

    public boolean elsewhere(int channel) {
        return (elsewhere >>> channel & 1) == 1;
    }
}
