package dev.postrider.e2e.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.LogCodec;
import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.contracts.topic.LogVector;
import dev.postrider.contracts.topic.Position;
import dev.postrider.contracts.topic.Topics;
import dev.postrider.e2e.check.ClientLog;
import dev.postrider.e2e.check.Evidence;
import dev.postrider.e2e.check.Evidence.Calm;
import dev.postrider.e2e.check.Evidence.Row;
import dev.postrider.e2e.check.Evidence.UnreadClaim;
import dev.postrider.e2e.check.Post;
import dev.postrider.e2e.faulty.agent.Newer;
import dev.postrider.stack.part.OutsideWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Gathers what a run left behind, from the log itself, the database and the public pages. */
public final class Witness {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<TopicPartition> PARTITIONS = IntStream.range(0, LogPartitions.COUNT)
            .mapToObj(partition -> new TopicPartition(Topics.LOG.topicName(), partition))
            .toList();

    private final OutsideWorld world;

    public Witness(OutsideWorld world) {
        this.world = world;
    }

    /** The end of the log now. */
    public LogVector logEnd() {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            long[] next = new long[LogPartitions.COUNT];
            consumer.endOffsets(PARTITIONS, PATIENCE)
                    .forEach((partition, offset) -> next[partition.partition()] = offset);
            return LogVector.of(0, next);
        }
    }

    /** Ends the run and gathers everything; nobody may send any more. */
    public Evidence gather(Crowd crowd, List<Calm> calms) {
        LogVector end = logEnd();
        List<ClientLog> logs = crowd.disperse(end.text());
        try {
            List<UnreadClaim> unread = unread(crowd.population());
            return new Evidence(
                    logs,
                    crowd.members(),
                    pages(crowd),
                    rows(crowd, unread),
                    records(crowd.start(), end),
                    unread,
                    calms);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static List<UnreadClaim> unread(Population population) throws IOException {
        List<UnreadClaim> claims = new ArrayList<>();
        for (Account person : population.people()) {
            for (JsonNode one : person.get("/api/sync").path("conversations")) {
                if (one.has("unread")) {
                    claims.add(new UnreadClaim(
                            person.id(),
                            one.path("id").asText(),
                            one.path("readPosition").asLong(-1),
                            one.path("unread").asInt()));
                }
            }
        }
        return claims;
    }

    private static List<Post> pages(Crowd crowd) throws IOException {
        List<Post> posts = new ArrayList<>();
        for (String conversation : crowd.members().keySet()) {
            posts.addAll(Pages.since(
                    crowd.population().readerOf(conversation), conversation, new CatchUp.Since(crowd.start())));
        }
        return posts;
    }

    private List<Row> rows(Crowd crowd, List<UnreadClaim> unread) throws SQLException {
        Map<String, Long> least = new HashMap<>();
        for (String conversation : crowd.members().keySet()) {
            least.put(conversation, crowd.start().positionAt(LogPartitions.of(conversation)));
        }
        unread.forEach(claim -> least.merge(claim.conversation(), claim.readPosition(), Math::min));
        List<Row> rows = new ArrayList<>();
        CatchUp.Since since = new CatchUp.Since(crowd.start());
        try (Connection connection = world.database().connect("postrider_history");
                PreparedStatement select =
                        connection.prepareStatement("SELECT conversation, position, id, sender, body FROM entry"
                                + " WHERE conversation = ? AND position >= ? AND type = 'message'")) {
            for (Map.Entry<String, Long> from : least.entrySet()) {
                select.setString(1, from.getKey());
                select.setLong(2, from.getValue());
                try (ResultSet found = select.executeQuery()) {
                    while (found.next()) {
                        Post post = post(found);
                        rows.add(new Row(post, !since.covers(post.conversation(), post.position())));
                    }
                }
            }
        }
        return rows;
    }

    private static Post post(ResultSet row) throws SQLException {
        return new Post(
                row.getString("conversation"),
                row.getLong("position"),
                row.getString("id"),
                row.getString("sender"),
                row.getString("body"));
    }

    private List<Post> records(LogVector start, LogVector end) {
        List<Post> posts = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> grown = PARTITIONS.stream()
                    .filter(one -> end.next(one.partition()) > start.next(one.partition()))
                    .toList();
            consumer.assign(grown);
            grown.forEach(one -> consumer.seek(one, start.next(one.partition())));
            while (grown.stream().anyMatch(one -> consumer.position(one) < end.next(one.partition()))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> add(record, posts));
            }
        }
        return posts;
    }

    private static void add(ConsumerRecord<byte[], byte[]> record, List<Post> posts) {
        LogCodec.Reading reading = LogCodec.read(
                Newer.understood(record.value()),
                Position.of(0, record.offset()),
                Instant.ofEpochMilli(record.timestamp()));
        if (reading instanceof LogCodec.Reading.Good(Event.Message message)) {
            posts.add(Posts.of(message));
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", world.kafka().bootstrapServers(),
                        "enable.auto.commit", "false",
                        "auto.offset.reset", "none"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
