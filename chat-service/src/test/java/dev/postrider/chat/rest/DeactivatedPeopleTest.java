package dev.postrider.chat.rest;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postrider.base.KafkaSettings;
import dev.postrider.chat.database.Database;
import dev.postrider.contracts.control.ControlCodec;
import dev.postrider.contracts.control.ControlRecord;
import dev.postrider.contracts.rest.User;
import dev.postrider.contracts.topic.Topics;
import dev.postrider.testkit.quarkus.KafkaResource;
import dev.postrider.testkit.quarkus.MariaDbResource;
import dev.postrider.testkit.quarkus.RedisResource;
import dev.postrider.testkit.quarkus.TokensResource;
import dev.postrider.testkit.token.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(
        value = MariaDbResource.class,
        initArgs = @ResourceArg(name = MariaDbResource.SCHEMA, value = "postrider_chat"))
class DeactivatedPeopleTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String wren = TestTokens.newUser();
    private final String moss = TestTokens.newUser();

    @Inject
    KafkaSettings kafka;

    @Inject
    Database database;

    @BeforeEach
    void nodeServes() {
        Calls.awaitServing();
    }

    @Test
    void whoIsDeactivatedLeavesEveryRoomOnceAndTheLogSaysWhy() throws IOException {
        String room = RoomCalls.closed(wren);
        String open = RoomCalls.open(wren, "orchard " + wren);
        RoomCalls.add(room, wren, moss).statusCode(200);
        RoomCalls.join(open, moss).statusCode(200);

        told(moss, true);

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> RoomCalls.see(room, wren).body("room.memberCount", equalTo(1)));
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> RoomCalls.see(open, wren).body("room.memberCount", equalTo(1)));
        assertEquals(List.of("deactivated"), reasons(room));
        assertEquals(List.of("deactivated"), reasons(open));
    }

    @Test
    void theHeirBecomesOwner() {
        String room = RoomCalls.closed(wren);
        RoomCalls.add(room, wren, moss).statusCode(200);

        told(wren, true);

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> RoomCalls.see(room, moss)
                        .body("room.mine.role", equalTo("owner"))
                        .body("room.memberCount", equalTo(1)));
    }

    @Test
    void whoWasLetInAgainMayComeBackAndStays() {
        String room = RoomCalls.open(wren, "heath " + wren);
        RoomCalls.join(room, moss).statusCode(200);
        told(moss, true);
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> RoomCalls.see(room, wren).body("room.memberCount", equalTo(1)));
        told(moss, false);
        String fence = RoomCalls.open(wren, "fence " + wren);
        String fern = TestTokens.newUser();
        RoomCalls.join(room, moss).statusCode(200);
        RoomCalls.join(fence, fern).statusCode(200);

        told(fern, true);

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> RoomCalls.see(fence, wren).body("room.memberCount", equalTo(1)));
        RoomCalls.see(room, wren).body("room.memberCount", equalTo(2));
    }

    @Test
    void aRoomThatCannotBeReadKeepsNeitherOthersNorOtherRooms() {
        String broken = RoomCalls.closed(wren);
        String room = RoomCalls.closed(wren);
        String fern = TestTokens.newUser();
        RoomCalls.add(broken, wren, moss).statusCode(200);
        RoomCalls.add(room, wren, moss, fern).statusCode(200);
        settings(broken, "{{");

        told(moss, true);
        told(fern, true);

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> RoomCalls.see(room, wren).body("room.memberCount", equalTo(1)));
        settings(broken, "{}");
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> RoomCalls.see(broken, wren).body("room.memberCount", equalTo(1)));
    }

    /** Broken, the room is the first of all of theirs: their ids rise. */
    private void settings(String room, String text) {
        database.change("UPDATE room SET settings = ? WHERE room = ?", text, room)
                .await()
                .atMost(PATIENCE);
    }

    private void told(String user, boolean deactivated) {
        @Nullable Boolean is = deactivated ? Boolean.TRUE : null;
        User profile = new User(
                user,
                "u" + user.toLowerCase(Locale.ROOT),
                "U",
                "#2f5bb7",
                false,
                null,
                is,
                null,
                User.Availability.auto,
                null);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                kafka.with(Map.of("acks", "all")), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Topics.CONTROL.topicName(),
                            null,
                            ControlCodec.write(new ControlRecord.Profile(profile, Instant.now()))))
                    .get();
        } catch (Exception unsent) {
            throw new AssertionError(unsent);
        }
    }

    /** Why people left this room, as the log has it. */
    private List<String> reasons(String room) throws IOException {
        Map<String, Object> settings = kafka.with(Map.of("auto.offset.reset", "none", "enable.auto.commit", false));
        List<String> reasons = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.LOG.topicName()).stream()
                    .map(one -> new TopicPartition(one.topic(), one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    JsonNode event = JSON.readTree(record.value());
                    if (event.path("type").asText().equals("left")
                            && event.path("conversation").asText().equals(room)) {
                        reasons.add(event.path("reason").asText());
                    }
                }
            }
        }
        return reasons;
    }
}
