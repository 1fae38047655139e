package dev.postrider.deployment.compose;

import dev.postrider.deployment.Checkout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A module's {@code Dockerfile.jvm}, or another of its image files, as far as it says how the image runs. */
record ImageFile(String module, String text) {
    private static final Pattern WORD = Pattern.compile("([A-Z_]+)=(\"[^\"]*\"|\\S+)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    static ImageFile of(String module, String file) {
        return new ImageFile(module, Checkout.text(module + "/src/main/docker/" + file));
    }

    Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        lines("ENV ").forEach(line -> {
            Matcher word = WORD.matcher(line);
            while (word.find()) {
                environment.put(word.group(1), word.group(2).replace("\"", ""));
            }
        });
        return environment;
    }

    List<String> entryPoint() {
        return quoted(lines("ENTRYPOINT ").getFirst());
    }

    List<String> healthCheck() {
        return quoted(lines("HEALTHCHECK ").getFirst());
    }

    List<String> ports() {
        return List.of(lines("EXPOSE ").getFirst().split(" "));
    }

    /** Sources of every COPY, below the top folder. */
    List<String> copied() {
        List<String> sources = new ArrayList<>();
        lines("COPY ").forEach(line -> {
            List<String> words = List.of(line.replaceFirst("^--\\S+ ", "").split(" ")).stream()
                    .toList();
            sources.addAll(words.subList(0, words.size() - 1));
        });
        return sources;
    }

    List<String> lines(String instruction) {
        return text.lines()
                .filter(line -> line.startsWith(instruction))
                .map(line -> line.substring(instruction.length()))
                .toList();
    }

    private static List<String> quoted(String line) {
        return QUOTED.matcher(line).results().map(match -> match.group(1)).toList();
    }
}
