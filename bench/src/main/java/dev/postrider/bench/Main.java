package dev.postrider.bench;

import dev.postrider.bench.people.People;
import dev.postrider.bench.report.Csv;
import dev.postrider.bench.report.Figure;
import dev.postrider.bench.report.Machine;
import dev.postrider.bench.report.Markdown;
import dev.postrider.bench.report.Plot;
import dev.postrider.bench.report.Results;
import dev.postrider.bench.report.RoundRow;
import dev.postrider.bench.scenario.Programme;
import dev.postrider.bench.scenario.Scenario;
import dev.postrider.bench.scenario.Stage;
import dev.postrider.bench.suite.BenchSuite;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plays the chosen scenarios, each against a suite of its own that is stopped afterwards. */
public final class Main {
    private static final int USAGE_ERROR = 2;

    /** Held, so that its level is not forgotten with it. */
    private static final Logger KAFKA_LOG = Logger.getLogger("org.apache.kafka");

    private Main() {}

    public static void main(String[] words) throws IOException {
        PrintStream screen =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        KAFKA_LOG.setLevel(Level.OFF);
        Options options;
        try {
            options = Options.parse(List.of(words));
        } catch (Options.UsageException wrong) {
            screen.println(wrong.getMessage());
            System.exit(USAGE_ERROR);
            return;
        }
        List<Scenario> chosen = Programme.chosen(options.only());
        if (options.list() || chosen.isEmpty()) {
            Programme.all().forEach(one -> screen.printf("  %-22s %s%n", one.name(), one.about()));
            System.exit(chosen.isEmpty() ? USAGE_ERROR : 0);
        }
        Results results = new Results(screen);
        Machine machine = Machine.here(options.commit());
        for (Scenario scenario : chosen) {
            screen.printf("%n%s: %s%n", scenario.name(), scenario.about());
            play(scenario, options, results);
            write(options, machine, results);
        }
        screen.printf("%nThe whole of it: %s%n", options.out().resolve("results.md"));
        System.exit(0);
    }

    private static void play(Scenario scenario, Options options, Results results) throws IOException {
        Vertx vertx = Vertx.vertx();
        Path home = Path.of("").toAbsolutePath();
        Path data = home.resolve(scenario.apart() ? ".data/bench-apart" : ".data/bench");
        if (scenario.apart()) {
            remove(data);
        }
        try (BenchSuite suite = BenchSuite.start(home, data, scenario.nodes(), scenario.settings())) {
            People people = People.of(suite.gateway(), suite.data());
            scenario.play(new Stage(suite, people, vertx, options, results));
        } finally {
            vertx.close();
        }
        if (scenario.apart()) {
            remove(data);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
    }

    private static void write(Options options, Machine machine, Results results) throws IOException {
        Path out = options.out();
        Map<String, Figure> before = options.compare().isPresent()
                ? Csv.readFigures(options.compare().get())
                : Map.of();
        Files.createDirectories(out);
        Csv.writeFigures(results.figures(), out.resolve("figures.csv"));
        Csv.writeRounds(results.rounds(), out.resolve("rounds.csv"));
        Map<String, List<RoundRow>> rounds =
                results.rounds().stream().collect(Collectors.groupingBy(RoundRow::scenario));
        for (Map.Entry<String, List<RoundRow>> scenario : rounds.entrySet()) {
            Files.writeString(out.resolve(Plot.fileOf(scenario.getKey())), Plot.svg(scenario.getValue()));
        }
        Files.writeString(out.resolve("results.md"), Markdown.page(command(options), machine, results, before));
    }

    private static String command(Options options) {
        List<String> words = new ArrayList<>(List.of("./dev bench"));
        if (!options.only().isEmpty()) {
            words.add("--only '" + String.join(";", options.only()) + "'");
        }
        words.add("--seed %d --rate %.0f --rounds %d --seconds %d --warm %d"
                .formatted(options.seed(), options.rate(), options.rounds(), options.seconds(), options.warmSeconds()));
        return String.join(" ", words);
    }
}
