package dev.postrider.chat.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.chat.fake.FakeChannels;
import dev.postrider.chat.fake.FakeControl;
import dev.postrider.chat.fake.FakeLog;
import dev.postrider.chat.fake.FakeNode;
import dev.postrider.chat.fake.FakeTime;
import dev.postrider.contracts.control.ControlRecord.Gone;
import dev.postrider.contracts.control.ControlRecord.Node;
import org.junit.jupiter.api.Test;

class TableLoopTest {
    private final FakeTime time = new FakeTime();
    private final FakeControl control = new FakeControl();
    private final FakeChannels channels = new FakeChannels();
    private final FakeLog log = new FakeLog();
    private final FakeNode one = new FakeNode("one", time, control, channels, log);
    private final FakeNode other = new FakeNode("other", time, control, channels, log);

    private void run(long millis, FakeNode... nodes) {
        for (long done = 0; done < millis; done += 50) {
            time.advance(50);
            for (FakeNode node : nodes) {
                node.pass();
            }
        }
    }

    @Test
    void aNodeIsFreshOnceItReadsItselfBackAndStaleAfterT() {
        one.pass();
        assertFalse(one.table.fresh());

        one.pass();

        assertTrue(one.table.fresh());
        time.advance(999);
        assertTrue(one.table.fresh());
        time.advance(1);
        assertFalse(one.table.fresh());
    }

    @Test
    void aLivingNodeSaysSoFourTimesASecond() {
        run(2_000, one);

        assertTrue(control.records.size() >= 8 && control.records.size() <= 10, "records " + control.records.size());
    }

    @Test
    void whoIsSilentForTenSecondsIsDeclaredGone() {
        run(500, one, other);
        String dead = other.incarnations.current();

        run(10_200, one);

        assertTrue(control.records.contains(new Gone(dead)));
        assertEquals(1, one.othersGone);
        assertEquals(0, one.table.others());
    }

    @Test
    void aNodeThatStoodStillItselfDeclaresNobodyGone() {
        run(500, one, other);
        run(9_000, other);

        time.advance(3_000);
        one.pass();
        other.pass();
        run(500, one, other);

        assertFalse(control.records.stream().anyMatch(Gone.class::isInstance));
        assertEquals(1, one.table.others());
    }

    @Test
    void whoReadsItsOwnGoneTakesANewIncarnation() {
        run(500, one, other);
        String dead = other.incarnations.current();
        run(10_500, one);

        run(500, one, other);

        assertNotEquals(dead, other.incarnations.current());
        assertTrue(other.table.fresh());
        assertEquals(1, one.table.others());
        assertTrue(other.incarnations.ours(dead));
    }

    @Test
    void whatAGoneNodeStillSaysListsNobody() {
        run(500, one, other);
        String dead = other.incarnations.current();
        control.write(new Gone(dead));
        control.write(new Node(dead, "other", -1, 0, 0, ""));

        one.pass();
        one.pass();

        assertEquals(0, one.table.others());
        assertEquals(0, one.table.view().elsewhere());
    }

    @Test
    void whatIsSaidToBeAppliedIsInTheView() {
        run(500, one);
        control.write(new Node("third", "third", 1L << 5, 0, 0, ""));
        int offset = control.records.size() - 1;

        run(300, one);

        Node said = control.records.stream()
                .filter(Node.class::isInstance)
                .map(Node.class::cast)
                .filter(node -> node.node().equals("one"))
                .reduce((before, after) -> after)
                .orElseThrow();
        assertTrue(said.applied() >= offset);
        assertTrue(one.table.view().elsewhere(5));
    }

    @Test
    void whoLeftSaysNothingMore() {
        run(500, one, other);
        other.table.leave();
        String left = other.incarnations.current();
        int said = control.records.size();

        run(1_000, other);

        assertEquals(said, control.records.size());
        run(300, one);
        assertEquals(0, one.table.others());
        assertEquals(left, other.incarnations.current());
    }
}
