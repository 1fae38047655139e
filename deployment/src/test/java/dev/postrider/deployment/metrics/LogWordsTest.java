package dev.postrider.deployment.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.deployment.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lines of the log are a fixed sentence and keys of one small vocabulary, so that one can search for them. */
class LogWordsTest {
    private static final Pattern CALL = Pattern.compile("LOG\\.[a-z]+f?\\(([^;]*);");
    private static final Pattern KEY = Pattern.compile("\\b([a-zA-Z]+)=%");
    private static final Pattern LISTED = Pattern.compile("^- `([a-z]+)`", Pattern.MULTILINE);

    @Test
    void everyKeyIsOfTheVocabulary() {
        Set<String> used = calls().flatMap(call -> KEY.matcher(call).results().map(match -> match.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(vocabulary(), used);
    }

    @Test
    void noLineHoldsABodyOrASecret() {
        List<String> said = calls().filter(call -> call.matches("(?s).*\\b(body|password|token|secret|cookie)\\(\\).*"))
                .toList();

        assertTrue(calls().count() > 30);
        assertEquals(List.of(), said);
    }

    private static Set<String> vocabulary() {
        String page = Checkout.text("docs/metrics.md");
        String part = page.substring(page.indexOf("## Words of the log"));
        return LISTED.matcher(part)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> calls() {
        return Stream.concat(Stream.of("service-base"), Checkout.SERVICES.stream())
                .flatMap(module -> sources(module).stream())
                .flatMap(file -> CALL.matcher(Checkout.text(file)).results().map(match -> match.group(1)));
    }

    private static List<Path> sources(String module) {
        try (Stream<Path> files = Files.walk(Checkout.file(module + "/src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
