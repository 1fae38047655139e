package dev.postrider.chat.channel;

/** Which user channels are served where, as far as this node knows; for what may be lost. Any thread. */
public final class ServedChannels {
    private final TableLoop table;

    public ServedChannels(TableLoop table) {
        this.table = table;
    }

    /** One bit per channel that this node serves or is about to; bit n = channel n. */
    public long bits() {
        return table.channels();
    }

    /** Whether another listed node serves it. */
    public boolean elsewhere(int channel) {
        return table.view().elsewhere(channel);
    }
}
