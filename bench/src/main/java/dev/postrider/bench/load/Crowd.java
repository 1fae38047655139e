package dev.postrider.bench.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sockets of one scenario, spread over a few event loops. One caller at a time. */
public final class Crowd implements AutoCloseable {
    private static final int LANES = 2;
    private static final long OPEN_SECONDS_MAX = 240;
    private static final long LANDING_MILLIS_MAX = 15_000;
    private static final long LOOK_MILLIS = 5;
    /** So that lanes that begin at the same time have their timers by then. */
    private static final long LEAD_NANOS = 20_000_000;

    private final Vertx vertx;
    private final SplittableRandom random;
    private final Tally tally = new Tally();
    private final List<Lane> lanes = new ArrayList<>();
    private int sockets;
    private int round;
    private int bodyChars;
    private @Nullable Flight current;

    private Crowd(Vertx vertx, SplittableRandom random) {
        this.vertx = vertx;
        this.random = random;
    }

    /** @param seed of bodies, writers and times */
    public static Crowd of(Vertx vertx, Doors doors, long seed) {
        return of(vertx, doors, seed, Postrider::new);
    }

    /** Of another server. */
    public static Crowd of(Vertx vertx, Doors doors, long seed, Function<Seat, Dialect> dialects) {
        Crowd crowd = new Crowd(vertx, new SplittableRandom(seed));
        for (int i = 0; i < LANES; i++) {
            Lane lane = new Lane(doors, crowd.tally, dialects);
            await(vertx.deployVerticle(lane), OPEN_SECONDS_MAX);
            crowd.lanes.add(lane);
        }
        return crowd;
    }

    /** Devices catch up after every welcome and come back after every cut. Before {@link #gather}. */
    public void keepUp() {
        lanes.forEach(lane -> lane.keepUp(random.split()));
    }

    /** From now on every body has so many characters. */
    public void writesAtLength(int chars) {
        bodyChars = chars;
    }

    /** Every socket is gone at once; {@link #awaitServed} tells when all are back. */
    public void cut() {
        tally.takeServed();
        lanes.forEach(Lane::cut);
    }

    /** All leave and stay away; returns when every socket has ended. */
    public void rest() {
        long before = tally.ends();
        lanes.forEach(Lane::rest);
        if (!within(OPEN_SECONDS_MAX * 1_000, () -> tally.ends() >= before + sockets)) {
            throw new IllegalStateException("sockets do not end");
        }
        tally.takeServed();
    }

    /** All who rest come back at once; {@link #awaitServed} tells when. */
    public void comeBack() {
        lanes.forEach(Lane::comeBack);
    }

    /**
     * Waits until so many have caught up, and nobody is away.
     *
     * @return how long each was away, in milliseconds, or fewer where they did not come in time
     */
    public List<Double> awaitServed(int count, long millisMax) {
        within(millisMax, () -> tally.servedCount() >= count && tally.caughtUp() >= sockets);
        return tally.takeServed().stream().map(nanos -> nanos / 1e6).toList();
    }

    /** Opens a socket for each; returns when all stand and are welcomed. */
    public void gather(List<Seat> seats) {
        List<Future<Void>> opened = new ArrayList<>();
        for (int i = 0; i < lanes.size(); i++) {
            List<Seat> share = new ArrayList<>();
            for (int at = i; at < seats.size(); at += lanes.size()) {
                share.add(seats.get(at));
            }
            opened.add(lanes.get(i).open(share));
        }
        await(Future.all(opened), OPEN_SECONDS_MAX);
        sockets += seats.size();
        if (!within(OPEN_SECONDS_MAX * 1_000, () -> tally.welcomes() >= sockets)) {
            throw new IllegalStateException(tally.welcomes() + " of " + sockets + " sockets were welcomed");
        }
    }

    public Tally tally() {
        return tally;
    }

    public int size() {
        return sockets;
    }

    /**
     * Messages at a rate for a while, then until all have landed or some seconds are over.
     *
     * @param marks whether recipients mark every message delivered and read
     */
    public Flight fly(double perSecond, double seconds, boolean marks) {
        Flight flight = begin(perSecond, seconds, marks);
        within((long) (seconds * 1e3 + LEAD_NANOS / 1e6) + 1, () -> false);
        land(flight, LANDING_MILLIS_MAX);
        return flight;
    }

    /** The same without waiting for anything. */
    public Flight begin(double perSecond, double seconds, boolean marks) {
        Flight flight = new Flight((int) (perSecond * seconds * 1.2) + 1_000);
        int number = ++round % MessageTag.ROUNDS;
        long from = System.nanoTime() + LEAD_NANOS;
        long until = from + (long) (seconds * 1e9);
        for (Lane lane : lanes) {
            lane.fly(
                    flight,
                    number,
                    marks,
                    new Sending(random.split(), bodyChars, perSecond / lanes.size(), from, until));
        }
        current = flight;
        return flight;
    }

    /** Waits until so many are answered; whether they were in time. */
    public boolean awaitAccepted(Flight flight, long count, long millisMax) {
        return within(millisMax, () -> flight.accepted() >= count);
    }

    /** Waits until nothing is under way any more; whether that came in time. */
    public boolean land(Flight flight, long millisMax) {
        return within(millisMax, flight::landed);
    }

    /** Waits until everything that was accepted is seen; whether that came in time. */
    public boolean awaitSeen(Flight flight, long millisMax) {
        return within(millisMax, () -> flight.lost() == 0);
    }

    /** Waits until no socket stands; whether that came in time. */
    public boolean awaitEnded(long millisMax) {
        return within(millisMax, () -> tally.ends() >= sockets);
    }

    /** What the other crowd wrote last counts as seen where it comes to this one's sockets. Before {@link #gather}. */
    public void watch(Crowd writers) {
        Flight flight = writers.current;
        if (flight == null) {
            throw new IllegalStateException("nothing was written yet");
        }
        current = flight;
        round = writers.round;
        lanes.forEach(lane -> lane.fly(flight, round % MessageTag.ROUNDS, false, null));
    }

    /** The same for an id that was found in a place where recipients can read it: a database. */
    public void found(String id) {
        Flight flight = current;
        if (flight != null && MessageTag.fits(id, 0) && MessageTag.round(id, 0) == round % MessageTag.ROUNDS) {
            flight.seen(MessageTag.number(id, 0), System.nanoTime());
        }
    }

    @Override
    public void close() {
        for (Lane lane : lanes) {
            lane.leave();
            await(vertx.undeploy(lane.deploymentID()), OPEN_SECONDS_MAX);
        }
    }

    interface Claim {
        boolean holds();
    }

    /** Whether it came to hold in time. */
    private static boolean within(long millis, Claim claim) {
        long end = System.nanoTime() + millis * 1_000_000;
        while (!claim.holds()) {
            if (System.nanoTime() >= end) {
                return claim.holds();
            }
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
        return true;
    }

    private static void await(Future<?> future, long seconds) {
        try {
            future.toCompletionStage().toCompletableFuture().get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("the driver's sockets", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
