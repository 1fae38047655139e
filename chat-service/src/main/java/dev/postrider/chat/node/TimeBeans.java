package dev.postrider.chat.node;

import dev.postrider.chat.time.Ticker;
import dev.postrider.chat.time.Timers;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Time as the core wants it given. */
class TimeBeans {
    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Ticker ticker() {
        return Ticker.system();
    }

    @Produces
    @Singleton
    Timers timers(Vertx vertx) {
        return new VertxTimers(vertx);
    }
}
