package dev.postrider.chat.channel;

import dev.postrider.chat.time.Waiters;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Where deliveries wait while this node is not fresh. Their number is bounded by the appends under way. Thread-safe. */
public final class FreshGate {
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final Waiters<Boolean> asking = new Waiters<>();
    private final TableLoop table;

    public FreshGate(TableLoop table) {
        this.table = table;
    }

    /** Runs it on the loop after a coming pass that finds the node fresh; it must look at the table itself again. */
    void whenFresh(Runnable delivery) {
        waiting.add(delivery);
    }

    /** Completes at once where this node is fresh, else after a coming pass that finds it so; in the order of the calls. */
    public CompletionStage<Boolean> fresh() {
        return asking.joinUnless(table::fresh, true);
    }

    /** Called on the loop after {@link TableLoop#onPass}. */
    public void onPass() {
        if (table.fresh()) {
            asking.give(true);
        }
        if (!waiting.isEmpty() && table.fresh()) {
            for (int held = waiting.size(); held > 0; held--) {
                Runnable delivery = waiting.poll();
                if (delivery == null) {
                    return;
                }
                delivery.run();
            }
        }
    }
}
