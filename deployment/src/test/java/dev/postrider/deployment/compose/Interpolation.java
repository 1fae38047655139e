package dev.postrider.deployment.compose;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts variables in place as Compose does: {@code ${NAME:-default}}, and {@code $$} for a dollar. */
record Interpolation(Map<String, String> variables) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\$|\\$\\{([A-Z_]+)(?::-([^}]*))?}|\\$([A-Za-z_]+)");

    /** The lines {@code NAME=value} of an env file. */
    static Interpolation of(String envFile) {
        return new Interpolation(envFile.lines()
                .filter(line -> line.matches("[A-Z_]+=.*"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
    }

    Interpolation with(String name, String value) {
        Map<String, String> more = new HashMap<>(variables);
        more.put(name, value);
        return new Interpolation(more);
    }

    /** @throws IllegalArgumentException for a variable without a value and without a default */
    String in(String text) {
        return VARIABLE.matcher(text).replaceAll(this::value);
    }

    private String value(MatchResult match) {
        if (match.group().equals("$$")) {
            return Matcher.quoteReplacement("$");
        }
        @Nullable String name = match.group(1);
        if (name == null) {
            throw new IllegalArgumentException("write $$ or ${…}: " + match.group());
        }
        @Nullable String value = variables.getOrDefault(name, match.group(2));
        if (value == null) {
            throw new IllegalArgumentException(name + " has no default");
        }
        return Matcher.quoteReplacement(value);
    }
}
