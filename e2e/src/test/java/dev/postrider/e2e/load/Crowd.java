package dev.postrider.e2e.load;

import dev.postrider.contracts.topic.LogVector;
import dev.postrider.e2e.check.ClientLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The clients of one run and what they say; everything by chance comes from one seed. */
public final class Crowd implements AutoCloseable {
    private static final long TICK_MILLIS = 10;
    private static final int TICKS = 1_000 / (int) TICK_MILLIS;
    private static final int MARK_EVERY = 20;
    /** Sockets of each person who only listens. */
    public static final int LISTENER_DEVICES = 20;

    private static final String[] WORDS = {"post", "rider", "snow", "pass", "näher", "🐎", "邮差", "over\nhills"};

    private final Population population;
    private final Plan plan;
    private final LogVector start;
    private final SplittableRandom random;
    private final List<Client> clients = new ArrayList<>();
    /** Whose the clients are that talk: the first so many of all. */
    private final List<Integer> people = new ArrayList<>();

    private volatile int perSecond;
    private volatile boolean staying;
    private volatile boolean over;

    /**
     * How the run is to be.
     *
     * @param devices of each person, as tabs of one session
     * @param doors where clients connect, in turn
     */
    public record Plan(int devices, int perSecond, long seed, List<URI> doors) {
        public Plan {
            doors = List.copyOf(doors);
        }
    }

    private Crowd(Population population, Plan plan, LogVector start) {
        this.population = population;
        this.plan = plan;
        this.start = start;
        this.random = new SplittableRandom(plan.seed());
        for (int person = 0; person < population.people().size(); person++) {
            int device = 0;
            for (Account session : population.sessionsOf(person)) {
                for (int tab = 1; tab <= plan.devices(); tab++) {
                    clients.add(client(session, ++device));
                    people.add(person);
                }
            }
        }
        for (Account listener : population.listeners()) {
            for (int device = 1; device <= LISTENER_DEVICES; device++) {
                clients.add(client(listener, device));
            }
        }
    }

    private Client client(Account account, int device) {
        return new Client(account, "device " + device, plan.doors(), random.split(), new CatchUp.Since(start));
    }

    /** Everybody connects; {@link #talk} begins the sending. {@code start} is the log's end now. */
    public static Crowd gather(Population population, Plan plan, LogVector start) {
        Crowd crowd = new Crowd(population, plan, start);
        crowd.clients.forEach(Client::start);
        Thread.ofPlatform().name("load").daemon().start(crowd::pace);
        return crowd;
    }

    public void talk() {
        perSecond = plan.perSecond();
    }

    /** Slower than planned: services that have just begun to run take their time. */
    public void talk(int messagesPerSecond) {
        perSecond = messagesPerSecond;
    }

    public void hush() {
        perSecond = 0;
    }

    public int size() {
        return clients.size();
    }

    /** Everybody who has not gone for good. */
    public boolean allServed() {
        return clients.stream().allMatch(one -> one.stay().gone() || one.served());
    }

    /**
     * From now on who loses the socket never comes back, and who keeps it is left alone: no last catch-up, a client
     * shows in the end what came live and what servers asked it to sync for.
     */
    public void neverReturn() {
        staying = true;
        clients.forEach(one -> one.tell(new Mail.NeverReturn()));
    }

    /** Went away for good. */
    public long gone() {
        return clients.stream().filter(one -> one.stay().gone()).count();
    }

    /** Everybody who stayed has synced because a checkpoint asked. */
    public boolean allChecked() {
        return clients.stream().allMatch(one -> one.stay().gone() || one.stay().checked());
    }

    /** Accepted so far. */
    public long accepted() {
        return clients.stream().mapToLong(one -> one.outbox().accepted()).sum();
    }

    /** Sockets that ended so far, whoever ended them. */
    public long cuts() {
        return clients.stream().mapToLong(Client::cuts).sum();
    }

    /** Welcomes so far on sockets that had been welcomed before. */
    public long greetedAgain() {
        return clients.stream().mapToLong(Client::greetedAgain).sum();
    }

    public int unanswered() {
        return clients.stream().mapToInt(one -> one.outbox().open()).sum();
    }

    /** Every client is served, and none has waited longer than that for an answer. */
    public boolean flows(long waitedMillisMax) {
        long since = Clock.millis() - waitedMillisMax;
        return clients.stream()
                .allMatch(
                        one -> one.stay().gone() || one.served() && one.outbox().waitingSince() >= since);
    }

    /** For people: how it stands. */
    public String state() {
        long now = Clock.millis();
        long waited = clients.stream()
                .mapToLong(one -> one.outbox().waitingSince())
                .filter(since -> since != Long.MAX_VALUE)
                .map(since -> now - since)
                .max()
                .orElse(0);
        return "%d of %d served, %d accepted, %d of %d clients unanswered for up to %d ms, %d cuts"
                .formatted(
                        clients.stream().filter(Client::served).count(),
                        clients.size(),
                        accepted(),
                        unanswered(),
                        clients.stream().filter(one -> one.outbox().open() > 0).count(),
                        waited,
                        cuts());
    }

    /** Drops that many sockets at once, chosen by the seed; they come back after up to {@code awayMillisMax}. */
    public void drop(int count, long awayMillisMax) {
        List<Client> all = new ArrayList<>(clients);
        for (int i = 0; i < Math.min(count, clients.size()); i++) {
            Client one = all.remove(random.nextInt(all.size()));
            one.tell(new Mail.Leave(awayMillisMax == 0 ? 0 : random.nextLong(awayMillisMax)));
        }
    }

    /** Everybody sends the first so many accepted messages again, under the same ids. */
    public void repeat(int each) {
        clients.forEach(one -> one.tell(new Mail.Repeat(each)));
    }

    /** Answers to such repeats so far. */
    public long repeated() {
        return clients.stream().mapToLong(one -> one.outbox().repeated()).sum();
    }

    public Map<String, Set<String>> members() {
        return population.members();
    }

    Population population() {
        return population;
    }

    LogVector start() {
        return start;
    }

    /**
     * Everybody leaves, catches up to {@code through} once more, and hands over the log. After {@link #neverReturn} only
     * those ask who are gone, so that history has read so far when it is looked at.
     */
    public List<ClientLog> disperse(String through) {
        stop();
        try {
            for (Client one : clients) {
                if (!staying || one.stay().gone()) {
                    one.settle(through);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("the last catch-up failed", failed);
        }
        return clients.stream().map(Client::log).toList();
    }

    @Override
    public void close() {
        stop();
    }

    private void stop() {
        if (over) {
            return;
        }
        over = true;
        CountDownLatch stopped = new CountDownLatch(clients.size());
        clients.forEach(one -> one.tell(new Mail.Stop(stopped)));
        try {
            if (!stopped.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException(stopped.getCount() + " clients did not stop");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void pace() {
        long next = System.nanoTime();
        double owed = 0;
        while (!over) {
            next += TICK_MILLIS * 1_000_000;
            java.util.concurrent.locks.LockSupport.parkNanos(next - System.nanoTime());
            owed = perSecond > 0 ? owed + perSecond / (double) TICKS : 0;
            for (; owed >= 1; owed--) {
                sayOne();
            }
        }
    }

    private void sayOne() {
        int number = someoneWhoIsThere();
        List<String> conversations = population.conversationsOf(people.get(number));
        String conversation = conversations.get(random.nextInt(conversations.size()));
        clients.get(number).tell(new Mail.Say(conversation, body()));
        if (random.nextInt(MARK_EVERY) == 0) {
            clients.get(number).tell(new Mail.Read(conversation));
        }
    }

    private int someoneWhoIsThere() {
        int number = random.nextInt(people.size());
        for (int tries = 1; clients.get(number).stay().gone() && tries < people.size(); tries++) {
            number = (number + 1) % people.size();
        }
        return number;
    }

    private String body() {
        StringBuilder body = new StringBuilder();
        for (int words = 1 + random.nextInt(12); words > 0; words--) {
            body.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
        }
        return body.append(random.nextInt(1_000_000)).toString();
    }
}
