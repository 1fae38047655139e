package dev.postrider.chat.ops;

import dev.postrider.base.control.ControlReader;
import dev.postrider.chat.channel.TableLoop;
import dev.postrider.chat.node.NodeThreads;
import dev.postrider.chat.session.Departure;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready for new sockets: topics found, ended sessions known, own heartbeat read back lately, not about to stop. Says
 * nothing of Redis, history and auth: without them messages still flow.
 */
@Readiness
@ApplicationScoped
class Ready implements HealthCheck {
    private final NodeThreads threads;
    private final ControlReader control;
    private final TableLoop table;
    private final Departure departure;

    Ready(NodeThreads threads, ControlReader control, TableLoop table, Departure departure) {
        this.threads = threads;
        this.control = control;
        this.table = table;
        this.departure = departure;
    }

    @Override
    public HealthCheckResponse call() {
        boolean topics = threads.started();
        boolean fresh = table.fresh();
        return HealthCheckResponse.named("chat-node")
                .status(topics && fresh && control.caughtUp() && !departure.begun())
                .withData("topics", topics)
                .withData("endedSessionsKnown", control.caughtUp())
                .withData("fresh", fresh)
                .withData("leaving", departure.begun())
                .build();
    }
}
