package dev.postrider.stack.run;

import dev.postrider.stack.part.Part;
import dev.postrider.stack.part.Plan;
import dev.postrider.stack.process.ProcessRecords;
import dev.postrider.stack.server.MariaDbServer;
import dev.postrider.stack.settings.SettingsException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * A running suite. {@link #start} in the order in which parts need each other, {@link #stop} in the reverse: chat nodes
 * first, so that they can drain while everything they need is still there.
 */
public final class Stack {
    private static final String FOUNDATION = "topics and schemas";

    private final Plan plan;
    private final StackEvents events;
    private final short replication;
    private final List<Keeper> servers;
    private final List<Keeper> services;
    private volatile boolean stopped;

    /** @param replication copies of each topic's partitions */
    public Stack(Plan plan, ProcessRecords records, StackEvents events, short replication) {
        this.plan = plan;
        this.events = events;
        this.replication = replication;
        this.servers = keepers(plan.servers(), records, events);
        this.services = keepers(plan.services(), records, events);
    }

    /**
     * Starts everything and waits until all of it is ready; parts that crash meanwhile are started again.
     *
     * @return false when stopped meanwhile
     */
    public boolean start() {
        servers.forEach(Keeper::start);
        if (!ready(servers)) {
            return false;
        }
        layFoundation();
        services.forEach(Keeper::start);
        return ready(services);
    }

    /** Stops everything in order; harmless when repeated. */
    public void stop() {
        stopped = true;
        stopTogether(services, keeper -> keeper.part().name().startsWith("chat-service"));
        stopTogether(services, keeper -> !keeper.part().name().startsWith("chat-service"));
        stopTogether(servers, keeper -> true);
    }

    /** Kills everything at once, for whoever will not wait. */
    public void kill() {
        stopped = true;
        services.forEach(Keeper::kill);
        servers.forEach(Keeper::kill);
    }

    private boolean ready(List<Keeper> keepers) {
        boolean all = true;
        for (Keeper keeper : keepers) {
            all &= keeper.awaitReady();
        }
        return all && !stopped;
    }

    /** The one step that creates topics and schemas. */
    private void layFoundation() {
        long began = System.nanoTime();
        events.onStarting(FOUNDATION);
        plan.world().kafka().createTopics(replication);
        try {
            plan.world().database().createMissing(MariaDbServer.SCHEMAS);
        } catch (SQLException refused) {
            throw new SettingsException(
                    "the database %s refuses: %s".formatted(plan.world().database(), refused.getMessage()));
        }
        events.onReady(FOUNDATION, Duration.ofNanos(System.nanoTime() - began));
    }

    private static void stopTogether(List<Keeper> keepers, Predicate<Keeper> chosen) {
        Together.forEach(keepers.stream().filter(chosen).toList(), Keeper::stop);
    }

    private static List<Keeper> keepers(List<Part> parts, ProcessRecords records, StackEvents events) {
        return parts.stream()
                .map(part -> new Keeper(part, records, events, new GrowingDelay(GrowingDelay.FIRST, GrowingDelay.MAX)))
                .toList();
    }
}
