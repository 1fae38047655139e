package dev.postrider.e2e.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.rule.Ulids;
import dev.postrider.e2e.person.Person;
import dev.postrider.e2e.suite.Suite;
import dev.postrider.e2e.suite.WithSuite;
import dev.postrider.testkit.raw.Door;
import dev.postrider.testkit.raw.Wire;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What is there and not for the caller, and what is not there, get one answer by one amount of work. Every route with a
 * room or a conversation in its path is tried. Times are measured only where asked for, with {@code -Dsame.tries=300}.
 */
@WithSuite
class SameAnswerTest {
    private static final int TRIES = Integer.getInteger("same.tries", 0);
    private static final double TOLD_APART = 0.05;
    private static final int BATCHES = 4;
    private static final int BATCH = 10;
    private static final int WARM_UP = 100;
    /** Below the hundred failures that an account may have in an hour. */
    private static final int FAILURES_EACH = 60;

    /**
     * Take turns, so that nobody calls more often in a minute than anybody may: such a call would ask nobody. From pair to
     * pair where statements are counted; from call to call where times are measured, an odd number, so that each asks for
     * both kinds.
     */
    private static final int STRANGERS = TRIES > 0 ? 41 : 8;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Suite suite;
    private final Door gateway;

    SameAnswerTest(Suite suite) {
        this.suite = suite;
        this.gateway = suite.door("gateway");
    }

    @TestFactory
    Stream<DynamicTest> whatIsNotForTheCallerIsNotThere() {
        return hidden().stream()
                .map(pair -> DynamicTest.dynamicTest(pair.what(), () -> {
                    Wire.Answer there = pair.there().get();
                    FairAnswer.refused(pair.what(), there);
                    assertEquals(Pair.told(pair.missing().get()), Pair.told(there));
                }));
    }

    @TestFactory
    Stream<DynamicTest> theDatabaseIsAskedAsOftenAndAnswersAsMuchForBoth() {
        return hidden().stream()
                .map(pair -> DynamicTest.dynamicTest(
                        pair.what(), () -> assertEquals(work(pair.missing()), work(pair.there()))));
    }

    /** Told apart is what differs twice, in the same direction: one pair in fifty differs once by chance. */
    @Test
    void timesTellNothing() {
        Assumptions.assumeTrue(TRIES > 0, "-Dsame.tries=300 measures");
        List<Pair> pairs = new ArrayList<>(hidden());
        pairs.add(signIn());
        // All of them before any is measured: the suite is compiled by what comes first.
        pairs.forEach(pair -> Medians.of(pair, pair.what().contains("login") ? 2 : WARM_UP));
        List<String> rows = new ArrayList<>();
        List<String> apart = new ArrayList<>();
        for (Pair pair : pairs) {
            Medians once = Medians.of(pair, TRIES);
            rows.add(once.row(pair.what()));
            if (Math.abs(once.apart()) > TOLD_APART) {
                Medians again = Medians.of(pair, TRIES);
                rows.add(again.row(pair.what() + ", again"));
                if (again.apart() * Math.signum(once.apart()) > TOLD_APART) {
                    apart.add(again.row(pair.what()));
                }
            }
        }
        System.out.println("| medians of " + TRIES + " tries, ms | there | missing | apart |\n|---|---|---|---|\n"
                + String.join("\n", rows));
        assertEquals(List.of(), apart);
    }

    /** What a call takes in the median, in milliseconds. */
    private record Medians(double there, double missing) {
        /** One of the one kind, one of the other, so that whatever else happens on the machine happens to both. */
        static Medians of(Pair pair, int tries) {
            long[] there = new long[tries];
            long[] missing = new long[tries];
            for (int i = 0; i < tries; i++) {
                boolean first = i % 2 == 0;
                long one = nanos(first ? pair.there() : pair.missing());
                long other = nanos(first ? pair.missing() : pair.there());
                there[i] = first ? one : other;
                missing[i] = first ? other : one;
            }
            return new Medians(median(there), median(missing));
        }

        /** Positive where what is there takes longer. */
        double apart() {
            return (there - missing) / Math.max(there, missing);
        }

        String row(String what) {
            return String.format(Locale.ROOT, "| %s | %.2f | %.2f | %.1f %% |", what, there, missing, 100 * apart());
        }
    }

    private static long nanos(Supplier<Wire.Answer> call) {
        long began = System.nanoTime();
        Wire.Answer answer = call.get();
        long took = System.nanoTime() - began;
        FairAnswer.refused("a call that is measured", answer);
        return took;
    }

    private static double median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1e6;
    }

    /** What the database did: statements, and rows that it sent. */
    private record Work(long statements, long rows) {
        Work since(Work before) {
            return new Work(statements - before.statements, rows - before.rows);
        }
    }

    /** A call's, of the quietest of several batches: others ask the database now and then as well. */
    private Work work(Supplier<Wire.Answer> call) throws SQLException {
        long statements = Long.MAX_VALUE;
        long rows = Long.MAX_VALUE;
        try (Connection connection = suite.world().database().connect("");
                Statement statement = connection.createStatement()) {
            for (int batch = 0; batch < BATCHES; batch++) {
                Work before = done(statement);
                for (int i = 0; i < BATCH; i++) {
                    int status = call.get().status();
                    assertTrue(status >= 400 && status != 429, () -> "answered " + status + ", which asks nobody");
                }
                Work spent = done(statement).since(before);
                statements = Math.min(statements, spent.statements());
                rows = Math.min(rows, spent.rows());
            }
        }
        return new Work(Math.round((double) statements / BATCH), Math.round((double) rows / BATCH));
    }

    private static Work done(Statement statement) throws SQLException {
        return new Work(count(statement, "Questions"), count(statement, "Rows_sent"));
    }

    private static long count(Statement statement, String what) throws SQLException {
        try (ResultSet row = statement.executeQuery("show global status like '" + what + "'")) {
            assertTrue(row.next());
            return row.getLong(2);
        }
    }

    private List<Pair> hidden() {
        Person wren = Person.registers(suite.gateway(), "wren");
        Person moss = Person.registers(suite.gateway(), "moss");
        List<String> bearers = Stream.generate(() -> Person.registers(suite.gateway(), "fern"))
                .limit(STRANGERS)
                .map(stranger -> Door.bearer(stranger.rest().accessToken()))
                .toList();
        String room = wren.rest()
                .post("/api/rooms", Map.of("name", "closed " + wren.id(), "visibility", "private"))
                .requireStatus(201)
                .body()
                .at("/room/id")
                .asText();
        String dm = wren.with(moss);
        String position = wren.rest()
                .post("/api/conversations/" + dm.replace(":", "%3A") + "/messages", Map.of("body", "hello"))
                .requireStatus(201)
                .body()
                .path("position")
                .asText();
        String nowhere = "room:" + fresh();
        Map<String, String> others = Map.of("position", position, "user", moss.id(), "emoji", "%F0%9F%91%8D");
        List<Pair> pairs = new ArrayList<>();
        for (Route route : Routes.all()) {
            Supplier<String> bearer = inTurn(bearers, pairs.size());
            if (route.path().contains("/rooms/{room}")) {
                pairs.add(pair(route, "room", others, room, nowhere, bearer));
            }
            String place = route.path().startsWith("/api/conversations/{id}") ? "id" : "conversation";
            if (route.path().startsWith("/api/conversations/{")) {
                pairs.add(pair(route, place, others, room, nowhere, bearer));
                String nobodys = Stream.of(moss.id(), fresh())
                        .sorted()
                        .reduce((a, b) -> "dm%3A" + a + "%3A" + b)
                        .orElseThrow();
                pairs.add(pair(route, place, others, dm.replace(":", "%3A"), nobodys, bearer));
            }
        }
        return pairs;
    }

    private Pair pair(
            Route route,
            String place,
            Map<String, String> others,
            String there,
            String missing,
            Supplier<String> bearer) {
        String body = route.body() == null ? "" : OddBodies.good(route.body());
        return new Pair(
                route.method() + " " + route.path() + " of " + there.replaceAll("(%3A|:).*", ""),
                () -> gateway.json(route.method(), route.at(with(others, place, there)), body, bearer.get()),
                () -> gateway.json(route.method(), route.at(with(others, place, missing)), body, bearer.get()));
    }

    private static Supplier<String> inTurn(List<String> bearers, int first) {
        if (TRIES == 0) {
            String one = bearers.get(first % STRANGERS);
            return () -> one;
        }
        int[] next = {first};
        return () -> bearers.get(next[0]++ % STRANGERS);
    }

    /** Names that exist, each few enough times not to have to wait. */
    private Pair signIn() {
        List<Account> known = Stream.generate(() -> Account.registered(gateway, "wren"))
                .limit(1 + (TRIES + WARM_UP) / FAILURES_EACH)
                .toList();
        int[] next = new int[1];
        return new Pair(
                "login",
                () -> Account.tries(gateway, known.get(next[0]++ % known.size()).username(), "not the password"),
                () -> Account.tries(gateway, "nobody" + Long.toString(System.nanoTime(), 36), "not the password"));
    }

    private static Map<String, String> with(Map<String, String> places, String place, String value) {
        Map<String, String> all = new HashMap<>(places);
        all.put(place, value);
        return all;
    }

    private static String fresh() {
        return Ulids.next(System.currentTimeMillis(), RANDOM);
    }
}
