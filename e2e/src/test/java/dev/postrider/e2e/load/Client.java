package dev.postrider.e2e.load;

import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.e2e.check.ClientLog;
import dev.postrider.e2e.check.Note;
import dev.postrider.e2e.check.Post;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One device of one person, on a thread of its own. It does what the protocol asks of a client: catches up after every
 * welcome and checkpoint, sends again what was not answered under the same id, comes back after every cut, and leaves a
 * socket that has gone silent; only its heartbeat is quicker than a real one's.
 *
 * <pre>
 *   away ──due──► connecting ──welcome──► catching up ──synced──► served
 *    ▲                │ refused               │ cut                  │ cut, silent, told to leave
 *    └────────────────┴───────────────────────┴──────────────────────┘
 * </pre>
 */
final class Client {
    private static final long PING_MILLIS = 2_000;
    private static final long SILENT_MILLIS = 6_000;
    private static final long IDLE_MILLIS = 1_000;
    private static final long BUSY_MILLIS = 100;

    private final Account account;
    private final String device;
    private final NextSocket next;
    private final LinkedBlockingQueue<Mail> mailbox = new LinkedBlockingQueue<>();
    private final List<Note> notes = new ArrayList<>();
    private final Map<String, Long> newest = new HashMap<>();
    private final CatchUp catchUp;
    private final Outbox outbox;
    private final Stay stay = new Stay();

    private @Nullable Wire wire;
    private int sockets;
    private long heardAt;
    private long pingAt;
    private volatile boolean served;
    private volatile long cuts;
    private volatile int greetedAgain;

    Client(Account account, String device, List<URI> doors, SplittableRandom random, CatchUp.Since since) {
        this.account = account;
        this.device = device;
        this.next = new NextSocket(doors, random);
        this.catchUp = new CatchUp(account, since, mailbox::add);
        this.outbox = new Outbox(notes, random);
    }

    Client start() {
        Thread.ofVirtual().name(device + " of " + account.id()).start(this::run);
        return this;
    }

    String user() {
        return account.id();
    }

    void tell(Mail mail) {
        mailbox.add(mail);
    }

    /** Connected, and has everything up to its welcome. */
    boolean served() {
        return served;
    }

    /** Whether it has gone for good, and what it was asked meanwhile. */
    Stay stay() {
        return stay;
    }

    /** Sockets that ended. */
    long cuts() {
        return cuts;
    }

    /** Welcomes on a socket that had one. */
    int greetedAgain() {
        return greetedAgain;
    }

    /** What it waits for and what it was answered. */
    Outbox outbox() {
        return outbox;
    }

    /** Only after {@link Mail.Stop}. */
    ClientLog log() {
        return new ClientLog(account.id(), device, stay.gone(), notes);
    }

    /** A last catch-up, up to {@code through}; blocks. Only after {@link Mail.Stop}. */
    void settle(String through) throws IOException {
        while (!catchUp.once(through)) {
            Thread.onSpinWait();
        }
        drainSynced();
    }

    private void run() {
        CountDownLatch stopped = null;
        while (stopped == null) {
            try {
                Mail mail = mailbox.poll(served && outbox.isEmpty() ? IDLE_MILLIS : BUSY_MILLIS, TimeUnit.MILLISECONDS);
                if (mail instanceof Mail.Stop stop) {
                    stopped = stop.stopped();
                } else if (mail != null) {
                    on(mail);
                }
                onTime(Clock.millis());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        cut(Clock.millis());
        catchUp.end();
        drainSynced();
        stopped.countDown();
    }

    private void on(Mail mail) {
        switch (mail) {
            case Mail.Frame frame -> onFrame(frame);
            case Mail.Closed closed -> onClosed(closed);
            case Mail.Say say -> onSay(say);
            case Mail.Repeat repeat -> outbox.repeat(repeat.count());
            case Mail.Leave leave -> onLeave(leave);
            case Mail.NeverReturn never -> onNeverReturn();
            case Mail.Synced synced -> onSynced(synced);
            case Mail.Read read -> onRead(read);
            case Mail.Stop stop -> throw new IllegalStateException("handled before");
        }
    }

    private void onFrame(Mail.Frame mail) {
        if (wire == null || wire.number() != mail.socket()) {
            return;
        }
        heardAt = Math.max(heardAt, mail.at());
        switch (mail.frame()) {
            case ServerFrame.Welcome welcome -> welcomed(welcome.through());
            case ServerFrame.Checkpoint checkpoint -> {
                stay.onAsked();
                catchUp.ask(wire.number(), checkpoint.through());
            }
            case ServerFrame.Accepted answer -> {
                outbox.onAccepted(mail.at(), answer);
                newest.merge(answer.conversation(), answer.position(), Math::max);
            }
            case ServerFrame.Rejected answer -> outbox.onRejected(mail.at(), answer);
            case ServerFrame.Draining draining -> onDraining(mail.at(), draining.reconnectAfterMillis());
            case Event.Message message -> {
                newest.merge(message.conversation(), message.position(), Math::max);
                notes.add(new Note.Heard(mail.at(), Posts.of(message), mail.socket()));
            }
            case ServerFrame.Session other -> {}
            case ServerFrame.Ephemeral other -> {}
            case Event other -> {}
        }
    }

    private void welcomed(String through) {
        if (wire == null) {
            return;
        }
        greetedAgain += served ? 1 : 0;
        catchUp.ask(wire.number(), through);
        outbox.attemptAll(wire);
    }

    private void onClosed(Mail.Closed closed) {
        if (wire != null && wire.number() == closed.socket()) {
            notes.add(new Note.Closed(closed.at(), closed.socket(), closed.code()));
            cut(closed.at());
            comeBack(next.afterClose(Clock.millis()));
        }
    }

    private void onDraining(long now, long withinMillis) {
        if (wire != null) {
            notes.add(new Note.AskedToLeave(now, wire.number(), withinMillis));
            next.onDraining(now + withinMillis);
        }
    }

    private void onSay(Mail.Say say) {
        if (stay.gone()) {
            return;
        }
        outbox.take(say);
        if (wire != null && served) {
            outbox.attemptDue(Clock.millis(), wire);
        }
    }

    private void onLeave(Mail.Leave leave) {
        long now = Clock.millis();
        cut(now);
        comeBack(now + leave.awayMillis());
    }

    private void onSynced(Mail.Synced synced) {
        drainSynced();
        stay.onSynced(synced.good());
        if (wire != null && wire.number() == synced.socket() && synced.good() && !served) {
            served = true;
            notes.add(new Note.CaughtUp(Clock.millis(), wire.number()));
        }
    }

    private void onRead(Mail.Read read) {
        Long position = newest.get(read.conversation());
        if (wire != null && served && position != null) {
            wire.say(new ClientFrame.Read(read.conversation(), position, null));
        }
    }

    private void onTime(long now) {
        if (wire == null) {
            if (!stay.gone() && next.due(now)) {
                connect(now);
            }
        } else if (now - heardAt > SILENT_MILLIS || next.leaves(now)) {
            cut(now);
            comeBack(now);
        } else {
            if (now >= pingAt) {
                pingAt = now + PING_MILLIS;
                wire.say(new ClientFrame.Ping("p"));
            }
            if (served) {
                outbox.attemptDue(now, wire);
            }
        }
        outbox.measure();
    }

    private void connect(long now) {
        try {
            wire = Wire.open(++sockets, next.door(), account.token(), mailbox::add);
            heardAt = Clock.millis();
            pingAt = heardAt + PING_MILLIS;
        } catch (CompletionException refused) {
            comeBack(next.afterRefusal(now));
        }
    }

    private void cut(long now) {
        if (wire != null) {
            notes.add(new Note.Cut(now, wire.number()));
            cuts = cuts + 1;
            wire.vanish();
            wire = null;
        }
        served = false;
    }

    private void comeBack(long at) {
        next.at(at);
        stay.onCut();
        if (stay.gone()) {
            outbox.abandon();
        }
    }

    private void onNeverReturn() {
        stay.neverReturn();
        if (wire == null) {
            comeBack(next.at());
        }
    }

    private void drainSynced() {
        long now = Clock.millis();
        for (Post post : catchUp.take()) {
            newest.merge(post.conversation(), post.position(), Math::max);
            notes.add(new Note.Synced(now, post));
        }
    }
}
