package dev.postrider.bench.load;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One lane's share of a round: at every arrival somebody writes, whether or not earlier messages are answered (open loop).
 * What the driver itself sends late counts as the suite's latency, since times count from the arrival.
 */
final class Sending {
    private static final long TICK_MILLIS = 1;

    private final Arrivals arrivals;
    private final Bodies bodies;
    private final SplittableRandom random;
    private final long until;
    private @Nullable Vertx vertx;
    private long timer = -1;

    /**
     * @param chars of every body; 0: as people write
     * @param until nanoseconds of {@link System#nanoTime}
     */
    Sending(SplittableRandom random, int chars, double perSecond, long from, long until) {
        this.arrivals = new Arrivals(random.split(), perSecond, from);
        this.bodies = new Bodies(random.split(), chars);
        this.random = random.split();
        this.until = until;
    }

    void begin(Vertx on, List<Device> devices, Flight flight, int round) {
        List<Device> writers = devices.stream()
                .filter(device -> !device.seat().conversations().isEmpty())
                .toList();
        if (writers.isEmpty()) {
            return;
        }
        vertx = on;
        timer = on.setPeriodic(TICK_MILLIS, tick -> due(writers, flight, round));
    }

    private void due(List<Device> writers, Flight flight, int round) {
        long now = System.nanoTime();
        long millis = System.currentTimeMillis();
        while (arrivals.peek() <= now) {
            if (arrivals.peek() >= until) {
                stop();
                return;
            }
            int number = flight.next(arrivals.take());
            if (number >= 0) {
                Device writer = writers.get(random.nextInt(writers.size()));
                writer.say(MessageTag.id(millis, round, number), bodies.next());
            }
        }
        if (now >= until) {
            stop();
        }
    }

    void stop() {
        if (vertx != null && timer >= 0) {
            vertx.cancelTimer(timer);
            timer = -1;
        }
    }
}
