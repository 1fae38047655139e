package dev.postrider.chat.channel;

import dev.postrider.chat.session.Outgoing;
import dev.postrider.chat.session.Session;
import dev.postrider.chat.session.Sessions;
import dev.postrider.chat.time.Ticker;
import dev.postrider.chat.time.Timers;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.FrameCodec;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.contracts.topic.Channels;
import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.contracts.topic.LogVector;
import dev.postrider.contracts.topic.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Local recipients from memory, serialised once; everybody else by one record per distinct channel that another node
 * serves. The view of the table is taken <em>after</em> the append was acknowledged (the caller's order), the members
 * after the view, and both count only if the view is still fresh then; see {@link Subscriptions} and
 * {@link MembershipNotices} for what that gives.
 *
 * <ul>
 *   <li>While this node is not fresh, deliveries wait at the {@link FreshGate}.
 *   <li>A record without acknowledgement is published again, by a new look at the table: whoever died or left needs none.
 * </ul>
 */
public final class ChannelFanout implements Fanout {
    private static final Duration RETRY_AFTER = Duration.ofMillis(500);

    private final TableLoop table;
    private final FreshGate gate;
    private final Sessions sessions;
    private final ChannelPublisher publisher;
    private final Edges edges;
    private final int epoch;

    /** Where and when deliveries run, and who counts them. */
    public record Edges(Lanes lanes, Ticker ticker, Timers timers, Deliveries deliveries) {}

    /** @param epoch the log's, for {@code nudge} */
    public ChannelFanout(
            TableLoop table, FreshGate gate, Sessions sessions, ChannelPublisher publisher, Edges edges, int epoch) {
        this.table = table;
        this.gate = gate;
        this.sessions = sessions;
        this.publisher = publisher;
        this.edges = edges;
        this.epoch = epoch;
    }

    @Override
    public CompletionStage<Void> deliver(Event event, Audience audience, @Nullable String except) {
        return start(event, event.conversation(), audience, except, null);
    }

    @Override
    public CompletionStage<Void> deliver(Event event, Audience audience, @Nullable String except, Arrival arrival) {
        return start(event, event.conversation(), audience, except, arrival);
    }

    @Override
    public CompletionStage<Void> nudge(Audience audience, String conversation, long position) {
        long[] next = new long[LogPartitions.COUNT];
        next[LogPartitions.of(conversation)] = Position.offset(position) + 1;
        ServerFrame frame = new ServerFrame.Checkpoint(LogVector.of(epoch, next).text());
        return start(frame, conversation, audience, null, null);
    }

    private CompletionStage<Void> start(
            ServerFrame frame,
            String conversation,
            Audience audience,
            @Nullable String except,
            @Nullable Arrival arrival) {
        Delivery delivery = new Delivery(FrameCodec.write(frame), conversation, audience, except, arrival);
        run(delivery);
        return delivery.done;
    }

    private static final class Delivery {
        final byte[] frame;
        final String conversation;
        final Audience audience;
        final @Nullable String except;
        final @Nullable Arrival arrival;
        final CompletableFuture<Void> done = new CompletableFuture<>();

        Delivery(
                byte[] frame,
                String conversation,
                Audience audience,
                @Nullable String except,
                @Nullable Arrival arrival) {
            this.frame = frame;
            this.conversation = conversation;
            this.audience = audience;
            this.except = except;
            this.arrival = arrival;
        }
    }

    private void run(Delivery delivery) {
        edges.lanes().of(delivery.conversation).execute(() -> {
            TableView view = table.view();
            Collection<String> recipients = delivery.audience.now();
            if (!view.freshAt(edges.ticker().millis())) {
                gate.whenFresh(() -> run(delivery));
            } else if (recipients == null) {
                delivery.audience.known().thenRun(() -> run(delivery));
            } else {
                locally(delivery, recipients);
                publishAll(delivery, view, byChannel(recipients));
            }
        });
    }

    private void locally(Delivery delivery, Collection<String> recipients) {
        Outgoing outgoing = Outgoing.event(delivery.frame);
        int reached = 0;
        for (String user : recipients) {
            for (Session session : sessions.of(user)) {
                if (!session.id().equals(delivery.except)) {
                    session.offer(outgoing);
                    reached++;
                }
            }
        }
        edges.deliveries().local(reached);
        if (reached > 0 && delivery.arrival != null) {
            edges.deliveries().localAfter(delivery.arrival.elapsedNanos());
        }
    }

    private void publishAll(Delivery delivery, TableView view, Map<Integer, List<String>> byChannel) {
        CompletableFuture<?>[] published = byChannel.entrySet().stream()
                .filter(entry -> view.elsewhere(entry.getKey()))
                .map(entry -> publish(delivery, entry.getKey(), entry.getValue()))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(published).thenRun(() -> delivery.done.complete(null));
    }

    /** Completes when it is acknowledged, however often that takes; never exceptionally. */
    private CompletableFuture<Void> publish(Delivery delivery, int channel, List<String> users) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        tryPublish(delivery, channel, users, acknowledged);
        return acknowledged;
    }

    private void tryPublish(Delivery delivery, int channel, List<String> users, CompletableFuture<Void> acknowledged) {
        publisher.publish(channel, users, delivery.frame, delivery.arrival).whenComplete((done, unknown) -> {
            if (unknown == null) {
                acknowledged.complete(null);
            } else {
                edges.timers().after(RETRY_AFTER, () -> retry(delivery, channel, users, acknowledged));
            }
        });
    }

    private void retry(Delivery delivery, int channel, List<String> users, CompletableFuture<Void> acknowledged) {
        TableView view = table.view();
        if (!view.freshAt(edges.ticker().millis())) {
            gate.whenFresh(() -> retry(delivery, channel, users, acknowledged));
        } else if (view.elsewhere(channel)) {
            tryPublish(delivery, channel, users, acknowledged);
        } else {
            acknowledged.complete(null);
        }
    }

    private static Map<Integer, List<String>> byChannel(Collection<String> users) {
        Map<Integer, List<String>> byChannel = new TreeMap<>();
        for (String user : users) {
            byChannel.computeIfAbsent(Channels.of(user), c -> new ArrayList<>()).add(user);
        }
        return byChannel;
    }
}
