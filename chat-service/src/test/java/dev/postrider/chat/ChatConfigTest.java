package dev.postrider.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.contracts.rule.Limits;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChatConfigTest {
    private static ChatConfig config(Map<String, String> given) {
        return new SmallRyeConfigBuilder()
                .withMapping(ChatConfig.class)
                .withDefaultValues(given)
                .build()
                .getConfigMapping(ChatConfig.class);
    }

    @Test
    void defaultsAreTheContracts() {
        assertEquals(Limits.DEFAULTS, config(Map.of()).limits(30));
    }

    @Test
    void limitsCanBeSet() {
        ChatConfig config = config(Map.of("chat.sends.per-second", "10", "chat.socket.connections-per-user", "200"));

        assertEquals(10, config.limits(30).sendsPerSecond());
        assertEquals(200, config.limits(30).connectionsPerUser());
    }
}
