package dev.postrider.bench.load;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Devices of one event loop: opened, read and written there and nowhere else. The rest of the driver talks to it by
 * {@link #on}.
 */
final class Lane extends AbstractVerticle {
    private static final int OPENING_MAX = 64;
    private static final long AGAIN_MILLIS = 500;
    private static final int CONNECT_MILLIS = 30_000;
    private static final int FRAME_BYTES_MAX = 1 << 20;
    /** As a client pings that hears nothing: the suite's default. Every second's share of the devices in its turn. */
    private static final int HEARTBEAT_SECONDS = 25;

    private static final long SECOND_MILLIS = 1_000;

    private final Doors doors;
    private final Tally tally;
    private final Function<Seat, Dialect> dialects;
    private final List<Device> devices = new ArrayList<>();
    private final List<WebSocketClient> clients = new ArrayList<>();
    private int turn;
    private int pinged;
    private @Nullable Sending sending;
    private @Nullable Returner returner;
    private boolean resting;
    private volatile @Nullable Flight flight;
    private volatile int round;
    private volatile boolean marks;

    Lane(Doors doors, Tally tally, Function<Seat, Dialect> dialects) {
        this.doors = doors;
        this.tally = tally;
        this.dialects = dialects;
    }

    @Override
    public void start() {
        for (String source : doors.sources()) {
            clients.add(vertx.createWebSocketClient(new WebSocketClientOptions()
                    .setLocalAddress(source)
                    .setMaxConnections(Integer.MAX_VALUE)
                    .setConnectTimeout(CONNECT_MILLIS)
                    .setTcpNoDelay(true)
                    .setMaxFrameSize(FRAME_BYTES_MAX)
                    .setMaxMessageSize(FRAME_BYTES_MAX)));
        }
        vertx.setPeriodic(SECOND_MILLIS, due -> ping());
    }

    private void ping() {
        pinged = (pinged + 1) % HEARTBEAT_SECONDS;
        for (int at = pinged; at < devices.size(); at += HEARTBEAT_SECONDS) {
            devices.get(at).ping();
        }
    }

    void on(Runnable task) {
        context.runOnContext(ignored -> task.run());
    }

    /** Opens them, a few at a time; done when every socket stands. */
    Future<Void> open(List<Seat> seats) {
        Promise<Void> all = Promise.promise();
        on(() -> {
            List<Device> fresh = seats.stream()
                    .map(seat -> new Device(seat, this, dialects.apply(seat)))
                    .toList();
            devices.addAll(fresh);
            new Opening(fresh, all).next();
        });
        return all.future();
    }

    private final class Opening {
        private final List<Device> waiting;
        private final Promise<Void> all;
        private int begun;
        private int open;

        Opening(List<Device> waiting, Promise<Void> all) {
            this.waiting = waiting;
            this.all = all;
            if (waiting.isEmpty()) {
                all.tryComplete();
            }
        }

        void next() {
            while (begun < waiting.size() && begun - open < OPENING_MAX) {
                open(waiting.get(begun++));
            }
        }

        /** A node that has just begun may refuse for a moment; whoever waits for all of them gives up in the end. */
        private void open(Device device) {
            connect(device)
                    .onSuccess(done -> {
                        open++;
                        if (open == waiting.size()) {
                            all.tryComplete();
                        }
                        next();
                    })
                    .onFailure(refused -> vertx.setTimer(AGAIN_MILLIS, due -> open(device)));
        }
    }

    private Future<Void> connect(Device device) {
        WebSocketConnectOptions to =
                device.dialect().upgrade().setHost(doors.host()).setPort(doors.port());
        return clients.get(turn++ % clients.size()).connect(to).map(socket -> {
            device.opened(socket);
            return null;
        });
    }

    /** From now on messages of this round are sent at their times, and counted wherever they appear. */
    void fly(Flight next, int number, boolean withMarks, @Nullable Sending schedule) {
        flight = next;
        round = number;
        marks = withMarks;
        on(() -> {
            if (sending != null) {
                sending.stop();
            }
            sending = schedule;
            if (schedule != null) {
                schedule.begin(vertx, devices, next, number);
            }
        });
    }

    /** The running round's, for ids of that round. */
    Optional<Flight> flightOf(int number) {
        Flight now = flight;
        return now != null && number == round ? Optional.of(now) : Optional.empty();
    }

    boolean marks() {
        return marks;
    }

    /** From now on devices catch up after every welcome, and come back after every cut. Before {@link #open}. */
    void keepUp(SplittableRandom random) {
        on(() -> returner = new Returner(vertx, doors, random, tally, this::connect));
    }

    /** All sockets are gone at once, without a word. */
    void cut() {
        on(() -> devices.forEach(Device::vanish));
    }

    /** All leave in order and stay away until {@link #comeBack}. */
    void rest() {
        on(() -> {
            resting = true;
            devices.forEach(Device::leave);
        });
    }

    void comeBack() {
        on(() -> {
            resting = false;
            if (returner != null) {
                devices.forEach(returner::lost);
            }
        });
    }

    void leave() {
        on(() -> {
            returner = null;
            devices.forEach(Device::leave);
            devices.clear();
        });
    }

    void welcomed(Device device, String through) {
        tally.welcomed();
        if (returner != null) {
            returner.welcomed(device, through);
        }
    }

    void ended(Device device, @Nullable Short code) {
        tally.ended(code == null ? "no code" : code.toString());
        if (returner != null && !resting) {
            returner.lost(device);
        }
    }

    void refused() {
        tally.refused();
    }
}
