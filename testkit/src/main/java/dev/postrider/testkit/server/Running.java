package dev.postrider.testkit.server;

import dev.postrider.stack.process.Child;
import dev.postrider.stack.process.Patience;
import dev.postrider.stack.process.ProcessRecords;
import dev.postrider.stack.server.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

/** Starts and breaks one server; shared by the three public classes. */
final class Running {
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final Server server;
    private final Path home;
    private final int otherPort;
    private final boolean shared;
    private long pid;

    private Running(Server server, Path home, int otherPort, boolean shared, long pid) {
        this.server = server;
        this.home = home;
        this.otherPort = otherPort;
        this.shared = shared;
        this.pid = pid;
    }

    /** Starts it, waits for its answer, and sees to its end with this JVM. */
    static Running start(Server server, Path home, int otherPort, boolean shared) {
        Running running = new Running(server, home, otherPort, shared, -1);
        Runtime.getRuntime().addShutdownHook(new Thread(running::end, "end-" + server.part()));
        running.launch();
        return running;
    }

    static Running attach(Server server, Shared facts) {
        return new Running(server, facts.home(), facts.otherPort(), true, facts.pid());
    }

    void pause() {
        child().pause();
    }

    void resume() {
        child().resume();
    }

    void kill() {
        child().kill();
    }

    /** After {@link #kill}: same port, same data. Returns when it answers. */
    void restart() {
        ProcessHandle.of(currentPid()).filter(ProcessHandle::isAlive).ifPresent(alive -> child().kill());
        launch();
    }

    /** Kills it and removes its folder. */
    void end() {
        ProcessHandle.of(currentPid())
                .ifPresent(handle -> Child.of(server.part(), handle).kill());
        TestHome.delete(home);
    }

    void awaitAnswer() {
        if (!Patience.await(START_LIMIT, () -> server.answers() || !alive()) || !alive()) {
            throw new IllegalStateException(server.part() + " does not answer; its log: " + log());
        }
    }

    private synchronized void launch() {
        try {
            Child child = Child.start(server.prepare(log()));
            pid = child.pid();
            ProcessRecords.in(home).write(child);
            if (shared) {
                new Shared(server.part(), server.port(), otherPort, pid, home).publish();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        awaitAnswer();
    }

    private Path log() {
        return home.resolve(server.part() + ".log");
    }

    private boolean alive() {
        return ProcessHandle.of(currentPid()).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Another class loader may have restarted what is shared. */
    private synchronized long currentPid() {
        return shared ? Shared.find(server.part()).map(Shared::pid).orElse(pid) : pid;
    }

    private Child child() {
        return ProcessHandle.of(currentPid())
                .map(handle -> Child.of(server.part(), handle))
                .orElseThrow(() -> new IllegalStateException(server.part() + " is not running; its log: " + log()));
    }
}
