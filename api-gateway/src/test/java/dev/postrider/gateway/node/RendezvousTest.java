package dev.postrider.gateway.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.topic.Channels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RendezvousTest {
    private static final List<ChatNode> NODES = IntStream.rangeClosed(1, 4)
            .mapToObj(i -> new ChatNode("10.0.0." + i, 8091, 9091))
            .toList();

    @Test
    void whenANodeGoesOnlyItsChannelsMove() {
        for (ChatNode dead : NODES) {
            var rest = NODES.stream().filter(node -> !node.equals(dead)).toList();
            for (int channel = 0; channel < Channels.COUNT; channel++) {
                var before = Rendezvous.order(channel, NODES);
                var expected = before.getFirst().equals(dead) ? before.get(1) : before.getFirst();
                assertEquals(expected, Rendezvous.order(channel, rest).getFirst());
            }
        }
    }

    @Test
    void everyNodeServesAboutItsShare() {
        for (int size = 2; size <= NODES.size(); size++) {
            var nodes = NODES.subList(0, size);
            var counts = IntStream.range(0, Channels.COUNT)
                    .mapToObj(channel -> Rendezvous.order(channel, nodes).getFirst())
                    .collect(Collectors.groupingBy(node -> node, Collectors.counting()));
            int fair = Channels.COUNT / size;
            nodes.forEach(node -> {
                long share = counts.getOrDefault(node, 0L);
                assertTrue(share >= fair / 2 && share <= fair * 2, node + " serves " + share + " of " + counts);
            });
        }
    }

    @Test
    void theTwoNodesOfTheLocalStackBothGetTheirShare() {
        var local = List.of(new ChatNode("127.0.0.1", 8091, 9091), new ChatNode("127.0.0.1", 8092, 9092));
        long first = IntStream.range(0, Channels.COUNT)
                .filter(channel -> Rendezvous.order(channel, local).getFirst().port() == 8091)
                .count();
        assertTrue(first >= 20 && first <= 44, "chat-service-1 serves " + first);
    }

    @Test
    void theOrderInWhichNodesAreNamedDoesNotMatter() {
        var reversed = new ArrayList<>(NODES);
        Collections.reverse(reversed);
        for (int channel = 0; channel < Channels.COUNT; channel++) {
            assertEquals(Rendezvous.order(channel, NODES), Rendezvous.order(channel, reversed));
        }
    }

    @Test
    void anEntryThatIsNoNodeIsNamed() {
        var wrong = assertThrows(IllegalArgumentException.class, () -> ChatNode.parse("localhost:1"));
        assertTrue(String.valueOf(wrong.getMessage()).contains("gateway.chat-nodes"));
    }
}
