package dev.postrider.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.Json;
import dev.postrider.contracts.frame.LeaveReason;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.contracts.rest.User;
import dev.postrider.e2e.hostile.Account;
import dev.postrider.e2e.person.Device;
import dev.postrider.e2e.person.Person;
import dev.postrider.e2e.suite.Suite;
import dev.postrider.e2e.suite.WithSuite;
import dev.postrider.testkit.raw.Door;
import dev.postrider.testkit.raw.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Running an installation, and what of it is seen elsewhere: sockets, rooms, who is there. */
@WithSuite
class AdministrationTest {
    private static final int SESSION_ENDED = 4001;

    private final Suite suite;
    private final Door gateway;

    AdministrationTest(Suite suite) {
        this.suite = suite;
        this.gateway = suite.door("gateway");
    }

    private static String room(Person owner, Person... members) {
        String id = owner.rest()
                .post("/api/rooms", Map.of("name", "the shed", "visibility", "private"))
                .requireStatus(201)
                .body()
                .at("/room/id")
                .asText();
        List<String> ids = List.of(members).stream().map(Person::id).toList();
        owner.rest().post("/api/rooms/" + id + "/members", Map.of("users", ids)).requireStatus(200);
        return id;
    }

    private JsonNode asAdministrator(String method, String path, @Nullable Object body, int status) {
        String token = Account.administrator(gateway).signsIn(gateway).access();
        String text = body == null ? "" : Json.mapper().valueToTree(body).toString();
        Wire.Answer answer = gateway.json(method, path, text, Door.bearer(token));
        assertEquals(status, answer.status(), answer::body);
        try {
            return Json.mapper().readTree(answer.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void whoIsDeactivatedIsGoneFromSocketsAndRoomsAndSeenAsSuch() {
        Person wren = Person.registers(suite.gateway(), "wren");
        Person moss = Person.registers(suite.gateway(), "moss");
        String room = room(wren, moss);
        try (Device stays = wren.opensAt(suite.chatNode(1));
                Device goes = moss.opensAt(suite.chatNode(2))) {
            asAdministrator("PATCH", "/api/admin/users/" + moss.id(), Map.of("deactivated", true), 200);

            assertEquals(SESSION_ENDED, goes.closeCode());
            Event.Left left =
                    stays.hears(Event.Left.class, event -> event.user().equals(moss.id()));
            assertEquals(room, left.conversation());
            assertEquals(LeaveReason.deactivated, left.reason());
        }
        assertEquals(401, moss.rest().get("/api/auth/me").status());
        assertEquals(401, moss.triesToSignIn().status());
        JsonNode seen = wren.rest()
                .get("/api/users/" + moss.id())
                .requireStatus(200)
                .body()
                .path("user");
        assertTrue(seen.path("deactivated").asBoolean());
        JsonNode listed = asAdministrator(
                "GET", "/api/admin/users?query=" + seen.path("username").asText(), null, 200);
        assertEquals(List.of(moss.id()), listed.path("users").findValuesAsText("id"));
    }

    @Test
    void theRoleThatIsTakenAwayIsGoneOnEverySocketAndService() {
        Person moss = Person.registers(suite.gateway(), "moss");
        asAdministrator("PATCH", "/api/admin/users/" + moss.id(), Map.of("role", "admin"), 200);
        moss.signsIn();
        moss.rest().get("/api/admin/users").requireStatus(200);
        try (Device device = moss.opens()) {
            asAdministrator("PATCH", "/api/admin/users/" + moss.id(), Map.of("role", "user"), 200);

            assertEquals(SESSION_ENDED, device.closeCode());
        }
        assertEquals(401, moss.rest().get("/api/admin/users").status());
    }

    @Test
    void whoIsInTheRoomIsSeenAcrossNodesAndNotByWhoIsBlocked() {
        Person wren = Person.registers(suite.gateway(), "wren");
        Person moss = Person.registers(suite.gateway(), "moss");
        Person fern = Person.registers(suite.gateway(), "fern");
        String room = room(wren, moss, fern);
        wren.rest().put("/api/blocks/" + fern.id(), Map.of()).requireStatus(204);
        try (Device watcher = moss.opensAt(suite.chatNode(1));
                Device blocked = fern.opensAt(suite.chatNode(1))) {
            ClientFrame.Watch watch = new ClientFrame.Watch(List.of(wren.id()), List.of(room), null);
            watcher.says(watch);
            blocked.says(watch);
            watcher.hears(ServerFrame.Online.class, frame -> frame.total() == 2);
            blocked.hears(ServerFrame.Online.class, frame -> frame.total() == 2);

            try (Device comes = wren.opensAt(suite.chatNode(2))) {
                watcher.hears(
                        ServerFrame.Online.class,
                        frame -> frame.total() == 3
                                && frame.came() != null
                                && frame.came().contains(wren.id()));
                watcher.hears(
                        ServerFrame.Presence.class,
                        frame -> frame.users().stream().anyMatch(one -> one.online()));
                wren.rest()
                        .patch("/api/auth/me", Map.of("availability", "dnd", "status", Map.of("text", "digging")))
                        .requireStatus(200);
                watcher.hears(
                        ServerFrame.Presence.class,
                        frame -> frame.users().stream()
                                .anyMatch(one -> one.availability() == User.Availability.dnd
                                        && one.status() != null
                                        && one.status().text().equals("digging")));
                watcher.hears(
                        ServerFrame.Profile.class, frame -> frame.user().id().equals(wren.id()));
                comes.says(new ClientFrame.Typing(room, null));
                watcher.hears(ServerFrame.Typing.class, frame -> frame.from().equals(wren.id()));
            }
            assertEquals(3, online(moss, room));
            assertEquals(2, online(fern, room));
            assertEquals(List.of(), blocked.heard(ServerFrame.Typing.class));
            assertEquals(List.of(), blocked.heard(ServerFrame.Profile.class));
            assertTrue(blocked.heard(ServerFrame.Online.class).stream().allMatch(frame -> frame.total() <= 2));
            assertTrue(blocked.heard(ServerFrame.Presence.class).stream()
                    .flatMap(frame -> frame.users().stream())
                    .noneMatch(one -> one.online()));
        }
    }

    private static int online(Person person, String room) {
        return person.rest()
                .get("/api/conversations/" + room + "/online")
                .requireStatus(200)
                .body()
                .path("total")
                .asInt();
    }
}
