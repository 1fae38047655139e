package dev.postrider.e2e.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The closed vocabulary of the log, as docs/metrics.md lists it, held against a line. */
public final class LogWords {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LISTED = Pattern.compile("^- `([a-z]+)`", Pattern.MULTILINE);
    /** What others say of a failure, such as the database, stands in braces. */
    private static final Pattern QUOTED = Pattern.compile("\\{[^}]*}");

    private static final Pattern KEY = Pattern.compile("(?<![\\w.\\-])([a-zA-Z]+)=");
    private static final List<String> FIELDS = List.of("timestamp", "level", "loggerName", "threadName", "message");

    private LogWords() {}

    public static Set<String> vocabulary() {
        try {
            String page = Files.readString(Path.of("..", "docs", "metrics.md"));
            Set<String> words = new TreeSet<>();
            LISTED.matcher(page.substring(page.indexOf("## Words of the log")))
                    .results()
                    .forEach(match -> words.add(match.group(1)));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keys of a line of our own code that nobody listed; a line of JSON that lacks one of its fields names that. */
    public static Set<String> foreign(String line, Set<String> vocabulary) {
        JsonNode read;
        try {
            read = JSON.readTree(line);
        } catch (JsonProcessingException none) {
            return Set.of("no JSON");
        }
        Set<String> foreign = new TreeSet<>();
        FIELDS.stream().filter(field -> !read.hasNonNull(field)).forEach(foreign::add);
        if (read.path("loggerName").asText().startsWith("dev.postrider.")) {
            String said = QUOTED.matcher(read.path("message").asText()).replaceAll("");
            KEY.matcher(said).results().map(match -> match.group(1)).forEach(foreign::add);
            foreign.removeAll(vocabulary);
        }
        return foreign;
    }
}
