package dev.postrider.deployment.metrics;

import dev.postrider.deployment.compose.Caller;
import dev.postrider.deployment.compose.Running;
import dev.postrider.testkit.raw.RawSocket;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Thirteen people on one chat node, past the gateway and its limits for one address. They never read what they are sent. */
final class Crowd implements AutoCloseable {
    private static final int PEOPLE = 13;
    private static final int SOCKETS_EACH = 20;
    /** As long as a body may be: 8,000 code points of four bytes. */
    private static final String LONG_BODY = "\uD83D\uDCEF".repeat(8_000);

    private final Running compose;
    private final List<Caller> people;
    private List<RawSocket> sockets = List.of();
    private List<RawSocket> quiet = List.of();

    private Crowd(Running compose, List<Caller> people) {
        this.compose = compose;
        this.people = people;
    }

    /** Everybody opens a socket, whatever became of the one before: who says nothing for two heartbeats has none. */
    void comeBack() {
        close();
        sockets = all(people, one -> RawSocket.connect(port(1), one.token()));
    }

    static Crowd gather(Running compose) {
        URI auth = URI.create("http://127.0.0.1:" + compose.port("auth-service", "8081"));
        String suffix = Long.toString(System.nanoTime(), 36);
        List<String> names = Stream.iterate(0, number -> number + 1)
                .limit(PEOPLE)
                .map(number -> "crowd." + suffix + "." + number)
                .toList();
        return new Crowd(compose, all(names, name -> registered(auth, name)));
    }

    /** Everybody says so much to the next one, as fast as they may at once. */
    void send(int each) {
        for (int person = 0; person < PEOPLE; person++) {
            String conversation = people.get(person).with(people.get((person + 1) % PEOPLE));
            for (int n = 0; n < each; n++) {
                sockets.get(person).write(send(conversation, "As far as the bridge."));
            }
        }
    }

    /** Everybody has read every direct conversation of theirs once more. */
    void mark() {
        for (int person = 0; person < PEOPLE; person++) {
            for (Caller other : people) {
                String conversation = people.get(person).with(other);
                sockets.get(person)
                        .write(RawSocket.text(
                                "{\"type\":\"read\",\"conversation\":\"%s\",\"position\":0}".formatted(conversation)));
            }
        }
    }

    /** Four hundred sockets of ten of them, which take nothing of the long letters that the others write into their room. */
    void writeLettersThatNobodyTakes() throws IOException, InterruptedException {
        String room = room();
        List<Caller> readers = people.subList(3, PEOPLE);
        List<RawSocket> slow = new ArrayList<>();
        for (int node = 1; node <= 2; node++) {
            int port = port(node);
            // One of the twenty at the first node is the one of every day.
            int count = node == 1 ? SOCKETS_EACH - 1 : SOCKETS_EACH;
            all(
                            readers,
                            reader -> Stream.generate(() -> RawSocket.connect(port, reader.token()))
                                    .limit(count)
                                    .toList())
                    .forEach(slow::addAll);
        }
        for (int n = 0; n < SOCKETS_EACH; n++) {
            for (int writer = 0; writer < 3; writer++) {
                sockets.get(writer).write(send(room, LONG_BODY));
            }
        }
        quiet = slow;
    }

    private String room() throws IOException, InterruptedException {
        URI chat = URI.create("http://127.0.0.1:" + port(1));
        Caller owner = people.getFirst();
        String room = owner.post(chat.resolve("/api/rooms"), "{\"name\":\"Letters\",\"visibility\":\"private\"}")
                .at("/room/id")
                .asText();
        String others = people.stream()
                .skip(1)
                .map(one -> "\"" + one.id() + "\"")
                .collect(Collectors.joining(",", "{\"users\":[", "]}"));
        owner.post(chat.resolve("/api/rooms/" + room + "/members"), others);
        return room;
    }

    /** A direct conversation of two of them. */
    String conversation() {
        return people.get(0).with(people.get(1));
    }

    String somebody() {
        return people.getFirst().id();
    }

    private int port(int node) {
        return compose.port("chat-service-" + node, "8091");
    }

    private static byte[] send(String conversation, String body) {
        return RawSocket.text("{\"type\":\"send\",\"id\":\"%s\",\"conversation\":\"%s\",\"body\":\"%s\"}"
                .formatted(Caller.messageId(), conversation, body));
    }

    private static Caller registered(URI auth, String name) {
        try {
            return Caller.register(auth, name);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(asked);
        }
    }

    private static <T, R> List<R> all(List<T> of, Function<T, R> work) {
        try (ExecutorService pool = Executors.newFixedThreadPool(of.size())) {
            List<Future<R>> begun =
                    of.stream().map(one -> pool.submit(() -> work.apply(one))).toList();
            List<R> done = new ArrayList<>();
            for (Future<R> one : begun) {
                done.add(one.get());
            }
            return done;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(asked);
        }
    }

    @Override
    public void close() {
        quiet.forEach(RawSocket::close);
        sockets.forEach(RawSocket::close);
    }
}
