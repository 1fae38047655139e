package dev.postrider.e2e.rollout;

import dev.postrider.e2e.check.ClientLog;
import dev.postrider.e2e.check.Note;
import dev.postrider.e2e.fault.Scene;
import dev.postrider.e2e.load.Clock;
import dev.postrider.e2e.suite.Suite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One service from SIGTERM to the end of its process, as its readiness, its log, the launcher and the clients saw it. Times
 * are those of the clients' clock.
 *
 * @param notReadyAt when it said so itself
 * @param log what it wrote meanwhile
 * @param told what the launcher said of its end
 */
record Leaving(String service, long askedAt, long notReadyAt, long endedAt, List<String> log, List<String> told) {
    private static final List<String> STEPS = List.of(
            "Leaving: connections=",
            "Every socket is closed.",
            "What was handed over is in the log, this node has left.");
    private static final int RESTARTING = 1012;
    /** A slice is ten milliseconds where there is time enough. */
    private static final int SLICE_MILLIS = 5;

    /** Ends it as an operator or a cluster does; returns when its process is gone. Whoever started it starts it again. */
    static Leaving of(Scene scene, String service) {
        Suite suite = scene.suite();
        ProcessHandle process = ProcessHandle.of(suite.pid(service)).orElseThrow();
        LogTail log = LogTail.of(suite, service);
        LogTail launcher = LogTail.of(suite, "local-stack");
        Duration grace = Grace.of(service);
        try (Readiness readiness = new Readiness(suite.management(service))) {
            long asked = Clock.millis();
            process.destroy();
            scene.await(service + " has left within its grace", grace, () -> !process.isAlive());
            long ended = Clock.millis();
            scene.await(
                    "the launcher tells of the end of " + service,
                    grace,
                    () -> LogTail.line(launcher.lines(), service) >= 0);
            return new Leaving(service, asked, readiness.refusedAt(), ended, log.lines(), launcher.lines());
        }
    }

    private long tookMillis() {
        return endedAt - askedAt;
    }

    @Override
    public String toString() {
        return "%-16s left within %d ms".formatted(service, tookMillis());
    }

    private boolean isChatNode() {
        return service.startsWith("chat-service");
    }

    /** What was not in order, in words; nothing where all was. */
    List<String> wrong(List<ClientLog> clients) {
        List<String> wrong = new ArrayList<>();
        if (!endedByItself()) {
            wrong.add("it did not end by itself: " + told);
        }
        if (isChatNode()) {
            wrong.addAll(wrongSteps());
            wrong.addAll(wrongClosings(clients));
        }
        return wrong.stream().map(one -> service + ": " + one).toList();
    }

    /** A JVM that SIGTERM has asked to end says so in its exit code; one that drains first ends with nothing to tell. */
    private boolean endedByItself() {
        return told.stream()
                .anyMatch(line -> line.contains(service)
                        && (line.contains("ended by itself (exit code 0)") || line.contains("was killed (signal 15)")));
    }

    private List<String> wrongSteps() {
        List<Integer> at = STEPS.stream().map(step -> LogTail.line(log, step)).toList();
        boolean inOrder = !at.contains(-1) && at.equals(at.stream().sorted().toList());
        return inOrder ? List.of() : List.of("its log has not all steps in order: " + log);
    }

    private List<String> wrongClosings(List<ClientLog> clients) {
        List<Note.Closed> closed = clients.stream().flatMap(this::closings).toList();
        if (closed.isEmpty()) {
            return List.of("no socket was closed");
        }
        List<String> wrong = new ArrayList<>();
        long untold = clients.stream().mapToLong(this::untold).sum();
        if (untold > 0) {
            wrong.add(untold + " sockets ended without a word before");
        }
        String others = closed.stream()
                .filter(one -> one.code() != RESTARTING)
                .map(one -> "" + one.code())
                .distinct()
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            wrong.add("sockets were closed with " + others);
        }
        long first = closed.stream().mapToLong(Note.Closed::at).min().orElseThrow();
        long last = closed.stream().mapToLong(Note.Closed::at).max().orElseThrow();
        if (last - first < (closed.size() - 1L) * SLICE_MILLIS) {
            wrong.add("%d sockets were closed within %d ms, not in slices".formatted(closed.size(), last - first));
        }
        if (notReadyAt > last) {
            wrong.add("it was ready until its last socket was closed");
        }
        return wrong;
    }

    private Stream<Note.Closed> closings(ClientLog client) {
        return client.all(Note.Closed.class).filter(one -> within(one.at()));
    }

    /** Sockets that ended, whoever ended them, and had not been asked to leave. */
    private long untold(ClientLog client) {
        List<Integer> asked = client.all(Note.AskedToLeave.class)
                .map(Note.AskedToLeave::socket)
                .toList();
        return client.all(Note.Cut.class)
                .filter(cut -> within(cut.at()) && !asked.contains(cut.socket()))
                .count();
    }

    private boolean within(long at) {
        return askedAt <= at && at <= endedAt;
    }
}
