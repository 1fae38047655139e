package dev.postrider.deployment.kubernetes;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.contracts.topic.Topics;
import dev.postrider.deployment.Checkout;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Quantity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KubernetesTest {
    private static final Set<String> BETWEEN_OURS = Set.of(
            "api-gateway>auth-service:8081",
            "api-gateway>auth-service:9081",
            "api-gateway>history-service:8082",
            "api-gateway>history-service:9082",
            "api-gateway>chat-service:8091",
            "api-gateway>chat-service:9091",
            "chat-service>auth-service:8081",
            "chat-service>history-service:8082",
            "history-service>auth-service:8081");

    @ParameterizedTest
    @EnumSource
    void everyFileIsOfTypesThatKubernetesHas(Overlay overlay) {
        assertDoesNotThrow(overlay::raw);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsAppliedBreaksNoRule(Overlay overlay) {
        Manifests manifests = rendered(overlay);
        List<String> broken = new ArrayList<>(Selectors.broken(manifests));
        broken.addAll(SettingRules.broken(manifests));
        manifests.pods().forEach(pods -> broken.addAll(PodRules.broken(pods)));

        assertEquals(List.of(), broken);
        assertEquals(
                Set.copyOf(Checkout.SERVICES),
                manifests.pods().stream()
                        .filter(pods -> !pods.once())
                        .flatMap(pods -> pods.module().stream())
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheNeededEdgesAreOpen(Overlay overlay) {
        Manifests manifests = rendered(overlay);
        Set<String> open = new TreeSet<>(Edges.open(manifests));
        open.removeIf(edge -> edge.endsWith(":3306") || edge.endsWith(":6379"));

        assertTrue(Edges.closedByDefault(manifests));
        assertEquals(new TreeSet<>(BETWEEN_OURS), open);
    }

    @ParameterizedTest
    @EnumSource
    void thereIsTimeEnoughToLeaveInOrder(Overlay overlay) {
        Manifests manifests = rendered(overlay);
        for (Pods pods : manifests.pods()) {
            if (pods.module().isEmpty() || pods.once()) {
                continue;
            }
            long grace = pods.template().getSpec().getTerminationGracePeriodSeconds();
            long before = pods.containers()
                    .getFirst()
                    .getLifecycle()
                    .getPreStop()
                    .getSleep()
                    .getSeconds();
            Map<String, String> told = SettingRules.told(manifests, pods, new ArrayList<>());
            String module = pods.module().orElseThrow();
            long drain = switch (module) {
                case "chat-service" -> seconds(told.getOrDefault("CHAT_DRAIN_OVER", "PT5S"));
                case "api-gateway" -> seconds(told.getOrDefault("GATEWAY_DRAIN_OVER", "PT10S"));
                default -> 0;
            };
            long flush = module.equals("chat-service") ? 30 : 10;

            assertTrue(grace > before + drain + flush, pods.name() + ": " + grace + " s");
        }
    }

    private static long seconds(String duration) {
        return Duration.parse(duration).toSeconds();
    }

    @ParameterizedTest
    @EnumSource
    void whoHashesPasswordsWeighsLessThanWhoCarriesMessages(Overlay overlay) {
        Manifests manifests = rendered(overlay);

        assertTrue(weight(manifests, "auth-service") * 4 <= weight(manifests, "chat-service"));
        assertTrue(weight(manifests, "auth-service") * 4 <= weight(manifests, "api-gateway"));
    }

    @Test
    void topicsAreAsTheContractDeclaresThemWithThreeCopiesOfWhichTwoAcknowledge() {
        Map<String, JsonNode> written = rendered(Overlay.PRODUCTION).custom("KafkaTopic").stream()
                .collect(Collectors.toMap(topic -> topic.at("/metadata/name").asText(), topic -> topic.path("spec")));

        assertEquals(
                Arrays.stream(Topics.values()).map(Topics::topicName).collect(Collectors.toSet()), written.keySet());
        for (Topics topic : Topics.values()) {
            JsonNode spec = Objects.requireNonNull(written.get(topic.topicName()));
            Map<String, String> wanted = new HashMap<>(topic.settings());
            wanted.put("message.timestamp.type", "LogAppendTime");
            wanted.put("min.insync.replicas", "2");
            Map<String, String> settings = new HashMap<>();
            spec.path("config")
                    .properties()
                    .forEach(each -> settings.put(each.getKey(), each.getValue().asText()));

            assertEquals(topic.partitions(), spec.path("partitions").asInt(), topic.topicName());
            assertEquals(3, spec.path("replicas").asInt(), topic.topicName());
            assertEquals(wanted, settings, topic.topicName());
        }
    }

    @Test
    void productionRunsInTheProfileThatRefusesUnsafeStarts() {
        Manifests manifests = rendered(Overlay.PRODUCTION);

        manifests.pods().stream()
                .filter(pods -> pods.module().isPresent())
                .map(pods -> SettingRules.told(manifests, pods, new ArrayList<>()))
                .forEach(told -> {
                    assertEquals("prod", told.get("QUARKUS_PROFILE"));
                    assertTrue(told.getOrDefault("POSTRIDER_PUBLIC_ORIGINS", "").startsWith("https://"));
                    assertTrue(told.getOrDefault("POSTRIDER_SERVICE_KEY", "").length() >= 32);
                });
    }

    /** Without {@code kubectl} only the files are looked at, one by one. */
    private static Manifests rendered(Overlay overlay) {
        return overlay.rendered();
    }

    private static int weight(Manifests manifests, String name) {
        Container container = manifests.pods().stream()
                .filter(pods -> pods.name().equals("Deployment/" + name))
                .findFirst()
                .orElseThrow()
                .containers()
                .getFirst();
        Quantity cpu = container.getResources().getRequests().get("cpu");
        return Quantity.getAmountInBytes(cpu).movePointRight(3).intValue();
    }
}
