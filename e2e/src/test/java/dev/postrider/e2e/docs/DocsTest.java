package dev.postrider.e2e.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DocsTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s#]+)(#[^)]*)?\\)");
    /** A capitalised word in backquotes is a class. */
    private static final Pattern CLASS = Pattern.compile("`([A-Z][A-Za-z0-9]+)`");

    private static final Pattern TEST = Pattern.compile("`([A-Za-z]+Test)#([A-Za-z0-9]+)` \\|$");

    private static final Pattern ROW = Pattern.compile("^\\| *(\\d+)·(\\d+) *\\|(.*)\\|$", Pattern.MULTILINE);

    @TestFactory
    Stream<DynamicTest> everyLinkLeadsSomewhere() {
        return Repository.files(".md").stream()
                .map(file -> DynamicTest.dynamicTest(
                        Repository.ROOT.relativize(file).toString(), () -> assertEquals(List.of(), deadLinks(file))));
    }

    @Test
    void classesOnTheJourneyOfAMessageExist() {
        Set<String> sources = Stream.of(".java", ".ts", ".tsx")
                .flatMap(ending -> Repository.files(ending).stream())
                .map(path -> path.getFileName().toString().replaceFirst("\\.[a-z]+$", ""))
                .collect(Collectors.toSet());
        List<String> named = matches(CLASS, Repository.text(Repository.ROOT.resolve("docs/one-message.md")));
        assertTrue(named.size() > 15, "the page names the classes a message meets");
        assertEquals(
                List.of(),
                named.stream().filter(name -> !sources.contains(name)).toList());
    }

    @TestFactory
    Stream<DynamicTest> committedOpenApiIsWhatTheServiceSays() {
        return Stream.of("auth-service", "chat-service", "history-service")
                .map(service -> DynamicTest.dynamicTest(service, () -> {
                    String built =
                            Repository.text(Repository.ROOT.resolve(service).resolve("target/openapi/openapi.yaml"));
                    Path committed = Repository.ROOT
                            .resolve("contracts/generated/openapi")
                            .resolve(service + ".yaml");
                    assertEquals(built, Repository.text(committed), "stale: run ./dev gen and commit what it writes");
                }));
    }

    @Test
    void everyRowOfShownBySaysHowAndWhen() {
        String page = Repository.text(Repository.ROOT.resolve("docs/shown-by.md"));
        List<String[]> rows = ROW.matcher(page)
                .results()
                .map(row -> row.group(3).split("\\|"))
                .toList();
        assertFalse(rows.isEmpty());
        for (String[] row : rows) {
            assertEquals(4, row.length, () -> String.join("|", row));
            assertTrue(row[1].contains("`"), () -> "no command: " + row[0]);
            assertTrue(row[3].matches(" *\\d{4}-\\d\\d-\\d\\d *"), () -> "not seen: " + row[0]);
        }
    }

    @Test
    void everyThreatNamesATestThatExists() {
        Map<String, String> tests = Repository.files("Test.java").stream()
                .collect(Collectors.toMap(
                        file -> file.getFileName().toString().replace(".java", ""),
                        Repository::text,
                        (one, other) -> one + other));
        List<String> rows = Repository.text(Repository.ROOT.resolve("docs/threats.md"))
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| attack "))
                .toList();
        assertFalse(rows.isEmpty());
        assertEquals(
                List.of(), rows.stream().filter(row -> !isTested(row, tests)).toList());
    }

    private static boolean isTested(String row, Map<String, String> tests) {
        return TEST.matcher(row)
                .results()
                .anyMatch(test -> tests.getOrDefault(test.group(1), "")
                        .lines()
                        .anyMatch(line -> line.matches(" *(void|Stream<DynamicTest>) " + test.group(2) + "\\(.*")));
    }

    private static List<String> deadLinks(Path file) {
        return matches(LINK, Repository.text(file)).stream()
                .filter(target -> !target.contains("://") && !target.startsWith("mailto:"))
                .filter(target -> !Files.exists(file.resolveSibling(target)))
                .toList();
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .distinct()
                .toList();
    }
}
