package dev.postrider.deployment.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.topic.Channels;
import dev.postrider.deployment.Checkout;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of docs/capacity.md is what the code says. */
class CapacityTest {
    private static final List<Integer> NODES = List.of(2, 4, 8, 16, 32, 64, 200, 1_000);

    @Test
    void theTableOfThePageIsWhatTheGatewaysOwnChoiceGives() {
        List<String> rows =
                NODES.stream().map(nodes -> Affinity.of(nodes).row()).toList();
        List<String> page = Checkout.text("docs/capacity.md").lines().toList();

        assertEquals(rows, page.stream().filter(rows::contains).toList(), () -> String.join("\n", rows));
    }

    @Test
    void moreNodesThanChannelsHaveNothingToDo() {
        Affinity many = Affinity.of(1_000);

        assertTrue(many.used() <= Channels.COUNT);
        assertTrue(Affinity.of(64).used() < 64, "and some before that, since chance lays two channels on one node");
    }
}
