package dev.postrider.chat.ops;

import dev.postrider.chat.channel.TableLoop;
import dev.postrider.chat.journal.KafkaJournal;
import dev.postrider.chat.message.Acceptor;
import dev.postrider.chat.message.AgreedWindow;
import dev.postrider.chat.session.Sessions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Supplier;

/** What operators see of a node; names begin with {@code postrider_chat_}. */
@ApplicationScoped
class NodeMetrics {
    private final MeterRegistry registry;
    private final Sessions sessions;
    private final TableLoop table;
    private final AgreedWindow window;
    private final KafkaJournal journal;
    private final Acceptor acceptor;

    NodeMetrics(
            MeterRegistry registry,
            Sessions sessions,
            TableLoop table,
            AgreedWindow window,
            KafkaJournal journal,
            Acceptor acceptor) {
        this.registry = registry;
        this.sessions = sessions;
        this.table = table;
        this.window = window;
        this.journal = journal;
        this.acceptor = acceptor;
    }

    void onStart(@Observes StartupEvent event) {
        gauge("postrider_chat_connections", "Open sockets.", sessions::count);
        gauge("postrider_chat_fresh", "1 while this node may deliver.", () -> table.fresh() ? 1 : 0);
        gauge(
                "postrider_chat_window_sure",
                "1 while all nodes look at one Redis, and have for long enough.",
                () -> window.sure() ? 1 : 0);
        gauge("postrider_chat_channels_served", "User channels served here.", () -> Long.bitCount(table.channels()));
        gauge("postrider_chat_appends_in_flight", "Appends without an outcome.", journal::inFlight);
        gauge("postrider_chat_frames_under_way", "Frames without an answer.", acceptor::underWay);
    }

    private void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }
}
