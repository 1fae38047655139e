package dev.postrider.chat.channel;

import static dev.postrider.chat.fake.People.MOSS;
import static dev.postrider.chat.fake.People.WREN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.chat.fake.FakeChannels;
import dev.postrider.chat.fake.FakeControl;
import dev.postrider.chat.fake.FakeLog;
import dev.postrider.chat.fake.FakeNode;
import dev.postrider.chat.fake.FakeSession;
import dev.postrider.chat.fake.FakeTime;
import dev.postrider.contracts.control.ControlRecord.Gone;
import dev.postrider.contracts.topic.Channels;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubscriptionsTest {
    private final FakeTime time = new FakeTime();
    private final FakeControl control = new FakeControl();
    private final FakeChannels channels = new FakeChannels();
    private final FakeLog log = new FakeLog();
    private final FakeNode one = new FakeNode("one", time, control, channels, log);
    private final FakeNode other = new FakeNode("other", time, control, channels, log);

    @BeforeEach
    void bothAreListedAndFresh() {
        run(500, one, other);
    }

    private void run(long millis, FakeNode... nodes) {
        for (long done = 0; done < millis; done += 50) {
            time.advance(50);
            for (FakeNode node : nodes) {
                node.pass();
            }
        }
    }

    @Test
    void aChannelIsTakenInTheOneOrder() {
        one.connect(WREN);

        run(1_000, one, other);

        assertEquals(List.of("assign", "ends", "welcome"), one.steps);
        assertEquals(1L << Channels.of(WREN), one.table.channels());
        assertTrue(other.table.view().elsewhere(Channels.of(WREN)));
    }

    @Test
    void theEndsAreAskedForOnlyWhenEveryListedNodeHasAppliedTheBit() {
        FakeSession wren = one.connect(WREN);

        run(1_500, one);
        assertEquals(List.of("assign"), one.steps);
        assertEquals(0, wren.welcomes.size());

        run(300, other);
        run(100, one);
        assertEquals(1, wren.welcomes.size());
    }

    @Test
    void aSilentNodeIsWaitedForNoLongerThanTwoT() {
        FakeSession wren = one.connect(WREN);

        run(2_000, one);
        assertEquals(0, wren.welcomes.size());

        run(300, one);
        assertEquals(1, wren.welcomes.size());
    }

    @Test
    void laterUsersOfAChannelWaitForTheSameMoment() {
        FakeSession phone = one.connect(WREN);
        run(1_000, one);

        FakeSession laptop = one.connect(WREN);
        run(1_000, one);
        assertEquals(0, laptop.welcomes.size());

        run(300, one);
        assertEquals(1, phone.welcomes.size());
        assertEquals(1, laptop.welcomes.size());
    }

    @Test
    void whoComesToAServedChannelIsGreetedAtOnce() {
        one.connect(WREN);
        run(500, one, other);

        FakeSession laptop = one.connect(WREN);
        one.pass();

        assertEquals(1, laptop.welcomes.size());
    }

    @Test
    void whoLeftBeforeTheGreetingIsNotGreeted() {
        FakeSession wren = one.connect(WREN);
        run(100, one);

        one.disconnect(wren);
        run(1_000, one, other);

        assertEquals(0, wren.welcomes.size());
    }

    @Test
    void aChannelIsKeptAMinuteAfterItsLastUser() {
        FakeSession wren = one.connect(WREN);
        run(500, one, other);
        one.disconnect(wren);

        run(59_000, one, other);
        assertEquals(1L << Channels.of(WREN), one.table.channels());

        run(2_000, one, other);
        assertEquals(0, one.table.channels());
        assertEquals("release", one.steps.getLast());
        assertEquals(0, other.table.view().elsewhere());
    }

    @Test
    void anAbandonedChannelIsTakenAnewAsAtFirst() {
        FakeSession wren = one.connect(WREN);
        run(500, one, other);
        one.disconnect(wren);
        run(61_000, one, other);
        one.steps.clear();

        FakeSession back = one.connect(WREN);
        run(1_000, one);
        assertEquals(0, back.welcomes.size());
        run(500, one, other);

        assertEquals(List.of("assign", "ends", "welcome"), one.steps);
    }

    @Test
    void aLapseGreetsEverybodyAnewOnceTheNewBitsAreKnown() {
        FakeSession wren = one.connect(WREN);
        FakeSession moss = one.connect(MOSS);
        run(500, one, other);
        control.write(new Gone(one.incarnations.current()));

        run(1_000, one);
        assertEquals(1, wren.welcomes.size());
        run(500, one, other);

        assertEquals(2, wren.welcomes.size());
        assertEquals(2, moss.welcomes.size());
        assertTrue(other.table.view().elsewhere(Channels.of(WREN)));
    }
}
