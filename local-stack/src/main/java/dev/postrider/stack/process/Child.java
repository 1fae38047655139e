package dev.postrider.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One process we started or found again. Thread-safe; all methods may be called in any state. */
public final class Child {
    private final String part;
    private final ProcessHandle handle;
    private final @Nullable Process process;

    private Child(String part, ProcessHandle handle, @Nullable Process process) {
        this.part = part;
        this.handle = handle;
        this.process = process;
    }

    /** @throws IOException where the program cannot be started */
    public static Child start(Launch launch) throws IOException {
        Files.createDirectories(launch.log().toAbsolutePath().getParent());
        ProcessBuilder builder = new ProcessBuilder(OwnSession.command(launch.command()))
                .redirectInput(ProcessBuilder.Redirect.from(NullDevice.FILE))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
        builder.environment().putAll(launch.environment());
        Process process = builder.start();
        return new Child(launch.part(), process.toHandle(), process);
    }

    /** A process that somebody else started. */
    public static Child of(String part, ProcessHandle handle) {
        return new Child(part, handle, null);
    }

    public String part() {
        return part;
    }

    public long pid() {
        return handle.pid();
    }

    public boolean alive() {
        return handle.isAlive();
    }

    public ProcessHandle handle() {
        return handle;
    }

    /** How it ended, 128 + signal where it was killed; empty while it lives, and for what others started. */
    public OptionalInt exitCode() {
        return process == null || process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    /** Completes when the process has ended, for whatever reason. */
    public CompletableFuture<ProcessHandle> onExit() {
        return handle.onExit();
    }

    /** Asks it to end, kills it when it has not within {@code grace}; returns when it is gone. */
    public void stop(Duration grace) {
        handle.destroy();
        resume();
        if (!endedWithin(grace)) {
            kill();
        }
    }

    /** As {@code kill -9}; returns when it is gone. */
    public void kill() {
        handle.destroyForcibly();
        if (!endedWithin(Duration.ofSeconds(20))) {
            throw new IllegalStateException(part + " (pid " + pid() + ") cannot be killed");
        }
    }

    /** Freezes it: it holds its ports and answers nothing. */
    public void pause() {
        Signal.STOP.send(pid());
    }

    /** Ends {@link #pause}; harmless otherwise. */
    public void resume() {
        if (alive()) {
            Signal.CONT.send(pid());
        }
    }

    private boolean endedWithin(Duration limit) {
        try {
            handle.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return !handle.isAlive();
        }
    }
}
