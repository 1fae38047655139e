package dev.postrider.bench.scenario;

import dev.postrider.bench.limit.BareInsert;
import dev.postrider.bench.load.LogFill;
import dev.postrider.bench.measure.LogEnd;
import dev.postrider.bench.measure.Rows;
import dev.postrider.bench.people.Person;
import dev.postrider.bench.report.Figure.Better;
import dev.postrider.stack.part.OutsideWorld;
import java.util.List;

/** History has fallen behind and reads what has piled up, beside bare inserts of the same rows in the same run. */
final class Ingest implements Scenario {
    private static final int PEOPLE = 256;
    private static final int WARM = 50_000;
    private static final int MESSAGES = 300_000;
    private static final long MILLIS_MAX = 180_000;

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public String about() {
        return "%,d messages that piled up, into the database, beside bare multi-row inserts".formatted(MESSAGES);
    }

    @Override
    public int nodes() {
        return 1;
    }

    @Override
    public void play(Stage stage) {
        List<Person> people = stage.people().signedIn(PEOPLE);
        OutsideWorld world = stage.suite().world();
        long seed = stage.options().seed();
        double bare = BareInsert.rows(world.database(), people, MESSAGES, seed);
        double promised = BareInsert.promised(world.database(), people, MESSAGES, seed);
        try (Rows rows = new Rows(world.database());
                LogEnd logEnd = new LogEnd(world.kafka())) {
            LogFill.write(world.kafka(), people, WARM, seed);
            if (rows.await(logEnd.now(), MILLIS_MAX) < 0) {
                throw new IllegalStateException("history did not read what was written to warm up");
            }
            LogFill.write(world.kafka(), people, MESSAGES, seed + 1);
            long end = logEnd.now();
            long waiting = end - rows.progress();
            long millis = rows.await(end, MILLIS_MAX);
            double perSecond = millis <= 0 ? 0 : waiting * 1_000.0 / millis;
            stage.results().figure(name(), "waiting when the last was written", waiting, "messages", Better.NEITHER);
            stage.results().figure(name(), "into the database", perSecond, "messages/s", Better.MORE);
            stage.results().figure(name(), "bare multi-row insert", bare, "rows/s", Better.MORE);
            stage.results().figure(name(), "share of bare insert", 100 * perSecond / bare, "%", Better.MORE);
            stage.results()
                    .figure(
                            name(),
                            "bare insert, with what tells a repeat and ends",
                            promised,
                            "messages/s",
                            Better.MORE);
            stage.results().figure(name(), "share of that", 100 * perSecond / promised, "%", Better.MORE);
        }
    }
}
