package dev.postrider.bench.scenario;

import dev.postrider.bench.fill.BulkHistory;
import dev.postrider.bench.fill.Chat;
import dev.postrider.bench.load.Bodies;
import dev.postrider.bench.load.LogFill;
import dev.postrider.bench.measure.Latencies;
import dev.postrider.bench.measure.LogEnd;
import dev.postrider.bench.measure.Rows;
import dev.postrider.bench.people.Person;
import dev.postrider.bench.people.Rest;
import dev.postrider.bench.report.Figure.Better;
import dev.postrider.bench.report.RoundRow.Latency;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * Random pages of fifty among ten thousand messages, which ingest has stored, and among ten million, of which most were put
 * into its tables as it would have put them; in conversations of a thousand messages either way.
 */
final class PagesAtSize implements Scenario {
    private static final int PEOPLE = 150;
    private static final int CHATS = 10_000;
    private static final int SMALL_CHATS = 10;
    private static final int EACH = 1_000;
    private static final int PAGES = 4_000;
    private static final int WARM = 2_000;
    private static final int BODIES = 4_096;
    private static final int DIGITS = 3;
    private static final long INGEST_MILLIS_MAX = 60_000;
    private static final long YEAR_MILLIS = 365L * 24 * 3_600 * 1_000;
    private static final double GIB = 1024.0 * 1024 * 1024;

    @Override
    public String name() {
        return "pages-10m";
    }

    @Override
    public String about() {
        return "random pages among ten thousand and among ten million messages; only by its whole name, needs 10 GB";
    }

    @Override
    public int nodes() {
        return 1;
    }

    @Override
    public boolean apart() {
        return true;
    }

    @Override
    public boolean onDemand() {
        return true;
    }

    /** So that positions of epoch 0 are those of a log that is gone. The few who talk in ten thousand messages read on and on. */
    @Override
    public Map<String, String> settings() {
        return Map.of("chat.log-epoch", "1", "history.log-epoch", "1", "gateway.limits.calls-per-user", "10000000");
    }

    @Override
    public void play(Stage stage) {
        long seed = stage.options().seed();
        List<Chat> chats = Chat.among(stage.people().signedIn(PEOPLE), CHATS, seed);
        List<String> bodies = Stream.generate(new Bodies(new SplittableRandom(seed))::next)
                .limit(BODIES)
                .toList();
        ingest(stage, chats.subList(0, SMALL_CHATS));
        try (BulkHistory history = new BulkHistory(
                stage.suite().world().database(), chats, bodies, System.currentTimeMillis() - YEAR_MILLIS)) {
            history.differences().forEach((table, rows) -> {
                if (rows > 0) {
                    throw new IllegalStateException(rows + " rows of " + table + " differ from what ingest writes");
                }
            });
            Map<String, Latency> small = pages(stage, history, "10 thousand");
            long began = System.nanoTime();
            history.write(SMALL_CHATS, EACH, done -> {});
            figure(stage, "filling", (System.nanoTime() - began) / 1e9, "s", Better.NEITHER);
            history.settle();
            Map<String, Latency> large = pages(stage, history, "10 million");
            large.forEach((door, latency) -> figure(
                    stage,
                    door + ", p99 at 10 million, of that at 10 thousand",
                    latency.p99() / small.getOrDefault(door, latency).p99(),
                    "×",
                    Better.LESS));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void ingest(Stage stage, List<Chat> chats) {
        var world = stage.suite().world();
        LogFill.writeEach(
                world.kafka(), chats, SMALL_CHATS * EACH, stage.options().seed());
        try (Rows rows = new Rows(world.database());
                LogEnd end = new LogEnd(world.kafka())) {
            if (rows.await(end.now(), INGEST_MILLIS_MAX) < 0) {
                throw new IllegalStateException("history did not read what was written");
            }
        }
    }

    private Map<String, Latency> pages(Stage stage, BulkHistory history, String size) throws IOException {
        figure(stage, size + ", messages stored", history.messages(), "", Better.NEITHER);
        figure(stage, size + ", data and indexes", history.bytes() / GIB, "GiB", Better.LESS);
        Map<String, long[]> ends = history.ends();
        List<Chat> stored = Chat.among(
                        stage.people().signedIn(PEOPLE), CHATS, stage.options().seed())
                .stream()
                .filter(chat -> ends.containsKey(chat.id()))
                .toList();
        Map<String, Latency> found = new HashMap<>();
        Map<String, URI> doors = Map.of(
                "through the gateway",
                stage.suite().gateway(),
                "straight at history",
                stage.suite().history());
        for (Map.Entry<String, URI> door : doors.entrySet()) {
            Rest rest = new Rest(door.getValue());
            SplittableRandom random = new SplittableRandom(stage.options().seed());
            long warm = System.nanoTime() + (long) (stage.options().warmSeconds() * 1e9);
            do {
                turn(stored, ends, rest, random, WARM);
            } while (System.nanoTime() < warm);
            Latency latency = turn(stored, ends, rest, random, PAGES);
            found.put(door.getKey(), latency);
            figure(stage, size + ", " + door.getKey() + ", p50", latency.p50(), "ms", Better.LESS);
            figure(stage, size + ", " + door.getKey() + ", p99", latency.p99(), "ms", Better.LESS);
        }
        return found;
    }

    private static Latency turn(
            List<Chat> chats, Map<String, long[]> ends, Rest rest, SplittableRandom random, int pages)
            throws IOException {
        Histogram nanos = new Histogram(DIGITS);
        for (int i = 0; i < pages; i++) {
            Chat chat = chats.get(random.nextInt(chats.size()));
            long[] range = ends.getOrDefault(chat.id(), new long[] {0, 1});
            Person reader = random.nextBoolean() ? chat.one() : chat.other();
            String path = "/api/conversations/" + chat.id() + "/messages?limit=50&before="
                    + random.nextLong(range[0] + 1, range[1] + 1);
            long began = System.nanoTime();
            rest.get(path, reader);
            nanos.recordValue(System.nanoTime() - began);
        }
        return Latencies.of(nanos);
    }

    private void figure(Stage stage, String what, double value, String unit, Better better) {
        stage.results().figure(name(), what, value, unit, better);
    }
}
