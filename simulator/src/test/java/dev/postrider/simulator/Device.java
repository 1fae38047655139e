package dev.postrider.simulator;

import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.CloseCode;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.RejectCode;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.contracts.rule.MessageIds;
import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.contracts.topic.LogVector;
import dev.postrider.contracts.topic.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A client by the published rules: the cursor moves in answers of sync only, live frames wait while it catches up, what has
 * no answer is said again with the same id and {@code again}, {@code welcome} is taken at any time.
 */
final class Device {
    private static final long ANSWER_WITHIN = 2_000;
    private static final long SYNC_AGAIN = 200;

    private final Timeline time;
    private final History history;
    private final FramesRead frames;
    private final Auth auth;
    private final String name;
    private final String user;
    private final @Nullable Rule without;
    private final SignIn signIn;
    private final View view;
    private final YardView yard = new YardView();
    private final Map<String, ClientFrame.Numbered> pending = new LinkedHashMap<>();
    private final List<ClientFrame.Numbered> answered = new ArrayList<>();
    private final Map<String, Integer> attempts = new HashMap<>();
    private final List<Event> buffered = new ArrayList<>();
    private LogVector cursor = LogVector.start(0);
    private @Nullable Line line;
    private boolean greeted;
    private boolean live;
    private int syncs;
    private boolean overheard;
    private long readsAgainAt;
    private boolean steady;
    private int said;

    Device(
            Timeline time,
            History history,
            Auth auth,
            FramesRead frames,
            String name,
            String user,
            @Nullable Rule without) {
        this.time = time;
        this.auth = auth;
        this.history = history;
        this.frames = frames;
        this.name = name;
        this.user = user;
        this.without = without;
        this.signIn = new SignIn(auth, name, user);
        this.view = new View(without);
    }

    String user() {
        return user;
    }

    String name() {
        return name;
    }

    View view() {
        return view;
    }

    YardView yard() {
        return yard;
    }

    @Nullable
    Line line() {
        return line;
    }

    /** Greeted, and nothing to catch up with. */
    boolean live() {
        return live && syncs == 0;
    }

    Set<String> pending() {
        return pending.keySet();
    }

    /** Heard something of a conversation that it is no member of. */
    boolean overheard() {
        return overheard;
    }

    void connect(Node node) {
        time.note(() -> name + " connects to " + node.name());
        line = new Line(time, this, node, name + "-" + ++said);
        live = false;
        greeted = false;
        buffered.clear();
        renew(line);
    }

    SignIn signIn() {
        return signIn;
    }

    /** It is never cut off and never reconnects, so it gets the outbox of a real node. */
    void stay() {
        steady = true;
    }

    boolean steady() {
        return steady;
    }

    /** Reads nothing for a while. */
    void standStill(long millis) {
        time.note(() -> name + " reads nothing for " + millis);
        readsAgainAt = time.now() + millis;
    }

    long readsAgainAt() {
        return readsAgainAt;
    }

    private void renew(Line one) {
        time.after(auth.away() ? 500 : time.between(1_500, 2_500), () -> {
            if (line == one && time.now() < Play.END) {
                if (!auth.away()) {
                    one.renew(auth.tokenEnds());
                }
                renew(one);
            }
        });
    }

    void disconnect() {
        Line former = line;
        if (former != null) {
            time.note(() -> name + " is cut off");
            former.leave();
        }
        line = null;
        live = false;
    }

    /** Its socket was closed, or its node died. */
    void lost(Line broken, int code) {
        if (line == broken) {
            time.note(() -> name + " lost its socket: " + code);
            line = null;
            live = false;
            if (code == CloseCode.SESSION_ENDED.code()) {
                signIn.over();
            }
        }
    }

    void send(String conversation, String body) {
        say(new ClientFrame.Send(newId(), conversation, body, null, null, null, null, null));
    }

    void edit(long position, String body) {
        say(new ClientFrame.Edit(newId(), People.TALK, position, body, null, null));
    }

    void delete(long position) {
        say(new ClientFrame.Delete(newId(), People.TALK, position, null));
    }

    void react(long position, String emoji, boolean on) {
        say(new ClientFrame.React(newId(), People.TALK, position, emoji, on, null));
    }

    /** Says once more what was accepted long ago, as if it had forgotten: the answer must be the first. */
    void sayOldAgain() {
        if (!answered.isEmpty()) {
            say(time.oneOf(answered));
        }
    }

    void read(long position) {
        Line now = line;
        if (now != null && greeted) {
            now.say(new ClientFrame.Read(People.TALK, position, null));
        }
    }

    private String newId() {
        return MessageIds.next(1_700_000_000_000L + time.now(), time.random());
    }

    private void say(ClientFrame.Numbered frame) {
        pending.put(frame.id(), frame);
        say(frame.id());
    }

    private void say(String id) {
        ClientFrame.Numbered frame = pending.get(id);
        Line now = line;
        if (frame != null && now != null && greeted) {
            int attempt = attempts.merge(id, 1, Integer::sum);
            ClientFrame.Numbered said = attempt == 1 ? frame : Frames.again(frame);
            time.note(() -> name + " says " + Frames.words(said));
            now.say(said);
            time.after(ANSWER_WITHIN, () -> {
                if (line == now && Objects.equals(attempts.get(id), attempt)) {
                    say(id);
                }
            });
        }
    }

    void hear(Line from, String text) {
        if (from != line) {
            return;
        }
        switch (frames.of(text)) {
            case ServerFrame.Welcome welcome -> welcomed(from, welcome.through());
            case ServerFrame.Checkpoint checkpoint -> sync(from, checkpoint.through());
            case ServerFrame.Accepted accepted -> accepted(accepted);
            case ServerFrame.Rejected refused -> refused(refused);
            case Event event -> live(event);
            default -> {}
        }
    }

    /** For good, or to be tried again with the same id. */
    private void refused(ServerFrame.Rejected answer) {
        String id = answer.id();
        if (id == null || !pending.containsKey(id)) {
            return;
        }
        if (answer.code() == RejectCode.RATE || answer.code() == RejectCode.UNAVAILABLE) {
            time.after(time.between(200, 600), () -> say(id));
            return;
        }
        time.note(() -> name + " hears that " + Frames.brief(id) + " is rejected");
        pending.remove(id);
    }

    private void welcomed(Line from, String through) {
        time.note(() -> name + " is welcome");
        live = false;
        greeted = true;
        sync(from, through);
        List.copyOf(pending.keySet()).forEach(this::say);
    }

    private void sync(Line from, String through) {
        syncs++;
        LogVector wanted = LogVector.parse(through).orElseThrow();
        history.sync(user, cursor, wanted, synced -> {
            syncs--;
            if (line != from) {
                return;
            }
            if (synced == null) {
                syncs++;
                time.after(SYNC_AGAIN, () -> {
                    syncs--;
                    if (line == from) {
                        sync(from, through);
                    }
                });
                return;
            }
            synced.events().forEach(event -> take(event, true));
            if (synced.next().covers(cursor)) {
                cursor = synced.next();
            }
            if (!live) {
                live = true;
                buffered.forEach(event -> take(event, false));
                buffered.clear();
            }
        });
    }

    private void take(Event event, boolean given) {
        if (!event.conversation().equals(Yard.ROOM)) {
            view.take(event);
        } else if (given) {
            yard.sync(event);
        } else {
            yard.hear(event);
        }
    }

    private void live(Event event) {
        overheard |= event.conversation().equals(People.TALK) && !People.MEMBERS.contains(user);
        if (live) {
            take(event, false);
        } else {
            buffered.add(event);
        }
        if (without == Rule.CURSOR_BY_SYNC_ONLY) {
            long[] next = cursor.toArray();
            int partition = LogPartitions.of(event.conversation());
            next[partition] = Math.max(next[partition], Position.offset(event.position()) + 1);
            cursor = LogVector.of(0, next);
        }
    }

    private void accepted(ServerFrame.Accepted answer) {
        ClientFrame.Numbered frame = pending.remove(answer.id());
        if (frame != null) {
            answered.add(frame);
            time.note(() -> name + " hears that " + Frames.brief(answer.id()) + " stands at " + answer.position());
            Event own = Frames.event(user, frame).stamped(answer.position(), Instant.EPOCH);
            if (live) {
                take(own, false);
            } else {
                buffered.add(own);
            }
        }
    }
}
