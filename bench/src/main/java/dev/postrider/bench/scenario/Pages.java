package dev.postrider.bench.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postrider.bench.measure.Latencies;
import dev.postrider.bench.measure.Rows;
import dev.postrider.bench.people.Person;
import dev.postrider.bench.people.Rest;
import dev.postrider.bench.report.Figure.Better;
import dev.postrider.bench.report.RoundRow.Latency;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;

/** One reader after the other asks for fifty messages before a random position, through the gateway. */
final class Pages implements Scenario {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PEOPLE = 50;
    private static final int PAGES = 4_000;
    private static final int WARM = 2_000;
    private static final int DIGITS = 3;

    private record Book(Person reader, String conversation, long newest) {}

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public String about() {
        return "%,d random pages of fifty, of all that earlier runs have stored".formatted(PAGES);
    }

    @Override
    public int nodes() {
        return 1;
    }

    @Override
    public void play(Stage stage) {
        Rest rest = new Rest(stage.suite().gateway());
        SplittableRandom random = new SplittableRandom(stage.options().seed());
        try (Rows rows = new Rows(stage.suite().world().database())) {
            List<Book> books = books(stage.people().signedIn(PEOPLE), rest);
            long warm = System.nanoTime() + (long) (stage.options().warmSeconds() * 1e9);
            do {
                turn(books, rest, random, WARM);
            } while (System.nanoTime() < warm);
            Latency latency = turn(books, rest, random, PAGES);
            stage.results().figure(name(), "messages stored", rows.messages(), "", Better.NEITHER);
            stage.results().figure(name(), "conversations", books.size(), "", Better.NEITHER);
            stage.results().figure(name(), "a page p50", latency.p50(), "ms", Better.LESS);
            stage.results().figure(name(), "a page p99", latency.p99(), "ms", Better.LESS);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Latency turn(List<Book> books, Rest rest, SplittableRandom random, int pages) throws IOException {
        Histogram nanos = new Histogram(DIGITS);
        for (int i = 0; i < pages; i++) {
            Book book = books.get(random.nextInt(books.size()));
            String path = "/api/conversations/" + book.conversation() + "/messages?limit=50&before="
                    + random.nextLong(book.newest() + 1);
            long began = System.nanoTime();
            rest.get(path, book.reader());
            nanos.recordValue(System.nanoTime() - began);
        }
        return Latencies.of(nanos);
    }

    private static List<Book> books(List<Person> people, Rest rest) throws IOException {
        List<Book> books = new ArrayList<>();
        for (Person reader : people) {
            JsonNode mine = JSON.readTree(rest.get("/api/conversations?limit=50", reader));
            for (JsonNode conversation : mine.path("conversations")) {
                books.add(new Book(
                        reader,
                        conversation.path("id").asText(),
                        conversation.path("last").path("position").asLong()));
            }
        }
        if (books.isEmpty()) {
            throw new IllegalStateException("nothing is stored yet: play another scenario first");
        }
        return books;
    }
}
