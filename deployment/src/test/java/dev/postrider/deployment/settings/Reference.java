package dev.postrider.deployment.settings;

import dev.postrider.deployment.Checkout;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page {@code docs/settings.md}, made from the code: every property, its variable, default and meaning. */
final class Reference {
    private static final String HEAD = """
            # Settings

            Every property of the services and the environment variable that sets the same, made from the sources
            (`mvn -pl deployment test -Dtest=ReferenceTest -Dreference.write=true`). A test fails while one is missing here.

            A variable wins over a file named in `SMALLRYE_CONFIG_LOCATIONS`, and that over what is built in. Times are as in
            `10s`, `5m`, `PT0.5S`; sizes as in `64K`. What must be set has no default. In the profile of production some values are
            refused: [before production](operations.md#before-production).

            The settings of `./dev up` stand in [postrider.example.properties](../postrider.example.properties).
            """;
    private static final Pattern COMPOSE = Pattern.compile("\\$\\{([A-Z_]+)(?::-([^}]*))?}");

    private Reference() {}

    static String page() {
        StringBuilder page = new StringBuilder(HEAD);
        KnownSettings any = KnownSettings.of(Checkout.SERVICES.getFirst());
        List<Setting> shared = any.own().stream()
                .filter(each -> each.name().startsWith("postrider."))
                .toList();
        page.append("\n## All services\n");
        table(page, shared);
        for (String service : Checkout.SERVICES) {
            KnownSettings known = KnownSettings.of(service);
            page.append("\n## ").append(service).append('\n');
            table(
                    page,
                    known.own().stream().filter(each -> !shared.contains(each)).toList());
            page.append("\nOf the framework and its clients, set in its files, and changed in the same way:\n\n");
            page.append("| property | built in |\n|---|---|\n");
            known.framework().forEach((key, value) -> page.append("| `%s` | %s |%n".formatted(key, quoted(value))));
        }
        page.append("\n## Compose\n\nRead by `docker-compose.yml` from the environment or an env file.\n\n");
        page.append("| variable | default |\n|---|---|\n");
        compose().forEach((name, preset) -> page.append("| `%s` | %s |%n".formatted(name, quoted(preset))));
        page.append("\n## Set by operators, of the framework\n\n");
        new TreeSet<>(KnownSettings.STANDARD)
                .forEach(name -> page.append("- `%s` (`%s`)%n".formatted(name, Setting.variable(name))));
        return page.toString();
    }

    private static void table(StringBuilder page, List<Setting> settings) {
        page.append("\n| property, variable | default | meaning |\n|---|---|---|\n");
        settings.forEach(setting -> page.append("| `%s`<br>`%s` | %s | %s |%n"
                .formatted(
                        setting.name(),
                        setting.variable(),
                        setting.preset().map(Reference::quoted).orElseGet(() -> absent(setting)),
                        setting.sentence().replace("|", "\\|"))));
    }

    private static String absent(Setting setting) {
        return setting.type().startsWith("Optional") ? "" : "must be set";
    }

    private static String quoted(String value) {
        return value.isEmpty() ? "" : "`" + value + "`";
    }

    private static Map<String, String> compose() {
        return COMPOSE.matcher(Checkout.text("docker-compose.yml"))
                .results()
                .collect(Collectors.toMap(
                        match -> match.group(1),
                        match -> match.group(2) == null ? "" : match.group(2),
                        (one, other) -> one,
                        TreeMap::new));
    }
}
