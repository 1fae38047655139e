package dev.postrider.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.topic.Channels;
import dev.postrider.contracts.topic.Topics;
import dev.postrider.e2e.person.Device;
import dev.postrider.e2e.person.Person;
import dev.postrider.e2e.suite.Suite;
import dev.postrider.e2e.suite.WithSuite;
import dev.postrider.gateway.node.ChatNode;
import dev.postrider.gateway.node.Rendezvous;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/**
 * What {@code docs/capacity.md} computes for a thousand nodes, held against two that run: a message makes one record for each
 * channel of those who sit elsewhere, and none for those who sit with its sender.
 */
@WithSuite
class CapacityModelTest {
    private static final int PEOPLE = 16;
    private static final int MESSAGES = 5;

    private final Suite suite;

    CapacityModelTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void aMessageMakesARecordForEachChannelOfThoseWhoSitElsewhere() {
        List<Person> people = Stream.generate(() -> Person.registers(suite.gateway(), "moss"))
                .limit(PEOPLE)
                .toList();
        Person writer = people.getFirst();
        String room = room(people);
        List<Device> devices = new ArrayList<>();
        try {
            people.forEach(person -> devices.add(person.opens()));
            say(devices, room);
            long[] before = ends();

            for (int i = 0; i < MESSAGES; i++) {
                say(devices, room);
            }

            long[] after = ends();
            Set<Integer> predicted = people.stream()
                    .filter(person -> !home(person).equals(home(writer)))
                    .map(person -> Channels.of(person.id()))
                    .collect(Collectors.toSet());
            assertTrue(!predicted.isEmpty(), "all sixteen sit on one node: a chance of one in thirty thousand");
            IntStream.range(0, Channels.COUNT)
                    .forEach(channel -> assertEquals(
                            predicted.contains(channel) ? MESSAGES : 0,
                            after[channel] - before[channel],
                            "records of channel " + channel));
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

    /** The node that the gateway sends them to. */
    private String home(Person person) {
        List<ChatNode> nodes = IntStream.rangeClosed(1, 2)
                .mapToObj(number -> suite.chatNode(number))
                .map(CapacityModelTest::node)
                .toList();
        return Rendezvous.order(Channels.of(person.id()), nodes).getFirst().name();
    }

    private static ChatNode node(URI address) {
        return new ChatNode(address.getHost(), address.getPort(), 0);
    }

    private long[] ends() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", suite.world().kafka().bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
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
