package dev.postrider.chat.ops;

import dev.postrider.base.start.Findings;
import dev.postrider.base.start.StartRules;
import dev.postrider.base.start.Unsafe;
import dev.postrider.chat.ChatConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What a chat node does not start without in production; the highest a limit may be stands beside it. */
@ApplicationScoped
class ProductionRules implements StartRules {
    private final ChatConfig config;

    ProductionRules(ChatConfig config) {
        this.config = config;
    }

    @Override
    public List<Unsafe> broken() {
        ChatConfig.Socket socket = config.socket();
        ChatConfig.Sends sends = config.sends();
        return new Findings()
                .limit("chat.sends.per-second", sends.perSecond(), 500)
                .limit("chat.sends.burst", sends.burst(), 2_000)
                .limit("chat.sends.room-per-second", sends.roomPerSecond(), 10_000)
                .limit("chat.socket.frames-per-second", socket.framesPerSecond(), 5_000)
                .limit("chat.socket.frame-bytes-max", socket.frameBytesMax(), 1_048_576)
                .limit("chat.socket.outbox-bytes-max", socket.outboxBytesMax(), 16_777_216)
                .limit("chat.socket.errors-per-minute", socket.errorsPerMinute(), 30_000)
                .limit("chat.socket.connections-per-user", socket.connectionsPerUser(), 2_000)
                .limit("chat.journal.in-flight-max", config.journal().inFlightMax(), 1_000_000)
                .all();
    }
}
