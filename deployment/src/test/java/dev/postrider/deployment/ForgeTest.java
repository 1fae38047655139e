package dev.postrider.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The forge's files name commands and folders that are there. */
class ForgeTest {
    private static final Pattern OWN =
            Pattern.compile("(?:^|[ &|;])(\\./dev|\\.ci/[a-z-]+|k8s/[a-z/.-]+|deploy/[a-z/.-]+)");

    @Test
    void everyCommandOfTheForgeIsHere() {
        List<String> steps = new ArrayList<>();
        read(".github/workflows/ci.yml")
                .path("jobs")
                .forEach(job -> job.path("steps").forEach(step -> {
                    assertEquals(1, (step.has("run") ? 1 : 0) + (step.has("uses") ? 1 : 0), step::toString);
                    steps.add(step.path("run").asText());
                }));
        Set<String> own = new TreeSet<>();
        steps.forEach(step -> OWN.matcher(step).results().forEach(match -> own.add(match.group(1))));

        assertTrue(own.containsAll(Set.of("./dev", ".ci/run", ".ci/supply-chain", ".ci/smoke")));
        own.forEach(path -> assertTrue(Files.exists(Checkout.file(path)), path));
        assertTrue(steps.stream()
                .filter(step -> step.startsWith("./dev"))
                .allMatch(step -> step.startsWith("./dev build")));
        assertTrue(Checkout.text("dev").contains("\n    build) "), "./dev build");
    }

    @Test
    void everyEnvFileOfComposeIsTriedByTheForge() {
        Set<String> tried = new TreeSet<>();
        read(".github/workflows/ci.yml")
                .at("/jobs/compose/strategy/matrix/env")
                .forEach(env -> tried.add(env.asText()));

        assertEquals(Set.of(".env", "deploy/compose/mysql.env", "deploy/compose/three-brokers.env"), tried);
    }

    @Test
    void updatesAreLookedForWhereverVersionsArePinned() {
        Set<String> ecosystems = new TreeSet<>();
        read(".github/dependabot.yml")
                .path("updates")
                .forEach(update ->
                        ecosystems.add(update.path("package-ecosystem").asText()));

        assertEquals(Set.of("docker", "docker-compose", "github-actions", "maven", "npm"), ecosystems);
    }

    private static JsonNode read(String file) {
        Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(Checkout.text(file));
        return new ObjectMapper().valueToTree(tree);
    }
}
