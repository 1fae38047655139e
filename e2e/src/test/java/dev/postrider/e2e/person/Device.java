package dev.postrider.e2e.person;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.FrameCodec;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.contracts.rule.MessageIds;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * One connected client. It records every frame in the order of arrival and catches up after each {@code welcome}; what
 * it was shown is the union of both, without copies, by position.
 */
public final class Device implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Person owner;
    private final URI gateway;
    private final Screen screen = new Screen();
    private Wire wire;

    private Device(Person owner, URI gateway, URI door) {
        this.owner = owner;
        this.gateway = gateway;
        this.wire = Wire.connect(door, owner.accessToken());
    }

    static Device open(Person owner, URI gateway, URI door) {
        Device device = new Device(owner, gateway, door);
        device.catchesUp();
        return device;
    }

    /** Drops the socket without a word and connects at {@code door}; keeps screen and cursor. */
    public void reconnectsAt(URI door) {
        wire.cut();
        wire = Wire.connect(door, owner.accessToken());
        catchesUp();
    }

    public void reconnects() {
        reconnectsAt(gateway);
    }

    /** Waits for {@code welcome} and syncs up to its {@code through}. */
    public void catchesUp() {
        ServerFrame.Welcome welcome = hears(ServerFrame.Welcome.class, frame -> true);
        syncsUpTo(welcome.through());
    }

    public void syncsUpTo(String through) {
        Awaitility.await().atMost(PATIENCE).until(() -> !syncOnce(through));
        wire.events().forEach(screen::shows);
    }

    private boolean syncOnce(String through) {
        String cursor = screen.cursor().map(c -> "cursor=" + Rest.encoded(c) + "&").orElse("");
        Rest.Answer answer = rest().get("/api/sync?" + cursor + "through=" + Rest.encoded(through));
        assertEquals(200, answer.status(), () -> answer.body().toString());
        screen.synced(answer.body(), conversation -> page(conversation));
        return answer.body().path("behind").asBoolean();
    }

    private JsonNode page(String conversation) {
        Rest.Answer page = rest().get("/api/conversations/" + Rest.encoded(conversation) + "/messages?limit=200");
        assertEquals(200, page.status(), () -> page.body().toString());
        return page.body();
    }

    /** A message; returns its id at once. */
    public String sends(Person other, String body) {
        String id = newId();
        says(new ClientFrame.Send(id, owner.with(other), body, null, null, null, null, null));
        return id;
    }

    /** The same frame again, as a client without an answer sends it. */
    public void resends(String id, Person other, String body) {
        says(new ClientFrame.Send(id, owner.with(other), body, null, null, null, null, true));
    }

    public void says(ClientFrame frame) {
        wire.send(FrameCodec.write(frame));
    }

    public void saysRaw(String text) {
        wire.send(text);
    }

    public ServerFrame.Accepted isAccepted(String id) {
        return hears(ServerFrame.Accepted.class, frame -> frame.id().equals(id));
    }

    public ServerFrame.Rejected isRejected(@Nullable String id) {
        return hears(ServerFrame.Rejected.class, frame -> java.util.Objects.equals(frame.id(), id));
    }

    /** The message, live or by catch-up. */
    public Event.Message sees(String id) {
        Awaitility.await("message " + id).atMost(PATIENCE).until(() -> {
            wire.events().forEach(screen::shows);
            return screen.message(id).isPresent();
        });
        return screen.message(id).orElseThrow();
    }

    /** The first frame of a kind that is as wanted, whether it came already or comes in time. */
    public <T extends ServerFrame> T hears(Class<T> kind, Predicate<T> wanted) {
        return wire.await(kind, wanted, PATIENCE);
    }

    /** Every message id shown, by position. */
    public List<String> messagesOf(String conversation) {
        wire.events().forEach(screen::shows);
        return screen.messagesOf(conversation);
    }

    /** All frames of a kind that came on the present socket. */
    public <T extends ServerFrame> List<T> heard(Class<T> kind) {
        return wire.all(kind);
    }

    public int closeCode() {
        return wire.awaitClose(PATIENCE);
    }

    public boolean connected() {
        return wire.open();
    }

    public Rest rest() {
        return new Rest(gateway, owner.accessToken());
    }

    public static String newId() {
        return MessageIds.next(System.currentTimeMillis(), RANDOM);
    }

    @Override
    public void close() {
        wire.cut();
    }
}
