package dev.postrider.e2e.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * The cases that end otherwise than Autobahn|Testsuite wants, and why that is meant so: {@code conformance/deviations.txt}.
 * A case that stands there and ends in another way, be it well, is as wrong as one that does not stand there.
 */
final class Deviations {
    private final Map<String, Set<String>> outcomes = new TreeMap<>();

    /** @throws IllegalStateException where a line is none, or a case stands there twice */
    static Deviations read() throws IOException {
        Deviations all = new Deviations();
        try (InputStream file =
                Objects.requireNonNull(Deviations.class.getResourceAsStream("/conformance/deviations.txt"))) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(all::add);
        }
        return all;
    }

    /** What is wrong, a line each; empty where all is as it should be. */
    List<String> against(String door, Map<String, Outcome> found) {
        List<String> wrong = new ArrayList<>();
        found.forEach((number, outcome) -> {
            Set<String> meant = outcomes.get(number);
            if (meant == null ? !outcome.good() : !meant.contains(outcome.toString())) {
                wrong.add("%s %s: %s, and not %s".formatted(door, number, outcome, meant == null ? "good" : meant));
            }
        });
        return wrong;
    }

    private void add(String line) {
        String[] parts = line.split("\\|");
        if (parts.length != 3 || parts[2].isBlank()) {
            throw new IllegalStateException("cases | outcome; or another | why: " + line);
        }
        Set<String> meant = Set.of(parts[1].strip().split("; "));
        for (String number : parts[0].strip().split(" +")) {
            if (outcomes.put(number, meant) != null) {
                throw new IllegalStateException("twice: " + number);
            }
        }
    }
}
