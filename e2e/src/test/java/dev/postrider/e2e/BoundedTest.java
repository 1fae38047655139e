package dev.postrider.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.CloseCode;
import dev.postrider.contracts.frame.RejectCode;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.e2e.person.Device;
import dev.postrider.e2e.person.Person;
import dev.postrider.e2e.suite.Suite;
import dev.postrider.e2e.suite.WithSuite;
import dev.postrider.testkit.client.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever does harm is answered for it, and two others talk meanwhile as if nothing were; {@code ./dev bench} has the times. */
@WithSuite
class BoundedTest {
    private static final int SLOW_DEVICES = 5;
    private static final int WRITERS = 8;
    private static final int LETTERS_EACH = 120;
    private static final String LONG_LETTER = "long ".repeat(1_600);
    private static final int FLOOD_MAX = 20_000;
    private static final int SIGN_INS = 120;
    private static final int TALK = 20;

    private final Suite suite;

    BoundedTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void whoeverStopsReadingIsClosedAsSlowAndTheOthersMissNothing() {
        Person reader = Person.registers(suite.gateway(), "reader");
        List<Person> writers = people(WRITERS);
        List<Device> slow = Stream.generate(reader::opens).limit(SLOW_DEVICES).toList();
        double closedBefore = closedAsSlow();
        try (Talk talk = new Talk()) {
            slow.forEach(Device::stopsReading);
            all(writers.size(), number -> {
                writesLongLetters(writers.get(number), reader);
                return number;
            });
            suite.eventually(() -> assertEquals(closedBefore + SLOW_DEVICES, closedAsSlow()));
            slow.forEach(Device::readsAgain);
            talk.goesOn();

            slow.forEach(device -> assertEquals(CloseCode.SLOW_READER.code(), device.closeCode()));
            talk.missedNothing();
        }
    }

    @Test
    void whoeverSendsWithoutEndIsToldAndThenClosedAndTheOthersMissNothing() {
        Person flooder = Person.registers(suite.gateway(), "flooder");
        Person victim = Person.registers(suite.gateway(), "victim");
        try (Talk talk = new Talk();
                Device flood = flooder.opens()) {
            sendsWithoutEnd(flood, flooder.with(victim));
            talk.goesOn();

            assertEquals(CloseCode.TOO_MANY.code(), flood.closeCode());
            flood.hears(ServerFrame.Rejected.class, answer -> answer.code() == RejectCode.RATE);
            talk.missedNothing();
        }
    }

    @Test
    void manySignInsAtOnceSucceedOrAreToldWhenToComeAgainAndTheOthersMissNothing() {
        Person wren = Person.registers(suite.gateway(), "wren");
        try (Talk talk = new Talk()) {
            List<Answer> answers = all(SIGN_INS, number -> wren.triesToSignIn());
            talk.goesOn();

            assertTrue(answers.stream().anyMatch(answer -> answer.status() == 200), "nobody came in");
            for (Answer answer : answers) {
                assertTrue(Set.of(200, 429, 503).contains(answer.status()), () -> "answered " + answer.status());
                assertEquals(
                        answer.status() != 200,
                        answer.headers().firstValue("Retry-After").isPresent());
            }
            talk.missedNothing();
        }
    }

    /** Two people on two nodes, and what one has said to the other. */
    private final class Talk implements AutoCloseable {
        private final Person wren = Person.registers(suite.gateway(), "wren");
        private final Person moss = Person.registers(suite.gateway(), "moss");
        private final Device says = wren.opensAt(suite.chatNode(1));
        private final Device hears = moss.opensAt(suite.chatNode(2));
        private final List<String> said = new ArrayList<>();

        void goesOn() {
            for (int i = 0; i < TALK; i++) {
                said.add(says.getsAccepted(moss, "As if nothing were."));
            }
        }

        void missedNothing() {
            said.forEach(hears::sees);
            assertEquals(said, hears.messagesOf(wren.with(moss)));
        }

        @Override
        public void close() {
            says.close();
            hears.close();
        }
    }

    private void writesLongLetters(Person writer, Person reader) {
        try (Device device = writer.opens()) {
            for (int i = 0; i < LETTERS_EACH; i++) {
                device.sends(reader, LONG_LETTER);
            }
            device.hears(ServerFrame.Accepted.class, accepted -> true);
        }
    }

    /** Until the server has had enough of it. */
    private static void sendsWithoutEnd(Device device, String conversation) {
        try {
            for (int i = 0; i < FLOOD_MAX; i++) {
                device.says(new ClientFrame.Send(
                        Device.newId(), conversation, "More and more.", null, null, null, null, null));
            }
        } catch (CompletionException closed) {
            return;
        }
    }

    private double closedAsSlow() {
        return IntStream.rangeClosed(1, 2)
                .mapToDouble(
                        node -> suite.metric("chat-service-" + node, "postrider_chat_closes_total", "code=\"4008\""))
                .sum();
    }

    private List<Person> people(int count) {
        return Stream.generate(() -> Person.registers(suite.gateway(), "writer"))
                .limit(count)
                .toList();
    }

    /** All at once. */
    private static <T> List<T> all(int count, java.util.function.IntFunction<T> work) {
        try (ExecutorService pool = Executors.newFixedThreadPool(count)) {
            List<Future<T>> begun = IntStream.range(0, count)
                    .mapToObj(number -> pool.submit(() -> work.apply(number)))
                    .toList();
            List<T> done = new ArrayList<>();
            for (Future<T> one : begun) {
                done.add(one.get());
            }
            return done;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
