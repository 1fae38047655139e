package dev.postrider.chat.message;

import static dev.postrider.chat.fake.People.DM;
import static dev.postrider.chat.fake.People.WREN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.chat.fake.FakeFanout;
import dev.postrider.chat.fake.FakeLog;
import dev.postrider.chat.fake.FakeMembership;
import dev.postrider.chat.fake.FakeTime;
import dev.postrider.chat.room.Membership.Standing;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MarksTest {
    private final FakeTime time = new FakeTime();
    private final FakeLog log = new FakeLog();
    private final FakeFanout fanout = new FakeFanout();
    private final FakeMembership membership = new FakeMembership();
    private int lost;
    private final Marks marks = new Marks(membership, log, fanout, time, time, () -> lost++);

    @Test
    void firstMarkIsRecordedAndToldAtOnce() {
        read(7, null);
        assertEquals(List.of(7L), recorded());
        assertEquals(1, fanout.delivered.size());
    }

    @Test
    void ofManyWithinASecondTheLastIsRecordedAndNoOther() {
        for (long position = 1; position <= 50; position++) {
            read(position, null);
        }
        time.advance(1_000);
        assertEquals(List.of(1L, 50L), recorded());
    }

    @Test
    void lowerMarkIsDroppedUnlessItIsMeantToGoBack() {
        read(9, null);
        time.advance(1_000);
        read(4, null);
        time.advance(1_000);
        assertEquals(List.of(9L), recorded());
        read(4, true);
        time.advance(1_000);
        assertEquals(List.of(9L, 4L), recorded());
    }

    @Test
    void markOfAStrangerIsNotRecorded() {
        membership.standing = new Standing.Stranger();
        read(7, null);
        assertEquals(List.of(), recorded());
    }

    @Test
    void readAndDeliveredDoNotHoldEachOtherBack() {
        read(7, null);
        marks.onDelivered(WREN, new ClientFrame.Delivered(DM, 7));
        assertEquals(2, log.events.size());
    }

    @Test
    void nothingIsRecordedWhileTheLogStandsStillAndThatIsCounted() {
        log.open = false;
        read(7, null);
        assertEquals(List.of(), recorded());
        assertEquals(1, lost);
    }

    @Test
    void recordedMarksAndMarksOfStrangersAreNotCountedAsLost() {
        read(7, null);
        membership.standing = new Standing.Stranger();
        read(8, null);
        assertEquals(0, lost);
    }

    private void read(long position, @Nullable Boolean back) {
        marks.onRead(WREN, new ClientFrame.Read(DM, position, back));
    }

    private List<Long> recorded() {
        return log.events.stream().map(event -> ((Event.Read) event).upTo()).toList();
    }
}
