package dev.postrider.gateway.node;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.testkit.server.SmallDns;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DnsNodesTest {
    private static final Duration OFTEN = Duration.ofMillis(50);
    private SmallDns dns;
    private DnsNodes nodes;

    @BeforeEach
    void twoNodes() throws Exception {
        dns = new SmallDns(List.of("127.0.0.2", "127.0.0.3"));
        nodes = new DnsNodes(
                ChatNode.parse("chat-service.postrider.example:8091:9091"), OFTEN, Optional.of(dns.address()));
        nodes.start();
        awaitNodes(2);
    }

    @AfterEach
    void stop() throws Exception {
        nodes.close();
        dns.close();
    }

    @Test
    void everyAddressIsANodeWithThePortsOfThePattern() {
        assertEquals(
                List.of(new ChatNode("127.0.0.2", 8091, 9091), new ChatNode("127.0.0.3", 8091, 9091)), nodes.nodes());
    }

    @Test
    void nodesComeAndGoWithTheirAddresses() {
        dns.say(List.of("127.0.0.2", "127.0.0.3", "127.0.0.4", "127.0.0.5"));
        awaitNodes(4);

        dns.say(List.of("127.0.0.3", "127.0.0.5"));

        awaitNodes(2);
        assertEquals("127.0.0.5", nodes.nodes().getLast().host());
    }

    @Test
    void hundredNodesDoNotFitIntoADatagramAndAreFoundAllTheSame() {
        dns.say(IntStream.rangeClosed(1, 100)
                .mapToObj(node -> "127.0.1." + node)
                .toList());

        awaitNodes(100);
    }

    @Test
    void aNameThatIsGoneTakesNoNodeAway() {
        dns.say(List.of());
        int asked = dns.asked();
        await().atMost(Duration.ofSeconds(10)).until(() -> dns.asked() > asked + 4);

        assertEquals(2, nodes.nodes().size());
    }

    private void awaitNodes(int count) {
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> nodes.nodes().size() == count);
    }
}
