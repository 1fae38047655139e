package dev.postrider.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.control.ControlCodec;
import dev.postrider.contracts.control.ControlRecord;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.topic.Channels;
import dev.postrider.contracts.topic.Topics;
import dev.postrider.e2e.person.Device;
import dev.postrider.e2e.person.Person;
import dev.postrider.e2e.suite.Suite;
import dev.postrider.e2e.suite.WithSuite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/**
 * What {@code docs/capacity.md} computes for a thousand nodes, held against two that run: a message makes one record for each
 * channel of its recipients that another node serves, as it does for those who sit there, and none for the others.
 */
@WithSuite
class CapacityModelTest {
    private static final int PEOPLE = 16;
    private static final int MESSAGES = 5;
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private final Suite suite;

    CapacityModelTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void aMessageMakesARecordForEachChannelOfThoseWhoSitElsewhere() {
        List<Person> people = Stream.generate(() -> Person.registers(suite.gateway(), "moss"))
                .limit(PEOPLE)
                .toList();
        String room = room(people);
        List<Device> devices = new ArrayList<>();
        try {
            // At the nodes themselves: the gateway passes over one that is slow to answer, and where they sit would be
            // a guess.
            for (int i = 0; i < PEOPLE; i++) {
                devices.add(people.get(i).opensAt(suite.chatNode(1 + i % 2)));
            }
            say(devices, room);
            Set<Integer> elsewhere = channels(people, i -> i % 2 != 0);
            long served = servedByTheOtherNode();
            long[] before = ends();

            for (int i = 0; i < MESSAGES; i++) {
                say(devices, room);
            }

            long[] after = ends();
            // People of other tests may sit on that node too, or just have: it serves their channels as well.
            long sure = ~(served ^ servedByTheOtherNode());
            Set<Integer> all = channels(people, i -> true);
            for (int channel = 0; channel < Channels.COUNT; channel++) {
                boolean theirs = elsewhere.contains(channel);
                boolean written = theirs || all.contains(channel) && isIn(served, channel);
                assertTrue(!theirs || isIn(served, channel), "the node serves channel " + channel);
                if (theirs || isIn(sure, channel)) {
                    assertEquals(
                            written ? MESSAGES : 0, after[channel] - before[channel], "records of channel " + channel);
                }
            }
        } finally {
            devices.forEach(Device::close);
        }
    }

    /** Returns when everybody has it; who says it hears that it was accepted. */
    private static void say(List<Device> devices, String room) {
        String id = Device.newId();
        devices.getFirst().says(new ClientFrame.Send(id, room, "to all of you", null, null, null, null, null));
        devices.getFirst().isAccepted(id);
        devices.stream().skip(1).forEach(device -> device.sees(id));
    }

    private static String room(List<Person> people) {
        Person owner = people.getFirst();
        String room = owner.rest()
                .post("/api/rooms", Map.of("name", "the yard", "visibility", "private", "settings", Map.of()))
                .requireStatus(201)
                .body()
                .at("/room/id")
                .asText();
        owner.rest()
                .post(
                        "/api/rooms/" + room + "/members",
                        Map.of("users", people.stream().skip(1).map(Person::id).toList()))
                .requireStatus(200);
        return room;
    }

    private static Set<Integer> channels(List<Person> people, IntPredicate who) {
        return IntStream.range(0, people.size())
                .filter(who)
                .mapToObj(i -> Channels.of(people.get(i).id()))
                .collect(Collectors.toSet());
    }

    private static boolean isIn(long channels, int channel) {
        return (channels >>> channel & 1) == 1;
    }

    /** What it said last; it says so four times a second. */
    private long servedByTheOtherNode() {
        TopicPartition control = new TopicPartition(Topics.CONTROL.topicName(), 0);
        try (var consumer = consumer()) {
            consumer.assign(List.of(control));
            consumer.seekToEnd(List.of(control));
            for (long until = System.nanoTime() + PATIENCE_NANOS; System.nanoTime() < until; ) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    if (ControlCodec.read(record.value()).orElse(null) instanceof ControlRecord.Node node
                            && node.node().equals("chat-service-2")) {
                        return node.channels();
                    }
                }
            }
            throw new AssertionError("the node says nothing");
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", suite.world().kafka().bootstrapServers());
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private long[] ends() {
        try (var consumer = consumer()) {
            List<TopicPartition> channels = IntStream.range(0, Channels.COUNT)
                    .mapToObj(channel -> new TopicPartition(Topics.CHANNELS.topicName(), channel))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(channels);
            return channels.stream()
                    .mapToLong(channel -> ends.getOrDefault(channel, 0L))
                    .toArray();
        }
    }
}
