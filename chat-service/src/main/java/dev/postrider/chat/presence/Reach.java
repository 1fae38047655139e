package dev.postrider.chat.presence;

import dev.postrider.chat.channel.ServedChannels;
import jakarta.enterprise.context.ApplicationScoped;

/** Which user channels are served where; a hint, for what may be lost. */
interface Reach {

    /** One bit per channel that this node serves. */
    long here();

    /** Whether another node serves it. */
    boolean elsewhere(int channel);

    /** As the table of channels has it. */
    @ApplicationScoped
    class ByTable implements Reach {
        private final ServedChannels served;

        ByTable(ServedChannels served) {
            this.served = served;
        }

        @Override
        public long here() {
            return served.bits();
        }

        @Override
        public boolean elsewhere(int channel) {
            return served.elsewhere(channel);
        }
    }
}
