package dev.postrider.e2e.isolation;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.contracts.frame.Json;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.e2e.isolation.Row.Place;
import dev.postrider.e2e.person.Device;
import dev.postrider.e2e.person.Person;
import dev.postrider.e2e.suite.Suite;
import dev.postrider.e2e.suite.WithSuite;
import dev.postrider.testkit.raw.Door;
import dev.postrider.testkit.raw.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.function.Executable;

/** G7: everybody there is to a room, at every published route and frame, gets what the table says and nothing else. */
@WithSuite
@TestInstance(Lifecycle.PER_CLASS)
class IsolationSweepTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** A mark is told a second later at most. */
    private static final Duration MARKS_ARRIVE_WITHIN = Duration.ofSeconds(2);

    /** What is answered without an id may come behind what was asked later. */
    private static final Duration REFUSALS_ARRIVE_WITHIN = Duration.ofMillis(300);

    /** So many rows ahead their stages are set: what takes a while to be known everywhere is known when their turn comes. */
    private static final int AHEAD = 3;

    private final Suite suite;
    private final Door gateway;
    private final List<Row> rows = Row.all();
    private final List<Stage> stages = new ArrayList<>();
    private final List<Unheard> unheard = new ArrayList<>();
    private Cast cast;
    private String seen;

    /** A mark that nobody may ever hear of. */
    private record Unheard(Actor actor, String conversation, long position) {}

    IsolationSweepTest(Suite suite) {
        this.suite = suite;
        this.gateway = suite.door("gateway");
    }

    @BeforeAll
    void everybodyComes() {
        cast = new Cast(suite);
        Row shown = rows.stream()
                .filter(row -> row.place() == Place.PRIVATE && row.target().equals("/api/conversations/{id}"))
                .findFirst()
                .orElseThrow();
        seen = Stage.of(shown, cast).known().conversation();
    }

    @AfterAll
    void everybodyLeaves() {
        cast.close();
    }

    @TestFactory
    Stream<DynamicTest> everybodyGetsWhatTheTableSays() {
        return IntStream.range(0, rows.size())
                .mapToObj(index -> DynamicTest.dynamicTest(rows.get(index).toString(), () -> {
                    cast.awake();
                    Row row = rows.get(index);
                    Stage stage = stage(index);
                    List<Executable> cells = new ArrayList<>();
                    for (Actor actor : Actor.values()) {
                        String wanted = row.cells().getOrDefault(actor, Row.NOT_APPLICABLE);
                        if (!wanted.equals(Row.NOT_APPLICABLE)) {
                            cells.add(() -> assertEquals(wanted, answer(row, stage, actor, wanted), actor.name()));
                        }
                    }
                    assertAll(cells);
                }));
    }

    private Stage stage(int index) {
        while (stages.size() <= Math.min(index + AHEAD, rows.size() - 1)) {
            stages.add(Stage.of(rows.get(stages.size()), cast));
        }
        return stages.get(index).known();
    }

    /** After all the others: what was not heard at once is not heard later either. */
    @Test
    void nobodyHearsOfMarksOfThoseOutside() {
        Row read = rows.stream()
                .filter(row -> row.isFrame() && row.target().equals("read") && row.place() == Place.PRIVATE)
                .findFirst()
                .orElseThrow();
        cast.awake();
        Stage stage = Stage.of(read, cast).known();
        for (Actor actor : List.of(Actor.STRANGER, Actor.FORMER, Actor.ADMINISTRATOR)) {
            cast.device(actor).saysRaw(stage.filled(read.body(), actor, read));
        }
        cast.device(Actor.MEMBER).saysRaw(stage.filled(read.body(), Actor.MEMBER, read));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> cast.marked(Actor.MEMBER, stage.conversation(), stage.position(Actor.MEMBER)));
        Awaitility.await().pollDelay(MARKS_ARRIVE_WITHIN).until(() -> true);

        for (Actor actor : List.of(Actor.STRANGER, Actor.FORMER, Actor.ADMINISTRATOR)) {
            unheard.add(new Unheard(actor, stage.conversation(), stage.position(actor)));
        }
        assertEquals(
                List.of(),
                unheard.stream()
                        .filter(one -> cast.marked(one.actor(), one.conversation(), one.position()))
                        .toList());
    }

    private String answer(Row row, Stage stage, Actor actor, String wanted) {
        if (row.isFrame()) {
            return actor == Actor.ANONYMOUS ? upgraded() : frame(row, stage, actor, wanted);
        }
        String body = stage.filled(row.body(), actor, row);
        String path = stage.filled(row.target(), actor, row).replace(":", "%3A") + query(row);
        String[] headers = actor == Actor.ANONYMOUS ? new String[0] : new String[] {Door.bearer(token(row, actor))};
        Wire.Answer answer = body.isEmpty() && row.method().equals("GET")
                ? gateway.call(row.method(), path, headers)
                : gateway.json(row.method(), path, body, headers);
        String names =
                wanted.endsWith("+") || wanted.endsWith("-") ? answer.body().contains(seen) ? "+" : "-" : "";
        return answer.status() + names;
    }

    /** What a route cannot do without. */
    private String query(Row row) {
        return switch (row.target()) {
            case "/api/users", "/api/presence" ->
                (row.target().endsWith("users") ? "?ids=" : "?users=") + cast.bystander.id();
            case "/api/conversations" -> "?limit=200";
            default -> "";
        };
    }

    /** Where sessions are ended, that of somebody who is needed for nothing else. */
    private String token(Row row, Actor actor) {
        Person person = row.place() != Place.SESSION
                ? cast.person(actor)
                : actor == Actor.ADMINISTRATOR
                        ? Person.administrator(suite.gateway(), Suite.ADMINISTRATORS.getLast())
                        : Person.registers(suite.gateway(), "guest");
        return person.rest().accessToken();
    }

    private String upgraded() {
        Wire.Answer refused = gateway.call(
                "GET",
                "/ws",
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "Sec-WebSocket-Protocol: postrider.v1");
        return Integer.toString(refused.status());
    }

    private String frame(Row row, Stage stage, Actor actor, String wanted) {
        Device device = cast.device(actor);
        String text = stage.filled(row.body(), actor, row);
        int before = device.heard(ServerFrame.class).size();
        device.saysRaw(text);
        if (wanted.equals("mark") || wanted.equals("silent")) {
            return marked(stage, actor, wanted);
        }
        String id = field(text, "id");
        String nonce = Device.newId();
        if (id.isEmpty()) {
            device.saysRaw("{\"type\":\"ping\",\"nonce\":\"" + nonce + "\"}");
        }
        Set<String> told = new LinkedHashSet<>();
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> told(device, before, id, nonce, row, told).contains(wanted));
        } catch (ConditionTimeoutException never) {
            return "in vain: " + told;
        }
        if (wanted.equals("pong")) {
            Awaitility.await().pollDelay(REFUSALS_ARRIVE_WITHIN).until(() -> true);
            told(device, before, id, nonce, row, told);
        }
        told.remove("pong");
        return told.isEmpty() ? "pong" : String.join(",", told);
    }

    /** What came on that socket since, in the words of the table. */
    private static Set<String> told(Device device, int before, String id, String nonce, Row row, Set<String> told) {
        device.heard(ServerFrame.class).stream()
                .skip(before)
                .map(frame -> told(frame, id, nonce, row.target()))
                .filter(word -> !word.isEmpty())
                .forEach(told::add);
        return told;
    }

    private String marked(Stage stage, Actor actor, String wanted) {
        if (wanted.equals("silent")) {
            unheard.add(new Unheard(actor, stage.conversation(), stage.position(actor)));
            return cast.marked(actor, stage.conversation(), stage.position(actor)) ? "mark" : "silent";
        }
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> cast.marked(actor, stage.conversation(), stage.position(actor)));
            return "mark";
        } catch (ConditionTimeoutException never) {
            return "no mark";
        }
    }

    /** The word of the table for what answers this frame; empty for what answers something else. */
    private static String told(ServerFrame frame, String id, String nonce, String type) {
        return switch (frame) {
            case ServerFrame.Accepted accepted -> accepted.id().equals(id) ? "accepted" : "";
            case ServerFrame.Rejected rejected ->
                id.isEmpty() && type.equals(rejected.of()) || id.equals(rejected.id())
                        ? rejected.code().code()
                        : "";
            case ServerFrame.Pong pong -> id.isEmpty() && pong.nonce().equals(nonce) ? "pong" : "";
            case ServerFrame.Presence presence -> type.equals("watch") ? "presence" : "";
            case ServerFrame.Online online -> type.equals("watch") ? "online" : "";
            default -> "";
        };
    }

    private static String field(String json, String name) {
        try {
            JsonNode node = Json.mapper().readTree(json);
            return node.path(name).asText("");
        } catch (IOException broken) {
            throw new AssertionError(Map.of("no JSON", json).toString(), broken);
        }
    }
}
