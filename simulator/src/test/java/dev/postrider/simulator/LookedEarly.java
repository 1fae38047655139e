package dev.postrider.simulator;

import dev.postrider.chat.channel.ChannelPublisher;
import dev.postrider.chat.channel.TableLoop;
import dev.postrider.chat.channel.TableView;
import dev.postrider.chat.journal.Journal;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.FrameCodec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Looks at the table of channels when an event is handed to the log, and not after its append. */
final class LookedEarly implements Journal, ChannelPublisher {
    private final Journal journal;
    private final ChannelPublisher publisher;
    private final TableLoop table;
    private final Map<String, TableView> looked = new HashMap<>();

    LookedEarly(Journal journal, ChannelPublisher publisher, TableLoop table) {
        this.journal = journal;
        this.publisher = publisher;
        this.table = table;
    }

    @Override
    public boolean open() {
        return journal.open();
    }

    @Override
    public CompletionStage<Event> append(Event event) {
        TableView view = table.view();
        return journal.append(event).thenApply(stamped -> {
            looked.put(key(stamped), view);
            return stamped;
        });
    }

    private static String key(Event event) {
        return event.conversation() + event.position();
    }

    @Override
    public CompletionStage<Void> publish(int channel, List<String> recipients, byte[] frame) {
        TableView early = FrameCodec.readServer(frame) instanceof Event event ? looked.get(key(event)) : null;
        boolean elsewhere = early == null || early.elsewhere(channel);
        return elsewhere ? publisher.publish(channel, recipients, frame) : CompletableFuture.completedFuture(null);
    }
}
