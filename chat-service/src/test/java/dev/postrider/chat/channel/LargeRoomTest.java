package dev.postrider.chat.channel;

import static dev.postrider.chat.fake.People.WREN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.postrider.chat.fake.FakeChannels;
import dev.postrider.chat.fake.FakeControl;
import dev.postrider.chat.fake.FakeLog;
import dev.postrider.chat.fake.FakeNode;
import dev.postrider.chat.fake.FakeSession;
import dev.postrider.chat.fake.FakeTime;
import dev.postrider.chat.fake.People;
import dev.postrider.chat.room.Roster;
import dev.postrider.chat.room.Roster.Seat;
import dev.postrider.contracts.frame.Event.Role;
import dev.postrider.contracts.rest.Settings;
import dev.postrider.contracts.topic.Channels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a message costs in a room of five thousand. */
class LargeRoomTest {
    private static final int MEMBERS = 5_000;

    private final FakeTime time = new FakeTime();
    private final FakeControl control = new FakeControl();
    private final FakeChannels channels = new FakeChannels();
    private final FakeLog log = new FakeLog();
    private final FakeNode one = new FakeNode("one", time, control, channels, log);
    private final FakeNode other = new FakeNode("other", time, control, channels, log);

    private void run(long millis) {
        for (long done = 0; done < millis; done += 50) {
            time.advance(50);
            for (FakeNode node : List.of(one, other)) {
                node.pass();
                node.readChannels();
            }
        }
    }

    private static Roster.OfRoom room(List<String> members) {
        Map<String, Seat> seats = new HashMap<>();
        members.forEach(user -> seats.put(user, new Seat(Role.Name.member, 0)));
        return Roster.OfRoom.of(seats, false, Settings.DEFAULTS);
    }

    @Test
    void aMessageIsOneRecordAChannelWithEveryMemberInOneOfThemAndIsWrittenOnce() {
        List<String> members = Stream.concat(Stream.of(WREN), Stream.generate(People::somebody))
                .limit(MEMBERS)
                .toList();
        FakeSession wren = one.connect(WREN);
        List<FakeSession> there =
                members.stream().skip(1).limit(1_000).map(other::connect).toList();
        run(3_000);
        Roster.OfRoom room = room(members);

        log.append(People.message())
                .thenCompose(event -> one.fanout.deliver(event, Audience.of(room.membersAt(event.position())), null));
        run(200);

        List<FakeChannels.Written> records = IntStream.range(0, Channels.COUNT)
                .mapToObj(channels::of)
                .flatMap(List::stream)
                .toList();
        assertEquals(Channels.COUNT, records.size());
        List<String> named = new ArrayList<>();
        records.forEach(record -> named.addAll(record.recipients()));
        assertEquals(MEMBERS, named.size());
        assertEquals(new HashSet<>(members), new HashSet<>(named));
        records.forEach(record -> assertSame(records.getFirst().frame(), record.frame()));
        assertEquals(1, wren.frames.size());
        assertEquals(1_000, there.stream().filter(one -> one.frames.size() == 1).count());
    }
}
