package dev.postrider.chat.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.chat.fake.FakeChannels;
import dev.postrider.chat.fake.FakeControl;
import dev.postrider.chat.fake.FakeLog;
import dev.postrider.chat.fake.FakeNode;
import dev.postrider.chat.fake.FakeTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreshGateTest {
    private final FakeTime time = new FakeTime();
    private final FakeNode node = new FakeNode("one", time, new FakeControl(), new FakeChannels(), new FakeLog());
    private final FreshGate gate = new FreshGate(node.table);
    private final List<String> passed = new ArrayList<>();

    private void become(boolean fresh) {
        while (node.table.fresh() != fresh) {
            if (fresh) {
                node.pass();
            } else {
                time.advance(100);
            }
        }
    }

    @Test
    void whoIsFreshNeedNotWait() {
        become(true);

        gate.fresh().thenAccept(fresh -> passed.add("first"));

        assertEquals(List.of("first"), passed);
    }

    @Test
    void thoseWhoWaitPassInTheirOrderAndWhoComesMeanwhileBehindThem() {
        become(false);
        gate.fresh().thenAccept(fresh -> {
            passed.add("first");
            gate.fresh().thenAccept(again -> passed.add("who came meanwhile"));
        });
        gate.fresh().thenAccept(fresh -> passed.add("second"));
        gate.onPass();
        assertEquals(List.of(), passed);

        become(true);
        gate.onPass();

        assertEquals(List.of("first", "second", "who came meanwhile"), passed);
    }
}
