package dev.postrider.base.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.base.start.Unsafe;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicCopiesTest {
    @Test
    void threeCopiesOfWhichTwoAcknowledgeAreSafe() {
        assertEquals(List.of(), TopicCopies.broken("chat.log", 3, 2));
    }

    @Test
    void oneCopyIsNamed() {
        assertEquals(List.of("replication of topic chat.log"), named(1, 2));
    }

    @Test
    void anInSyncMinimumOfOneIsNamed() {
        assertEquals(List.of("min.insync.replicas of topic chat.log"), named(3, 1));
    }

    private static List<String> named(int copies, int inSync) {
        return TopicCopies.broken("chat.log", copies, inSync).stream()
                .map(Unsafe::property)
                .toList();
    }
}
