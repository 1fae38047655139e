package dev.postrider.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.contracts.topic.Position;
import dev.postrider.contracts.topic.Topics;
import dev.postrider.e2e.person.Device;
import dev.postrider.e2e.person.Person;
import dev.postrider.e2e.suite.Suite;
import dev.postrider.e2e.suite.WithSuite;
import dev.postrider.e2e.trace.Collector;
import dev.postrider.e2e.trace.LogWords;
import dev.postrider.e2e.trace.Seen;
import dev.postrider.testkit.client.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What operators see of single messages where they ask for it: their way through the parts, and lines of JSON. */
@WithSuite
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObservedTest {
    /** Its own warnings, of which no logger hears. */
    private static final Pattern OF_THE_JVM = Pattern.compile("^WARNING: |^OpenJDK ");

    private static final String PASSWORD = "over the hills by night";
    private static final String BODY = "Follow this letter.";

    private final Suite untraced;
    private final Collector collector = Collector.listen();
    private final Suite suite;
    private final List<Person> people = new ArrayList<>();

    ObservedTest(Suite untraced) {
        this.untraced = untraced;
        this.suite = Suite.startWith(
                "quarkus.log.console.json.enabled=true",
                "postrider.tracing.enabled=true",
                "postrider.tracing.share=1",
                "postrider.tracing.send-every=200ms",
                "postrider.tracing.endpoint=" + collector.address());
    }

    /** The other suite starts at the same time: the database may be slow to let the first one in. */
    @BeforeAll
    void peopleComeIn() {
        suite.eventually(() -> people.add(Person.registers(suite.gateway(), "wren")));
        suite.eventually(() -> people.add(Person.registers(suite.gateway(), "moss")));
    }

    @AfterAll
    void stopObserved() {
        suite.stop();
        collector.close();
    }

    @Test
    void messageOfACallIsFollowedFromTheDoorToTheDatabase() {
        Answer sent = says();

        suite.eventually(() -> assertEquals(
                List.of("api-gateway gateway", "chat-service accept", "chat-service append", "history-service store"),
                way(ofRequest(sent))));
    }

    @Test
    void messageOfASocketIsFollowedFromItsChatNode() {
        try (Device device = wren().opens()) {
            long position = device.isAccepted(device.sends(moss(), BODY)).position();
            String parent =
                    text(record(suite, wren().with(moss()), position).headers().lastHeader("traceparent"));

            suite.eventually(() -> assertEquals(
                    List.of("chat-service accept", "chat-service append", "history-service store"),
                    way(parent.split("-", -1)[1])));
        }
    }

    @Test
    void nothingThatSomebodySaidOrIsCanBeReadInTracesOrLogs() {
        Answer sent = says();
        suite.eventually(() -> assertFalse(way(ofRequest(sent)).isEmpty()));

        String told = collector.raw() + String.join("\n", lines());

        for (String secret :
                List.of(BODY, wren().rest().accessToken(), moss().rest().accessToken(), PASSWORD)) {
            assertFalse(told.contains(secret));
        }
        for (Person person : people) {
            assertFalse(collector.raw().contains(person.id()));
        }
    }

    @Test
    void everyLineOfOurLogsIsAnObjectWithKeysOfTheVocabulary() {
        Set<String> vocabulary = LogWords.vocabulary();

        List<String> ours = lines().stream()
                .filter(line -> !OF_THE_JVM.matcher(line).find())
                .toList();

        assertTrue(ours.size() > Suite.SERVICES.size());
        for (String line : ours) {
            assertEquals(Set.of(), LogWords.foreign(line, vocabulary), line);
        }
    }

    @Test
    void nothingIsWrittenBesideAMessageWhereNobodyAsked() {
        Person finch = Person.registers(untraced.gateway(), "finch");
        try (Device device = finch.opens()) {
            long position = device.isAccepted(device.sends(finch, BODY)).position();

            ConsumerRecord<byte[], byte[]> record = record(untraced, finch.with(finch), position);

            assertEquals(
                    List.of("node"),
                    StreamSupport.stream(record.headers().spliterator(), false)
                            .map(Header::key)
                            .toList());
        }
    }

    private Person wren() {
        return people.getFirst();
    }

    private Person moss() {
        return people.getLast();
    }

    private Answer says() {
        return wren().rest()
                .post(
                        "/api/conversations/" + wren().with(moss()).replace(":", "%3A") + "/messages",
                        Map.of("body", BODY))
                .requireStatus(201);
    }

    /** Of all services. */
    private List<String> lines() {
        return Suite.SERVICES.stream().flatMap(part -> suite.log(part).lines()).toList();
    }

    /** The gateway names a call as it names its trace. */
    private static String ofRequest(Answer answer) {
        return answer.headers().firstValue("X-Request-Id").orElseThrow();
    }

    /** From the first step of a trace to what history did at its end, by their parents. */
    private List<String> way(String trace) {
        List<Seen> steps = collector.seen().stream()
                .filter(step -> step.trace().equals(trace))
                .toList();
        List<String> way = new ArrayList<>();
        Optional<Seen> at =
                steps.stream().filter(step -> step.name().equals("store")).findFirst();
        while (at.isPresent()) {
            Seen step = at.orElseThrow();
            way.addFirst(step.part() + " " + step.name());
            at = steps.stream()
                    .filter(other -> other.id().equals(step.parent()))
                    .findFirst();
        }
        return way;
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.US_ASCII);
    }

    private static ConsumerRecord<byte[], byte[]> record(Suite suite, String conversation, long position) {
        TopicPartition partition = new TopicPartition(Topics.LOG.topicName(), LogPartitions.of(conversation));
        Map<String, Object> settings =
                Map.of("bootstrap.servers", suite.world().kafka().bootstrapServers(), "auto.offset.reset", "none");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, Position.offset(position));
            return consumer.poll(Duration.ofSeconds(20)).iterator().next();
        }
    }
}
