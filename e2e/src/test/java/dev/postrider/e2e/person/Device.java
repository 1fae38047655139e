package dev.postrider.e2e.person;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.RejectCode;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.testkit.client.Answer;
import dev.postrider.testkit.client.ChatClient;
import dev.postrider.testkit.client.ChatSocket;
import java.net.URI;
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
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PACE = Duration.ofMillis(50);

    private final Person owner;
    private final ChatClient client;
    private final URI gateway;
    private final Screen screen = new Screen();
    private ChatSocket socket;

    private Device(Person owner, ChatClient client, URI gateway, URI door) {
        this.owner = owner;
        this.client = client;
        this.gateway = gateway;
        this.socket = client.openAt(door);
    }

    static Device open(Person owner, ChatClient client, URI gateway, URI door) {
        Device device = new Device(owner, client, gateway, door);
        device.catchesUp();
        return device;
    }

    /** Drops the socket without a word and connects at {@code door}; keeps screen and cursor. */
    public void reconnectsAt(URI door) {
        socket.vanish();
        socket = client.openAt(door);
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
        heard(Event.class).forEach(screen::shows);
    }

    private boolean syncOnce(String through) {
        Answer answer = client.sync(screen.cursor().orElse(""), through).requireStatus(200);
        screen.synced(answer.body(), this::page);
        return answer.body().path("behind").asBoolean();
    }

    private JsonNode page(String conversation) {
        return client.messages(conversation, "limit=200").requireStatus(200).body();
    }

    /** A message; returns its id at once. */
    public String sends(Person other, String body) {
        String id = newId();
        says(new ClientFrame.Send(id, owner.with(other), body, null, null, null, null, null));
        return id;
    }

    /** A message, sent again under the same id whenever the server says that this was too fast; returns its id. */
    public String getsAccepted(Person other, String body) {
        String id = sends(other, body);
        int[] refusals = new int[1];
        Awaitility.await("accepted " + id)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(PACE)
                .until(() -> {
                    long refused = heard(ServerFrame.Rejected.class).stream()
                            .filter(answer -> id.equals(answer.id()) && answer.code() == RejectCode.RATE)
                            .count();
                    if (refused > refusals[0]) {
                        refusals[0]++;
                        says(new ClientFrame.Send(id, owner.with(other), body, null, null, null, null, null));
                    }
                    return heard(ServerFrame.Accepted.class).stream()
                            .anyMatch(answer -> answer.id().equals(id));
                });
        return id;
    }

    /** The same frame again, as a client without an answer sends it. */
    public void resends(String id, Person other, String body) {
        says(new ClientFrame.Send(id, owner.with(other), body, null, null, null, null, true));
    }

    public void says(ClientFrame frame) {
        socket.send(frame);
    }

    public void saysRaw(String text) {
        socket.sendText(text);
    }

    /** Takes no more bytes from the network. */
    public void stopsReading() {
        socket.stopReading();
    }

    public void readsAgain() {
        socket.resumeReading();
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
            heard(Event.class).forEach(screen::shows);
            return screen.message(id).isPresent();
        });
        return screen.message(id).orElseThrow();
    }

    /** The first frame of a kind that is as wanted, whether it came already or comes in time. */
    public <T extends ServerFrame> T hears(Class<T> kind, Predicate<T> wanted) {
        return socket.awaitFrame(kind, wanted, PATIENCE);
    }

    /** Every message id shown, by position. */
    public List<String> messagesOf(String conversation) {
        heard(Event.class).forEach(screen::shows);
        return screen.messagesOf(conversation);
    }

    /** All frames of a kind that came on the present socket. */
    public <T extends ServerFrame> List<T> heard(Class<T> kind) {
        return socket.frames().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public int closeCode() {
        return socket.awaitClose(PATIENCE).code();
    }

    public static String newId() {
        return ChatSocket.newId();
    }

    @Override
    public void close() {
        socket.vanish();
    }
}
