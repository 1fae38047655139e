package dev.postrider.chat.channel;

import java.util.concurrent.Executor;

/** Where deliveries run: those of one conversation one after the other. */
@FunctionalInterface
public interface Lanes {
    Executor of(String conversation);
}
